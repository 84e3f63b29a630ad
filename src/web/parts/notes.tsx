import type { CitedSource, MethodNote } from "../../answer/answer.ts";
import { Folded } from "./folded.tsx";
import { LinkedText } from "./linked-text.tsx";

/** Sources shown at once; the others are opened. */
const SHOWN = 12;

function SourceItem({ citation, terms, redistribution }: CitedSource) {
  return (
    <li>
      <LinkedText text={citation} />{" "}
      <span class="soft">
        Terms: {terms.replace(/\.$/u, "")}
        {redistribution === "yes" ? "" : `; redistribution: ${redistribution}`}.
      </span>
    </li>
  );
}

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
                  {text}{" "}
                  {reference !== null && (
                    <span class="soft">
                      <LinkedText text={reference} />.
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {sources.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">Sources and their terms</h2>
          <Folded
            items={sources}
            most={SHOWN}
            what="sources"
            list={(some) => (
              <ul class="sources">
                {some.map((source) => (
                  <SourceItem key={source.id} {...source} />
                ))}
              </ul>
            )}
          />
        </section>
      )}
    </>
  );
}
