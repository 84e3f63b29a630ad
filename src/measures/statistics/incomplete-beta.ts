import { UsageError } from "../../errors.ts";
import { logGamma } from "./log-gamma.ts";

const TINY = 1e-300;
const PRECISION = 4e-16;
const MOST_STEPS = 100_000;

/** The logarithm of the beta function for a, b > 0. */
function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/**
 * The continued fraction 1 + d1/(1 + d2/(1 + ...)) under I_x(a, b) (DLMF 8.17.22), evaluated
 * from the front by the modified Lentz method.
 */
function continuedFraction(x: number, a: number, b: number): number {
  let value = 1;
  let upper = 1;
  let lower = 0;
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const m = step >> 1;
    const width = a + 2 * m;
    const term =
      step % 2 === 0
        ? (m * (b - m) * x) / ((width - 1) * width)
        : (-(a + m) * (a + b + m) * x) / (width * (width + 1));
    lower = 1 + term * lower;
    upper = 1 + term / upper;
    if (Math.abs(lower) < TINY) lower = TINY;
    if (Math.abs(upper) < TINY) upper = TINY;
    lower = 1 / lower;
    const change = upper * lower;
    value *= change;
    if (Math.abs(change - 1) <= PRECISION) break;
  }
  return value;
}

/** The density of the beta distribution at x in (0, 1). */
export function betaDensity(x: number, a: number, b: number): number {
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
}

/**
 * The regularised incomplete beta function I_x(a, b), that is P(X <= x) for X ~ Beta(a, b):
 * x^a (1 - x)^b / (a B(a, b)) over a continued fraction, taken from the nearer end. x in
 * [0, 1]; a, b > 0.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new UsageError(`a beta distribution needs a, b > 0: ${a}, ${b}`);
  if (!(x >= 0 && x <= 1)) throw new UsageError(`x is ${x}; it must lie in [0, 1]`);
  if (x === 0 || x === 1) return x;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x <= (a + 1) / (a + b + 2)
    ? front / (a * continuedFraction(x, a, b))
    : 1 - front / (b * continuedFraction(1 - x, b, a));
}
