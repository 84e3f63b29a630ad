import type { Answer, Cell } from "../answer/answer.ts";
import { statedRows } from "./round-to.ts";

function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  const text = String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An answer's rows as CSV (RFC 4180 with LF): columns' names first, an empty cell for null. */
export function renderCsv({ columns, rows }: Pick<Answer, "columns" | "rows">): string {
  const names = columns.map(({ name }) => name);
  const lines = statedRows(columns, rows).map((row) => {
    const cells = names.map((name) => csvCell(row[name]));
    // A line without a character would be read as no row at all.
    return cells.length === 1 && cells[0] === "" ? '""' : cells.join(",");
  });
  return `${[names.map(csvCell).join(","), ...lines].join("\n")}\n`;
}
