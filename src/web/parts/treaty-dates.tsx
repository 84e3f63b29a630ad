import type { Answer } from "../../answer/answer.ts";
import { withValue } from "../controls/with-value.ts";
import { hrefOf } from "../place/base.ts";

/** The days on which a treaty's text changed: each leads to the text in force on it. */
export function TreatyDates({ answer }: { readonly answer: Answer }) {
  const versions = answer.sections.find(({ id }) => id === "versions")?.rows ?? [];
  const days = versions.flatMap(({ version, from }) =>
    typeof from === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(from)
      ? [{ version: String(version), from }]
      : [],
  );
  if (days.length === 0) return null;
  const { at, text } = answer.summary;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">The text at a date</h2>
      <p>
        Shown: the text {text === null || text === undefined ? "" : `of ${String(text)} `}as on{" "}
        {String(at)}.
      </p>
      <nav class="tabs" aria-label="Texts by the day they came into force">
        {days.map(({ version, from }) => (
          <a
            key={version}
            href={hrefOf(withValue(answer.address, { at: from }))}
            aria-current={version === text ? "true" : undefined}
          >
            {version}, from {from}
          </a>
        ))}
      </nav>
    </section>
  );
}
