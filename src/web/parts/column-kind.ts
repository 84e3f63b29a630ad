import type { Column, Row } from "../../answer/answer.ts";

/** How a column is set. */
export interface ShownColumn {
  readonly column: Column;
  readonly numeric: boolean;
  readonly kind: "short" | "long" | "";
}

/** Dates, codes and other short words are kept on one line; sentences get room. */
export function columnKind(name: string, rows: readonly Row[]): ShownColumn["kind"] {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[name] ?? "").length), 0);
  if (longest <= 14) return "short";
  return longest > 40 ? "long" : "";
}
