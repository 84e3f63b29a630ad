import { quantiles } from "../statistics/quantile.ts";
import { agreementIndex } from "./agreement-index.ts";
import { bootstrapMean } from "./bootstrap-mean.ts";
import type { BootstrapInterval, BootstrapOptions } from "./bootstrap-mean.ts";
import type { GroupTallies } from "./group-tallies.ts";
import { pairAgreement } from "./pair-agreement.ts";
import { riceIndex } from "./rice-index.ts";

/** A roll call counts where at least this many members voted. */
export const FEWEST_VOTES = 2;
/** A mean is withheld below this many counted roll calls. */
export const FEWEST_ROLL_CALLS = 10;
/** The probabilities of the quantiles in a distribution of cohesion. */
export const COHESION_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Number of equal bins of the histogram over [0, 1]; the last one includes 1. */
const HISTOGRAM_BINS = 10;

/** How like-minded a group voted over a selection of roll calls. */
export interface Cohesion {
  /** Mean agreement index, null where withheld. */
  readonly agreement: number | null;
  /** Mean Rice index over the `riceRollCalls` with two or more votes of yes or no. */
  readonly rice: number | null;
  /** Mean share of pairs alike: the figure to compare between groups of different sizes. */
  readonly pairs: number | null;
  /** Share of counted roll calls on which all who voted did so alike. */
  readonly unanimous: number | null;
  /** Quantiles of the agreement index at `COHESION_QUANTILES`. */
  readonly quantiles: readonly number[] | null;
  /** Counted roll calls by agreement index in `HISTOGRAM_BINS` bins. */
  readonly histogram: readonly number[];
  /** Number of roll calls counted, and left out because fewer than two members voted. */
  readonly rollCalls: number;
  readonly skipped: number;
  readonly riceRollCalls: number;
  /** Interval of `agreement`; null where none was asked for or the mean is withheld. */
  readonly interval: BootstrapInterval | null;
  /** Why the values are null, or null. */
  readonly withheld: string | null;
}

/** Resampling by family: `families` holds one number for each roll call of the record. */
export interface CohesionBootstrap extends BootstrapOptions {
  readonly families: ArrayLike<number>;
}

/** The mean of a list that is long enough, else null. */
function meanOf(values: readonly number[]): number | null {
  if (values.length < FEWEST_ROLL_CALLS) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The cohesion of a group over a selection of roll calls: mean agreement index, mean Rice
 * index, mean share of pairs alike and the distribution of the agreement index, with an
 * interval by family of resolutions if `bootstrap` is given (`bootstrapMean`). Absent and
 * unknown votes do not count. A roll call on which fewer than two members voted is left out;
 * everything is withheld below ten roll calls. Both indices run higher in small groups, hence
 * `pairs`, and higher where the whole Assembly agrees, hence `cohesionOfAll` and
 * `randomGroupCohesion`.
 */
export function cohesion(tallies: GroupTallies, bootstrap?: CohesionBootstrap): Cohesion {
  const agreements: number[] = [];
  const rices: number[] = [];
  const pairs: number[] = [];
  const families: number[] = [];
  const histogram = Array.from({ length: HISTOGRAM_BINS }, () => 0);
  let alike = 0;
  for (let i = 0; i < tallies.rollCalls.length; i += 1) {
    const yes = tallies.yes[i]!;
    const no = tallies.no[i]!;
    const abstain = tallies.abstain[i]!;
    if (yes + no + abstain < FEWEST_VOTES) continue;
    const agreement = agreementIndex(yes, no, abstain)!;
    agreements.push(agreement);
    pairs.push(pairAgreement(yes, no, abstain)!);
    if (yes + no >= FEWEST_VOTES) rices.push(riceIndex(yes, no)!);
    if (agreement === 1) alike += 1;
    // The tolerance keeps 3/10, say, in the bin that begins there.
    const bin = Math.min(Math.floor(agreement * HISTOGRAM_BINS + 1e-9), HISTOGRAM_BINS - 1);
    histogram[bin] = histogram[bin]! + 1;
    families.push(bootstrap?.families[tallies.rollCalls[i]!] ?? 0);
  }
  const n = agreements.length;
  const enough = n >= FEWEST_ROLL_CALLS;
  return {
    agreement: meanOf(agreements),
    rice: meanOf(rices),
    pairs: meanOf(pairs),
    unanimous: enough ? alike / n : null,
    quantiles: enough ? quantiles(agreements, COHESION_QUANTILES) : null,
    histogram,
    rollCalls: n,
    skipped: tallies.rollCalls.length - n,
    riceRollCalls: rices.length,
    interval: enough && bootstrap ? bootstrapMean(agreements, families, bootstrap) : null,
    withheld: enough ? null : `${n} roll calls with votes; ${FEWEST_ROLL_CALLS} are needed`,
  };
}
