import { UsageError } from "../../errors.ts";
import type { ProportionInterval } from "../statistics/clopper-pearson.ts";
import { incompleteBeta } from "../statistics/incomplete-beta.ts";

const HALVINGS = 60;

/** The x at which I_x(a, b) = p, by halving [0, 1]. */
function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The Jeffreys interval of a binomial proportion: the equal-tailed credible interval of
 * Beta(k + 1/2, n - k + 1/2), set to 0 at k = 0 and to 1 at k = n. Shorter than the exact interval
 * and right on average only. Brown, Cai and DasGupta (2001, doi:10.1214/ss/1009213286).
 */
export function jeffreysInterval(
  successes: number,
  trials: number,
  level = 0.95,
): ProportionInterval {
  const whole = Number.isInteger(successes) && Number.isInteger(trials);
  if (!whole || successes < 0 || successes > trials) {
    throw new UsageError(`${successes} of ${trials} is not a count of successes in trials`);
  }
  if (!(level > 0 && level < 1)) {
    throw new UsageError(`level is ${level}; it must lie between 0 and 1`);
  }
  const tail = (1 - level) / 2;
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, a, b),
    upper: successes === trials ? 1 : betaQuantile(1 - tail, a, b),
  };
}
