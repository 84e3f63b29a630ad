import { UsageError } from "../../errors.ts";

/**
 * The quantile of values already in ascending order, by linear interpolation of the order
 * statistics: with h = (n - 1)p, x[floor h] + (h - floor h)(x[floor h + 1] - x[floor h]).
 * Type 7 of Hyndman and Fan (1996, doi:10.1080/00031305.1996.10473566). `probability` is in
 * [0, 1]; throws on an empty list.
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new UsageError(`probability is ${probability}; it must lie in [0, 1]`);
  }
  if (sorted.length === 0) throw new UsageError("a quantile needs at least one value");
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  // Guards against Infinity - Infinity as well as needless rounding.
  return low === high ? low : low + (place - below) * (high - low);
}

/** The type 7 quantiles of values in any order, one for each probability. */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: readonly number[],
): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  return probabilities.map((probability) => quantile(sorted, probability));
}
