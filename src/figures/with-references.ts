import type { Row } from "../answer/answer.ts";
import type { FigureOf } from "./figure-spec-types.ts";

/** The column that names the series in rows made long. */
const SERIES = "series";

/**
 * A series figure with reference lines as an ordinary one: the value and each reference become a
 * series of their own, the value alone with its interval. Without references nothing changes.
 */
export function withReferences(
  figure: FigureOf<"series">,
  rows: readonly Row[],
): { readonly figure: FigureOf<"series">; readonly rows: readonly Row[] } {
  const { references, x, y, lower, upper } = figure;
  if (references === undefined) return { figure, rows };
  const lines = [{ column: y, label: figure.name ?? figure.yLabel, own: true }].concat(
    references.map(({ column, label }) => ({ column, label, own: false })),
  );
  const long = lines.flatMap(({ column, label, own }) =>
    rows.map((row) => ({
      [x]: row[x] ?? null,
      value: row[column] ?? null,
      lower: own && lower !== null ? (row[lower] ?? null) : null,
      upper: own && upper !== null ? (row[upper] ?? null) : null,
      [SERIES]: label,
    })),
  );
  const { references: _, ...rest } = figure;
  const columns = { y: "value", lower: "lower", upper: "upper", series: SERIES };
  return { figure: { ...rest, ...columns }, rows: long };
}
