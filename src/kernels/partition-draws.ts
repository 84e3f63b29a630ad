import { bestPartitions } from "./best-partitions.ts";

/** The best divisions of series of equal length, as `bestPartitions` finds them. */
export interface PartitionedDraws {
  /** Most breaks of a division: as many as asked for, or as fit. */
  readonly breaks: number;
  /** By number of breaks the residual: `residuals[series * (breaks + 1) + k]`. */
  readonly residuals: Float64Array;
  /** Where the segments of the division with most breaks begin: `starts[series * breaks + k]`. */
  readonly starts: Int32Array;
}

/**
 * Divides series of `weights.length` finite values each, one after the other in `series`, with 0
 * to `maximum` breaks into segments of at least `minimum` values; the weights, all above 0, are
 * those of every series. Plain twin of the compiled kernel.
 */
export function partitionDraws(
  series: Float64Array,
  weights: Float64Array,
  minimum: number,
  maximum: number,
): PartitionedDraws {
  const n = weights.length;
  const breaks = mostBreaks(n, minimum, maximum);
  const draws = n === 0 ? 0 : series.length / n;
  const residuals = new Float64Array(draws * (breaks + 1));
  const starts = new Int32Array(draws * breaks);
  for (let draw = 0; draw < draws; draw++) {
    const values = series.subarray(draw * n, (draw + 1) * n);
    const fits = bestPartitions(values, weights, minimum, breaks);
    residuals.set(
      fits.map(({ residual }) => residual),
      draw * (breaks + 1),
    );
    starts.set(fits.at(-1)?.starts ?? [], draw * breaks);
  }
  return { breaks, residuals, starts };
}

/** How many breaks a series of n values can have. */
export function mostBreaks(n: number, minimum: number, maximum: number): number {
  return Math.max(0, Math.min(maximum, Math.floor(n / minimum) - 1));
}
