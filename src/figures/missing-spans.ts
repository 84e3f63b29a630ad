import type { PointSeries, SeriesPoints } from "./series-points.ts";

/** Periods in a row for which no series has a value, as the edges of the area that shows it. */
export interface MissingSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The spans of a domain that the series leave without a value. A period takes its step, half to
 * each side; where periods have no step nothing is said.
 */
export function missingSpans(
  series: readonly PointSeries[],
  { step }: Pick<SeriesPoints, "step">,
  [from, to]: readonly [number, number],
): readonly MissingSpan[] {
  if (step === null) return [];
  const periods = Math.round((to - from) / step);
  if (periods > 600) return [];
  const held = new Set(
    series.flatMap(({ points }) =>
      points.filter(({ y }) => y !== null).map(({ x }) => Math.round((x - from) / step - 0.5)),
    ),
  );
  const spans: MissingSpan[] = [];
  for (let i = 0; i < periods; i += 1) {
    if (held.has(i)) continue;
    const [start, end] = [from + i * step, from + (i + 1) * step];
    const before = held.has(i - 1) ? undefined : spans.pop();
    spans.push({ from: before?.from ?? start, to: end });
  }
  return spans;
}
