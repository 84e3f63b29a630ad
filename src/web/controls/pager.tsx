import type { AnswerReply } from "../laboratory/questions.ts";

/** Steps through an answer that shows a part of its rows at a time. */
export function Pager({
  reply: { answer, values },
  change,
}: {
  readonly reply: AnswerReply;
  readonly change: (changes: Readonly<Record<string, string>>, final: boolean) => void;
}) {
  const { total, shown } = answer.summary;
  if (typeof total !== "number" || typeof shown !== "number" || total <= shown) return null;
  const offset = Number(values.offset ?? 0);
  const limit = Number(values.limit ?? shown);
  const step = (to: number): void => change({ offset: to <= 0 ? "" : String(to) }, true);
  return (
    <div class="control pager" role="group" aria-label="Pages of rows">
      <button type="button" disabled={offset === 0} onClick={() => step(offset - limit)}>
        Earlier rows
      </button>
      <span>
        {offset + 1} to {offset + shown} of {total}
      </span>
      <button
        type="button"
        disabled={offset + shown >= total}
        onClick={() => step(offset + limit)}
      >
        Later rows
      </button>
    </div>
  );
}
