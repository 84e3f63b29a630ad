import type { Random } from "../../kernels/random.ts";
import { quantiles } from "../statistics/quantile.ts";
import type { VoteShares } from "./base-rates.ts";
import type { CastVote } from "./roll-call-forecast.ts";

/** Probabilities under this count as it, so that one sure error cannot outweigh all others. */
const LEAST = 1e-6;

/**
 * Log loss of a vote: -ln of the probability given to the vote that was cast; 0 is best, ln 3 =
 * 1.0986 a uniform forecast (Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x). Probabilities
 * under 1e-6 count as 1e-6.
 */
export function logLoss(shares: VoteShares, cast: CastVote): number {
  return -Math.log(Math.max(LEAST, shares[cast === 1 ? 0 : cast === 2 ? 1 : 2]));
}

/**
 * Brier score over three categories: the sum of squared differences of the probabilities from 1
 * for the vote cast and 0 for the others; 0 is best, 2 worst, 2/3 a uniform forecast (Brier
 * 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2).
 */
export function brierScore(shares: VoteShares, cast: CastVote): number {
  let sum = 0;
  shares.forEach((share, k) => {
    const distance = share - (k + 1 === cast ? 1 : 0);
    sum += distance * distance;
  });
  return sum;
}

/** A score's sum over the votes of one family of roll calls. */
export interface FamilyScore {
  readonly family: number;
  readonly sum: number;
  readonly votes: number;
}

/** A mean score by vote with its interval; the interval is null under ten families. */
export interface MeanScore {
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly votes: number;
  readonly families: number;
}

const FEWEST_FAMILIES = 10;

/**
 * The mean of a score over votes with a percentile interval from families of roll calls drawn
 * with replacement (Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x); withheld under
 * ten families. Null where there is no vote.
 */
export function meanScore(
  scores: readonly FamilyScore[],
  level: number,
  draws: number,
  random: Random,
): MeanScore | null {
  const families = new Map<number, { sum: number; votes: number }>();
  let sum = 0;
  let votes = 0;
  for (const score of scores) {
    const family = families.get(score.family) ?? { sum: 0, votes: 0 };
    family.sum += score.sum;
    family.votes += score.votes;
    families.set(score.family, family);
    sum += score.sum;
    votes += score.votes;
  }
  if (votes === 0) return null;
  const units = [...families.values()];
  const found = { mean: sum / votes, votes, families: units.length };
  if (units.length < FEWEST_FAMILIES) return { ...found, lower: null, upper: null };
  const means = Float64Array.from({ length: draws }, () => {
    let drawn = 0;
    let counted = 0;
    for (let i = 0; i < units.length; i += 1) {
      const unit = units[random.below(units.length)] as { sum: number; votes: number };
      drawn += unit.sum;
      counted += unit.votes;
    }
    return counted === 0 ? found.mean : drawn / counted;
  });
  const [lower = null, upper = null] = quantiles(means, [(1 - level) / 2, (1 + level) / 2]);
  return { ...found, lower, upper };
}
