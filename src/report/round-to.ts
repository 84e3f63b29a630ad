import type { Cell, Column, Row } from "../answer/answer.ts";

/** Decimals of numbers that belong to no column: those of a summary or a finding. */
export const DEFAULT_DIGITS = 6;

/** A number at stated decimals, ties away from zero on its shortest form; null where not finite. */
export function roundTo(value: number, digits: number): number | null {
  if (!Number.isFinite(value)) return null;
  const rounded = shifted(Math.round(Math.abs(shifted(value, digits))), -digits);
  return rounded === 0 ? 0 : value < 0 ? -rounded : rounded;
}

/** Moves the decimal point in the text of a number, which multiplication would blur. */
function shifted(value: number, places: number): number {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** A cell rounded to its column's decimals. */
export function roundCell(cell: Cell | undefined, digits: number): Cell {
  return typeof cell === "number" ? roundTo(cell, digits) : (cell ?? null);
}

/** The rows as every form states them: the columns' cells in the columns' order, rounded. */
export function statedRows(columns: readonly Column[], rows: readonly Row[]): readonly Row[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name, digits }) => [name, roundCell(row[name], digits ?? 0)]),
    ),
  );
}
