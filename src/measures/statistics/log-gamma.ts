import { UsageError } from "../../errors.ts";

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** Coefficients of the Stirling series in 1/x, 1/x^3, ..., from the Bernoulli numbers. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

/** Below this the recurrence moves the argument up until the series has converged. */
const SERIES_FROM = 12;

/**
 * The natural logarithm of the gamma function for x > 0: Stirling's series from 12 upwards, and
 * the recurrence gamma(x + 1) = x gamma(x) below. Relative error near 1e-15 away from the zeros
 * at 1 and 2.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new UsageError(`logGamma takes numbers above 0, got ${x}`);
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const square = shifted * shifted;
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k -= 1) series = series / square + STIRLING[k]!;
  const main = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI;
  return main + series / shifted - Math.log(product);
}
