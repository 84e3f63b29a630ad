import { UsageError } from "../../errors.ts";
import { betaDensity, incompleteBeta } from "./incomplete-beta.ts";

/** Two ends of an interval of a proportion, both in [0, 1]. */
export interface ProportionInterval {
  readonly lower: number;
  readonly upper: number;
}

const MOST_STEPS = 200;

/** The x at which I_x(a, b) = p: Newton's method, halving the bracket where it would leave it. */
function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const excess = incompleteBeta(x, a, b) - p;
    if (excess === 0) return x;
    if (excess < 0) low = x;
    else high = x;
    const newton = x - excess / betaDensity(x, a, b);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    x = next;
  }
  return x;
}

/** The lower limit: 0 without a success, else the tail/2 quantile of Beta(k, n - k + 1). */
function lowerLimit(successes: number, trials: number, tail: number): number {
  if (successes === 0) return 0;
  if (successes === trials) return Math.exp(Math.log(tail) / trials);
  return betaQuantile(tail, successes, trials - successes + 1);
}

/**
 * The exact interval of a binomial proportion: all p that an equal-tailed test of
 * `successes` in `trials` does not reject, so it covers at least `level` of the time whatever p.
 * Limits are beta quantiles: B(t; k, n - k + 1) and B(1 - t; k + 1, n - k), t = (1 - level)/2.
 * Clopper and Pearson (1934, doi:10.1093/biomet/26.4.404). With no trial it is [0, 1]. It
 * assumes independent trials with one p.
 */
export function clopperPearson(
  successes: number,
  trials: number,
  level = 0.95,
): ProportionInterval {
  if (!Number.isInteger(trials) || trials < 0) {
    throw new UsageError(`trials is ${trials}; it must be a whole number from 0`);
  }
  if (!Number.isInteger(successes) || successes < 0 || successes > trials) {
    throw new UsageError(
      `successes is ${successes}; it must be a whole number from 0 to the ${trials} trials`,
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new UsageError(`level is ${level}; it must lie between 0 and 1`);
  }
  if (trials === 0) return { lower: 0, upper: 1 };
  const tail = (1 - level) / 2;
  return {
    lower: lowerLimit(successes, trials, tail),
    upper:
      successes === 0
        ? -Math.expm1(Math.log(tail) / trials)
        : 1 - lowerLimit(trials - successes, trials, tail),
  };
}
