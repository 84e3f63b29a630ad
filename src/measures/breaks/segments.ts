import type { SimilarityKernels } from "../../kernels/similarity-kernels.ts";

/** A series whose means are compared, and how. */
export interface Series {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly minimum: number;
  readonly draws: number;
  readonly kernels: Pick<SimilarityKernels, "partitionDraws">;
}

function meanOf({ values, weights }: Series, from: number, to: number): number {
  let [sum, all] = [0, 0];
  for (let i = from; i < to; i += 1) {
    sum += weights[i]! * values[i]!;
    all += weights[i]!;
  }
  return sum / all;
}

/** The weighted means of the segments that begin at `starts`, the first one before them. */
export function levelsOf(series: Series, starts: readonly number[]): readonly number[] {
  const ends = [...starts, series.values.length];
  return ends.map((end, k) => meanOf(series, starts[k - 1] ?? 0, end));
}

/** The fitted value at each position. */
export function stepsOf(series: Series, starts: readonly number[]): Float64Array {
  const levels = levelsOf(series, starts);
  const steps = new Float64Array(series.values.length);
  for (const [k, level] of levels.entries()) steps.fill(level, starts[k - 1] ?? 0, starts[k]);
  return steps;
}
