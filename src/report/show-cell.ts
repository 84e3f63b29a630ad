import type { Cell, Column } from "../answer/answer.ts";

/** Decimals that a table for a person shows; the files hold as many as the column states. */
const SHOWN_DIGITS = 3;

/** The decimals that a column's numbers are shown with. */
function shownDigits({ digits = 0 }: Pick<Column, "digits">): number {
  return Math.min(digits, SHOWN_DIGITS);
}

/** A cell for a person: fixed decimals, yes and no for true and false, empty for null. */
export function showCell(cell: Cell | undefined, column: Pick<Column, "digits">): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "string") return cell;
  if (!Number.isFinite(cell)) return "";
  const text = cell.toFixed(shownDigits(column));
  return /^-0(?:\.0*)?$/u.test(text) ? text.slice(1) : text;
}

/** Whether a column holds numbers, which stand to the right. */
export function isNumeric(
  name: string,
  rows: readonly Readonly<Record<string, Cell>>[],
): boolean {
  const held = rows.map((row) => row[name] ?? null).filter((cell) => cell !== null);
  return held.length > 0 && held.every((cell) => typeof cell === "number");
}
