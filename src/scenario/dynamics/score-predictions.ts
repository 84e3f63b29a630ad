import type { Random } from "../../kernels/random.ts";
import {
  clopperPearson,
  type ProportionInterval,
} from "../../measures/statistics/clopper-pearson.ts";
import { quantiles } from "../../measures/statistics/quantile.ts";
import type { Predicted, Prediction } from "./validate-dynamics.ts";

/** How a set of predictions did. */
export interface PredictionScore {
  readonly what: Predicted;
  readonly n: number;
  readonly inside: number;
  /** Exact interval of the share inside, taking predictions as independent. */
  readonly covered: ProportionInterval;
  readonly expected: number;
  readonly observed: number;
  readonly logScore: number;
  readonly plainScore: number;
  /** Mean of log score less that of the plain rate, with limits by organisation. */
  readonly gain: number;
  readonly gainLower: number;
  readonly gainUpper: number;
}

const RESAMPLES = 1000;

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/**
 * Scores predictions of one count: the share whose interval held what happened, the mean log
 * score, and its gain over the plain rate with a percentile interval that resamples
 * organisations, since the decades of one organisation are not independent. Null without any.
 */
export function scorePredictions(
  predictions: readonly Prediction[],
  what: Predicted,
  level: number,
  random: Random,
): PredictionScore | null {
  const own = predictions.filter((one) => one.what === what);
  if (own.length === 0) return null;
  const gainOf = (one: Prediction): number => one.logScore - one.plainScore;
  const organisations = [...new Set(own.map(({ organisation }) => organisation))];
  const clusters = organisations.map((id) => {
    const gains = own.filter(({ organisation }) => organisation === id).map(gainOf);
    return { sum: sumOf(gains), n: gains.length };
  });
  const resampled = Array.from({ length: RESAMPLES }, () => {
    const drawn = clusters.map(() => clusters[random.below(clusters.length)]!);
    return sumOf(drawn.map(({ sum }) => sum)) / sumOf(drawn.map(({ n }) => n));
  });
  const [gainLower, gainUpper] = quantiles(resampled, [(1 - level) / 2, (1 + level) / 2]);
  const n = own.length;
  const inside = own.filter((one) => one.inside).length;
  return {
    what,
    n,
    inside,
    covered: clopperPearson(inside, n, level),
    expected: sumOf(own.map(({ expected }) => expected)),
    observed: sumOf(own.map(({ observed }) => observed)),
    logScore: sumOf(own.map(({ logScore }) => logScore)) / n,
    plainScore: sumOf(own.map(({ plainScore }) => plainScore)) / n,
    gain: sumOf(own.map(gainOf)) / n,
    gainLower: gainLower!,
    gainUpper: gainUpper!,
  };
}
