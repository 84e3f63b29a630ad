import { UsageError } from "../../errors.ts";
import { logGamma } from "../statistics/log-gamma.ts";

const PRECISION = 1e-16;

/** The lower regularised incomplete gamma function by its series. */
function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > sum * PRECISION && k < 10_000; k += 1) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/** The upper one by its continued fraction (DLMF 8.9.2), from the front. */
function upperFraction(shape: number, x: number): number {
  let below = x + 1 - shape;
  let c = 1e300;
  let d = 1 / below;
  let value = d;
  for (let k = 1; k < 10_000; k += 1) {
    const factor = -k * (k - shape);
    below += 2;
    d = 1 / (factor * d + below);
    c = below + factor / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < PRECISION * 4) break;
  }
  return value * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/** The chance that a chi-square variable of `df` degrees of freedom exceeds x. */
export function chiSquareTail(x: number, df: number): number {
  if (!(x >= 0) || !Number.isInteger(df) || df < 1) {
    throw new UsageError(`chi-square ${x} on ${df} degrees of freedom.`);
  }
  if (x === 0) return 1;
  const [shape, half] = [df / 2, x / 2];
  return half < shape + 1 ? 1 - lowerSeries(shape, half) : upperFraction(shape, half);
}
