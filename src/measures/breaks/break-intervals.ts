import type { SegmentFit } from "../../kernels/best-partitions.ts";
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
  const { draws, weights, minimum, kernels } = series;
  const drawn = simulated(draws, weights, steps, noise);
  const found = kernels.partitionDraws(drawn, weights, minimum, starts.length);
  const tail = (1 - level) / 2;
  return starts.map((_, k) => {
    const sorted = found.starts.filter((_start, at) => at % starts.length === k).sort();
    const last = sorted.length - 1;
    // Whole positions: outwards to the next one, and never without the estimate.
    const lower = sorted[Math.floor(tail * last)]!;
    const upper = sorted[Math.ceil((1 - tail) * last)]!;
    return [Math.min(lower, starts[k]!), Math.max(upper, starts[k]!)];
  });
}
