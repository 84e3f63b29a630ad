import {
  betaBinomial,
  type BetaBinomial,
  type ShareCount,
  gridOf,
  shareDraws,
} from "./beta-binomial.ts";
import { drawBeta } from "./draw-beta.ts";
import type { Observation } from "./observations.ts";
import type { StanceModel } from "./stance-model.ts";

/** The counts of one case that base rates rest on. */
interface CaseCounts {
  readonly case: string;
  readonly favour: ShareCount;
  readonly means: ShareCount;
  readonly abstained: number;
  readonly dissented: number;
  readonly favourGrid: Float64Array;
  readonly meansGrid: Float64Array;
}

/** A fitted base rate: plain numbers. */
export interface BaseRateFit {
  /** In favour, of the stances seen. */
  readonly favour: BetaBinomial;
  /** With means of its own, of those in favour. */
  readonly means: BetaBinomial;
  /** Abstentions and objections among those not in favour. */
  readonly abstained: number;
  readonly dissented: number;
}

/** A fitted base rate, to be drawn from. */
export interface BaseRate extends BaseRateFit, StanceModel {}

/** The counts of stances by case, in the order of the observations; unseen ones do not count. */
export function countsByCase(observations: readonly Observation[]): readonly CaseCounts[] {
  const groups = new Map<string, Observation[]>();
  for (const row of observations) {
    if (row.stance === "not-seen") continue;
    const group = groups.get(row.case);
    if (group === undefined) groups.set(row.case, [row]);
    else group.push(row);
  }
  return [...groups].map(([id, rows]): CaseCounts => {
    const of = (stance: Observation["stance"]): number =>
      rows.filter((row) => row.stance === stance).length;
    const contributed = of("contributed");
    const inFavour = contributed + of("supported");
    const favour = { successes: inFavour, trials: rows.length };
    const means = { successes: contributed, trials: inFavour };
    return {
      case: id,
      favour,
      means,
      abstained: of("abstained"),
      dissented: of("dissented"),
      favourGrid: gridOf(favour),
      meansGrid: gridOf(means),
    };
  });
}

/**
 * The base rate of stances, whoever calls and whoever is asked: three shares in turn, in favour of
 * those seen, with means of its own of those in favour, abstaining of those not in favour. The first
 * two differ from case to case (`betaBinomial`), so that members of one call go together; the last
 * has too few rows for that and is Beta(k + 1/2, n - k + 1/2).
 */
export function fitBaseRate(counts: readonly CaseCounts[]): BaseRateFit {
  return {
    favour: betaBinomial(
      counts.map((one) => one.favour),
      counts.map((one) => one.favourGrid),
    ),
    means: betaBinomial(
      counts.map((one) => one.means),
      counts.map((one) => one.meansGrid),
    ),
    abstained: counts.reduce((sum, one) => sum + one.abstained, 0),
    dissented: counts.reduce((sum, one) => sum + one.dissented, 0),
  };
}

/** The model of stances that a fitted base rate is. */
export function baseRate(fit: BaseRateFit): BaseRate {
  const { favour, means } = fit;
  const [a, b] = [fit.abstained + 0.5, fit.dissented + 0.5];
  return {
    ...fit,
    sampler: (_, random, normal) => {
      const favourOf = shareDraws(favour, random, normal);
      const meansOf = shareDraws(means, random, normal);
      const share = drawBeta(a, b, random, normal);
      return {
        next: (inFavour, withMeans, abstaining) => {
          inFavour.fill(favourOf());
          withMeans.fill(meansOf());
          abstaining.fill(share);
        },
      };
    },
    shares: () => ({
      contributed: favour.mean * means.mean,
      supported: favour.mean * (1 - means.mean),
      abstained: ((1 - favour.mean) * a) / (a + b),
      dissented: ((1 - favour.mean) * b) / (a + b),
    }),
  };
}
