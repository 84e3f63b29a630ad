import type { Answer } from "../answer/answer.ts";

/** Whether the rows of an answer are its findings over again, so that a page shows them once. */
export function rowsAreFindings({
  rows,
  findings,
}: Pick<Answer, "rows" | "findings">): boolean {
  if (rows.length === 0 || rows.length !== findings.length) return false;
  return rows.every(
    (row, i) => row["id"] === findings[i]?.id && row["text"] === findings[i]?.text,
  );
}
