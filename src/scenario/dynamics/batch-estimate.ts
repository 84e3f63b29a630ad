import { quantiles } from "../../measures/statistics/quantile.ts";

/** A mean over futures with its two kinds of uncertainty apart. */
export interface BatchEstimate {
  readonly value: number;
  /** Limits of the mean over draws of the rates: what the record leaves open. */
  readonly lower: number;
  readonly upper: number;
  /** Limits of a single future: rates and chance together; null where single ones have no value. */
  readonly least: number | null;
  readonly most: number | null;
  /** Standard error of `value` that more draws would remove. */
  readonly error: number;
}

/**
 * The mean of a ratio over futures. Each batch of one draw of the rates gives the sum of its
 * numerators over that of its denominators; a batch without any is left out. The value is the
 * ratio of all sums; its error that of a ratio over independent batches; `lower` and `upper` are
 * quantiles of the batches' ratios, which hold a little chance beside the rates' uncertainty, and
 * reach to the value where a few draws carry it beyond them;
 * `least` and `most` are quantiles of the single futures. Null where no future has one.
 */
export function batchEstimate(
  batches: readonly (readonly { readonly top: number; readonly bottom: number }[])[],
  level: number,
): BatchEstimate | null {
  const sums = batches.map((paths) => ({
    top: paths.reduce((sum, { top }) => sum + top, 0),
    bottom: paths.reduce((sum, { bottom }) => sum + bottom, 0),
  }));
  const top = sums.reduce((sum, one) => sum + one.top, 0);
  const bottom = sums.reduce((sum, one) => sum + one.bottom, 0);
  if (bottom === 0) return null;
  const value = top / bottom;
  const squares = sums.reduce((sum, one) => {
    const residual = one.top - value * one.bottom;
    return sum + residual * residual;
  }, 0);
  const ends = [(1 - level) / 2, (1 + level) / 2];
  const within = sums.filter((one) => one.bottom > 0).map((one) => one.top / one.bottom);
  const single = batches
    .flat()
    .filter((one) => one.bottom > 0)
    .map((one) => one.top / one.bottom);
  const [lower, upper] = quantiles(within, ends);
  const [least, most] = quantiles(single, ends);
  return {
    value,
    lower: Math.min(lower!, value),
    upper: Math.max(upper!, value),
    least: least!,
    most: most!,
    error: Math.sqrt(squares) / bottom,
  };
}
