import type { Cell, Row } from "../../answer/answer.ts";

/** By which column a table is sorted, and which way. */
export interface Order {
  readonly column: string;
  readonly down: boolean;
}

/** Reads `n` or `-n`, as it stands in an address; null for none. */
export function readOrder(text: string | null): Order | null {
  if (text === null || text === "" || text === "-") return null;
  return text.startsWith("-")
    ? { column: text.slice(1), down: true }
    : { column: text, down: false };
}

/** Writes an order as `n` or `-n`. */
export function writeOrder({ column, down }: Order): string {
  return `${down ? "-" : ""}${column}`;
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rows in an order; equal ones keep theirs, and empty cells stand last either way. */
export function sortRows(rows: readonly Row[], order: Order | null): readonly Row[] {
  if (order === null) return rows;
  const { column, down } = order;
  return rows.toSorted((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null];
    if (left === null || right === null) {
      return left === right ? 0 : left === null ? 1 : -1;
    }
    return down ? compare(right, left) : compare(left, right);
  });
}

/** The rows in which some cell holds every word of a text. */
export function filterRows(rows: readonly Row[], text: string): readonly Row[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const held = Object.values(row).join(" ").toLowerCase();
    return words.every((word) => held.includes(word));
  });
}
