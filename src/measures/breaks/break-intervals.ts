import { bestPartitions, type SegmentFit } from "./best-partitions.ts";
import { stepsOf, type Series } from "./segments.ts";
import { simulated, type Noise } from "./serial-noise.ts";

/** Intervals of the positions of breaks: where they are found in series simulated about the fit. */
export function breakIntervals(
  series: Series,
  { starts }: SegmentFit,
  noise: Noise,
  level: number,
): readonly (readonly [number, number])[] {
  if (starts.length === 0) return [];
  const steps = stepsOf(series, starts);
  const found = starts.map(() => new Int32Array(series.draws));
  for (let draw = 0; draw < series.draws; draw += 1) {
    const values = simulated(series.weights, steps, noise);
    const fit = bestPartitions(values, series.weights, series.minimum, starts.length).at(-1)!;
    for (const [k, start] of fit.starts.entries()) found[k]![draw] = start;
  }
  const tail = (1 - level) / 2;
  return found.map((positions, k) => {
    const sorted = positions.sort();
    const last = sorted.length - 1;
    // Whole positions: outwards to the next one, and never without the estimate.
    const lower = sorted[Math.floor(tail * last)]!;
    const upper = sorted[Math.ceil((1 - tail) * last)]!;
    return [Math.min(lower, starts[k]!), Math.max(upper, starts[k]!)];
  });
}
