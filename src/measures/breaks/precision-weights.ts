import { UsageError } from "../../errors.ts";

/** Below this share of the mean squared error a squared error is not believed. */
const LEAST_SHARE = 0.25;

/**
 * Weights of the values of a series by their known standard errors, with mean 1: the inverse of
 * the squared error plus the variance that errors leave unexplained, which is half the mean
 * squared difference of neighbours less the mean squared error, at least zero. Half the mean
 * squared difference is von Neumann's estimate (1941, doi:10.1214/aoms/1177731677), which a few
 * shifts of the mean hardly move. A squared error counts as a quarter of the mean one at least:
 * an interval at the edge of a measure's range shrinks to nothing, and its year would outweigh
 * all others. Equal weights without errors.
 */
export function precisionWeights(
  values: ArrayLike<number>,
  errors?: ArrayLike<number>,
): Float64Array {
  const n = values.length;
  if (errors === undefined) return new Float64Array(n).fill(1);
  if (errors.length !== n) {
    throw new UsageError(`there are ${errors.length} errors for ${n} values`, {
      hint: "Give one standard error a value.",
    });
  }
  let [known, differences] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    const error = errors[i]!;
    if (!(error >= 0 && error < Infinity)) {
      throw new UsageError(`the standard error of value ${i} is ${error}`, {
        hint: "Standard errors are finite and not negative.",
      });
    }
    known += (error * error) / n;
    const difference = i === 0 ? 0 : values[i]! - values[i - 1]!;
    differences += (difference * difference) / (2 * Math.max(1, n - 1));
  }
  const rest = Math.max(0, differences - known);
  const floor = rest + known * LEAST_SHARE;
  if (floor === 0) return new Float64Array(n).fill(1);
  const weights = Float64Array.from({ length: n }, (_, i) => {
    const error = errors[i]!;
    return 1 / Math.max(floor, error * error + rest);
  });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / n;
  return weights.map((weight) => weight / mean);
}
