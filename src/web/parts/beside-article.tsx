import type { Answer, Row } from "../../answer/answer.ts";
import { useAnswer } from "../laboratory/use-answer.ts";
import { hrefOf } from "../place/base.ts";
import { groupRows, textOf } from "./row-text.ts";
import { VerdictMark } from "./verdict-mark.tsx";

function Constraint({ row }: { readonly row: Row }) {
  const events = textOf(row, "events").replaceAll(" ", ", ").replaceAll("-", " ");
  const lag = textOf(row, "lag");
  return (
    <div>
      <p>
        <VerdictMark verdict={textOf(row, "status")} /> {textOf(row, "says")}
      </p>
      <p class="soft">
        {events === "" ? "No event decides it." : `Events: ${events}${lag && `; ${lag}`}.`}{" "}
        {textOf(row, "turning") !== "" && <>What would change it: {textOf(row, "turning")}</>}
      </p>
    </div>
  );
}

/** The duties of one treaty, each beside its article in the text of the day. */
function Treaty({
  id,
  day,
  rows,
}: {
  readonly id: string;
  readonly day: string;
  readonly rows: readonly Row[];
}) {
  const address = `/treaties/${id}?at=${day}`;
  const { reply } = useAnswer(address);
  const articles = groupRows(rows, "article");
  // "4" is made of "4(1)" and "4(2)" where the text has paragraphs.
  const textsOf = (article: string): readonly Row[] =>
    reply?.answer.rows.filter((row) => {
      const own = textOf(row, "article");
      return own === article || own.startsWith(`${article}(`);
    }) ?? [];
  return (
    <>
      <h3>
        <a href={hrefOf(address)}>{id}</a>{" "}
        <span class="soft">text of {textOf(rows[0], "version")}</span>
      </h3>
      {[...articles].map(([article, constraints]) => (
        <div class="beside" key={article}>
          <div>
            <h4>Article {article}</h4>
            {textsOf(article).map((row) => (
              <blockquote key={textOf(row, "provision")}>{textOf(row, "text")}</blockquote>
            ))}
          </div>
          <div>
            {constraints.map((row) => (
              <Constraint key={textOf(row, "constraint")} row={row} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

/** A case's conformance: on the left what the article says, in our words, on the right what was done. */
export function BesideArticle({ answer }: { readonly answer: Answer }) {
  const day = textOf(answer.summary, "judged_on").slice(0, 10);
  if (answer.rows.length === 0 || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) return null;
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">What was done, beside the article</h2>
      <p class="soft">
        The articles are given in our words, in the text that was in force on {day}.
      </p>
      {[...groupRows(answer.rows, "treaty")].map(([id, rows]) => (
        <Treaty key={id} id={id} day={day} rows={rows} />
      ))}
    </section>
  );
}
