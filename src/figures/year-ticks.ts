const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

/** Whole years for an axis: round steps, at most `most` of them, all within the range. */
export function yearTicks(from: number, to: number, most: number): readonly number[] {
  const step =
    STEPS.find((size) => Math.floor(to / size) - Math.ceil(from / size) + 1 <= most) ?? 1000;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  return ticks;
}
