import { withValue } from "../controls/with-value.ts";
import type { Fault } from "../laboratory/questions.ts";
import { hrefOf } from "../place/base.ts";

/** A call that has no path: the article or fact that stands against it, and the way on. */
export function RefusedCall({
  fault,
  address,
}: {
  readonly fault: Fault;
  readonly address: string;
}) {
  const offered = /\bAdd (\w+)=([\w-]+)/u.exec(fault.line);
  const treaties = [...new Set(fault.line.match(/\b[a-z]+(?:-[a-z]+)*-(?:19|20)\d{2}\b/gu))];
  return (
    <section class="refusal" role="status" aria-labelledby="refused">
      <h2 id="refused">This call has no path</h2>
      <p class="lead">{fault.line}</p>
      <p>
        That is the answer: the laboratory runs a call only as the texts in force and the record
        allow.
      </p>
      {offered !== null && (
        <p>
          <a href={hrefOf(withValue(address, { [offered[1] ?? ""]: offered[2] ?? "" }))}>
            Ask with {offered[1]}={offered[2]}
          </a>
        </p>
      )}
      {treaties.length > 0 && (
        <p>
          The text:{" "}
          {treaties.map((id, i) => (
            <>
              {i > 0 && ", "}
              <a href={hrefOf(`/treaties/${id}`)}>{id}</a>
            </>
          ))}
        </p>
      )}
    </section>
  );
}
