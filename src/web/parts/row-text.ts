import type { Row } from "../../answer/answer.ts";

/** A cell of a row as text; nothing where it is empty. */
export function textOf(row: Row | undefined, column: string): string {
  const cell = row?.[column];
  return cell === null || cell === undefined ? "" : String(cell);
}

/** Rows by what stands in a column, in the order of the rows. */
export function groupRows(
  rows: readonly Row[],
  column: string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = textOf(row, column);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
