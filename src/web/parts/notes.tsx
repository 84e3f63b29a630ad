import type { CitedSource, MethodNote } from "../../answer/answer.ts";

/** How the numbers are made, and the sources with their terms. */
export function Notes({
  method,
  sources,
}: {
  readonly method: readonly MethodNote[];
  readonly sources: readonly CitedSource[];
}) {
  return (
    <>
      {method.length > 0 && (
        <section aria-labelledby="method">
          <h2 id="method">Method</h2>
          <dl class="notes">
            {method.map(({ name, text, reference }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {text} {reference !== null && <span class="soft">{reference}.</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {sources.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">Sources and their terms</h2>
          <ul class="sources">
            {sources.map(({ id, citation, terms, redistribution }) => (
              <li key={id}>
                {citation}{" "}
                <span class="soft">
                  Terms: {terms.replace(/\.$/u, "")}
                  {redistribution === "yes" ? "" : `; redistribution: ${redistribution}`}.
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
