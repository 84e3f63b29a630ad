import { DAY } from "../dates/event-date.ts";
import { seededRandom } from "../kernels/random.ts";
import { caseLag, type LagName } from "../measures/responsiveness/case-lags.ts";
import { quantile, quantiles } from "../measures/statistics/quantile.ts";
import type { Case } from "../record/case.ts";

/** Lags below which no distribution is given. */
export const FEWEST_LAGS = 5;

/** A quantile of a lag in days, with its interval over resampled precedents. */
export interface LagQuantile {
  readonly probability: number;
  readonly days: number;
  readonly lower: number;
  readonly upper: number;
}

/** How long a step took in the precedents. */
export interface LagDistribution {
  readonly name: LagName;
  /** Precedents with both events dated. */
  readonly n: number;
  /** Precedents without one of them, or with a date that is open at one end. */
  readonly undated: number;
  /** Empty where there are too few. */
  readonly quantiles: readonly LagQuantile[];
}

const PROBABILITIES = [0.1, 0.5, 0.9] as const;

/**
 * The distribution of a lag over precedents whose dates give it as an interval: in each of `draws`
 * rounds precedents are drawn with replacement and each one's lag evenly from its interval, not
 * below 0; a quantile is the mean over the rounds, its interval their percentiles (Efron 1979,
 * doi:10.1214/aos/1176344552). Days. Withheld below 5 lags. It speaks of calls in which the step was
 * taken, and of those whose days are on record.
 */
export function lagDistribution(
  cases: readonly Case[],
  name: LagName,
  options: { readonly draws: number; readonly seed: number; readonly level: number },
): LagDistribution {
  const lags = cases.flatMap((item) => {
    const lag = caseLag(item, name)?.lag;
    if (lag === undefined || !Number.isFinite(lag.least) || !Number.isFinite(lag.most))
      return [];
    return [{ least: Math.max(0, lag.least), most: Math.max(0, lag.most) }];
  });
  const undated = cases.length - lags.length;
  if (lags.length < FEWEST_LAGS) return { name, n: lags.length, undated, quantiles: [] };
  const random = seededRandom(options.seed);
  const rounds = PROBABILITIES.map(() => new Float64Array(options.draws));
  const drawn = new Float64Array(lags.length);
  for (let round = 0; round < options.draws; round += 1) {
    for (let i = 0; i < lags.length; i += 1) {
      const { least, most } = lags[random.below(lags.length)] as (typeof lags)[number];
      drawn[i] = least + random.uniform() * (most - least);
    }
    drawn.sort();
    for (const [k, probability] of PROBABILITIES.entries()) {
      (rounds[k] as Float64Array)[round] = quantile(drawn, probability) / DAY;
    }
  }
  return {
    name,
    n: lags.length,
    undated,
    quantiles: PROBABILITIES.map((probability, k): LagQuantile => {
      const values = rounds[k] as Float64Array;
      const tail = (1 - options.level) / 2;
      const [lower = 0, upper = 0] = quantiles(values, [tail, 1 - tail]);
      return {
        probability,
        days: values.reduce((sum, value) => sum + value, 0) / values.length,
        lower,
        upper,
      };
    }),
  };
}
