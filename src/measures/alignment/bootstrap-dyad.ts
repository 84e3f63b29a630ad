import { SIMILARITY_COLUMNS, type SimilarityName } from "../../kernels/similarity-indices.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import type { VoteRecord } from "../../record/votes.ts";
import type { ConventionName } from "./conventions.ts";
import { familyTables, type FamilyOf } from "./family-tables.ts";
import { checkVoters } from "./check-indices.ts";
import {
  checkedResampling,
  percentileInterval,
  tooFew,
  type Interval,
  type ResamplingOptions,
} from "./percentile-interval.ts";

/** What to resample, and under which convention the votes count. */
export interface DyadBootstrapOptions extends ResamplingOptions {
  readonly convention: ConventionName;
  /** The family of a roll call, by index; `RollCall.family` unless told. */
  readonly families?: FamilyOf;
  /** The measures whose intervals are wanted; all six unless told. */
  readonly measures?: readonly SimilarityName[];
  /** Compiled kernels are several times faster; the numbers are the same. */
  readonly kernels?: SimilarityKernels;
}

/** Percentile intervals of the six measures of a dyad; null for those not asked for. */
export interface DyadIntervals {
  readonly level: number;
  readonly draws: number;
  /** Joint votes, and families of resolutions among them. */
  readonly n: number;
  readonly families: number;
  readonly intervals: Readonly<Record<SimilarityName, Interval | null>>;
  /** Why there is no interval at all, or null. */
  readonly withheld: string | null;
}

/**
 * Percentile intervals of the six measures of two voters by resampling families of resolutions,
 * with replacement, among the roll calls given on which both voted: the Assembly votes on nearly
 * the same text again and again, and on its paragraphs, so single roll calls are not independent.
 * The interval describes these roll calls (how much the value hangs on which texts came to a
 * vote), not a population of votes that never took place. Withheld (null) below 10 joint votes or
 * 10 families, and for a measure undefined in more than a tenth of the draws. The ends of kappa,
 * pi and A need not enclose the value when it lies at the edge of its range. Field and Welsh 2007,
 * doi:10.1111/j.1467-9868.2007.00593.x. The same random source gives the same interval.
 */
export function bootstrapDyad(
  votes: VoteRecord,
  a: number,
  b: number,
  rollCalls: readonly number[],
  options: DyadBootstrapOptions,
): DyadIntervals {
  checkVoters(votes, [a, b]);
  const { draws, level } = checkedResampling(options);
  const familyOf =
    options.families ?? ((index) => votes.rollCalls[index]?.family ?? -1 - index);
  const tables = familyTables(votes, [[a, b]], rollCalls, options.convention, familyOf);
  const { rollCalls: n, families } = tables;
  const withheld = tooFew(n, families);
  const { kernels = plainKernels, measures = SIMILARITY_COLUMNS, random } = options;
  // The mean over one dyad is its own value.
  const drawn =
    withheld === null
      ? kernels.resampledMeans(
          tables.dyads,
          kernels.multinomialWeights(tables.sizes, draws, random),
          draws,
        )
      : undefined;
  const intervals = Object.fromEntries(
    SIMILARITY_COLUMNS.map((name) => [
      name,
      drawn === undefined || !measures.includes(name)
        ? null
        : percentileInterval(drawn[name], level),
    ]),
  ) as Record<SimilarityName, Interval | null>;
  return { level, draws, n, families, intervals, withheld };
}
