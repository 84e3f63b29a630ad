import type { Column, Row } from "../answer.ts";
import type { BrokenSeries } from "./breaks-series.ts";

/** Columns of the segments between breaks. */
export const SEGMENT_COLUMNS: readonly Column[] = [
  { name: "series", label: "Series" },
  { name: "id", label: "Id" },
  { name: "segment", label: "Segment", note: "counted from 1" },
  { name: "from_year", label: "From" },
  { name: "to_year", label: "To" },
  { name: "years", label: "Years", note: "with a value; of the segment" },
  { name: "mean", label: "Mean", digits: 6, note: "weighted, of the segment" },
  { name: "change", label: "Change", digits: 6, note: "from the segment before" },
  {
    name: "break_lower",
    label: "Break, earliest",
    note: "interval of the first year of the segment; empty for the first segment",
  },
  { name: "break_upper", label: "Break, latest" },
  { name: "p", label: "p", digits: 4, note: "no break here, given the breaks on either side" },
  {
    name: "p_any",
    label: "p (any)",
    digits: 4,
    note: "no break at all in the series",
  },
  { name: "proposed", label: "Proposed", note: "breaks that BIC proposed before the tests" },
  {
    name: "correlation",
    label: "Correlation",
    digits: 4,
    note: "of neighbouring years, allowed for in the tests",
  },
];

/** Columns of the yearly values. */
export const YEAR_COLUMNS: readonly Column[] = [
  { name: "series", label: "Series" },
  { name: "year", label: "Year" },
  { name: "n", label: "n", note: "joint votes, or roll calls for the agreement index" },
  { name: "value", label: "Value", digits: 6 },
  { name: "lower", label: "Lower", digits: 6 },
  { name: "upper", label: "Upper", digits: 6 },
  { name: "mean", label: "Segment's mean", digits: 6 },
];

/** One row for each segment of a series. */
export function segmentRows({ id, label, points, found }: BrokenSeries): readonly Row[] {
  const starts = [0, ...found.breaks.map(({ index }) => index)];
  const yearAt = (index: number): number => points[index]!.year;
  return starts.map((start, k) => {
    const end = starts[k + 1] ?? points.length;
    const own = k === 0 ? null : found.breaks[k - 1]!;
    return {
      series: label,
      id,
      segment: k + 1,
      from_year: yearAt(start),
      to_year: yearAt(end - 1),
      years: end - start,
      mean: found.levels[k] ?? null,
      change: own === null ? null : own.after - own.before,
      break_lower: own === null ? null : yearAt(own.lower),
      break_upper: own === null ? null : yearAt(own.upper),
      p: own?.p ?? null,
      p_any: found.p,
      proposed: found.proposed,
      correlation: found.correlation,
    };
  });
}

/** One row for each year of a series. */
export function yearRows({ label, points, found }: BrokenSeries): readonly Row[] {
  return points.map(({ year, n, value, lower, upper }, index) => {
    const segment = found.breaks.filter((own) => own.index <= index).length;
    const mean = found.levels[segment] ?? null;
    return { series: label, year, n, value, lower, upper, mean };
  });
}
