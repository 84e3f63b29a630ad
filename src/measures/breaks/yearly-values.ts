import { seededRandom } from "../../kernels/random.ts";
import type { SimilarityName } from "../../kernels/similarity-indices.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { bootstrapDyad } from "../alignment/bootstrap-dyad.ts";
import type { ConventionName } from "../alignment/conventions.ts";
import { dyadAlignment } from "../alignment/dyad-alignment.ts";
import { cohesion } from "../cohesion/cohesion.ts";
import { groupTallies } from "../cohesion/group-tallies.ts";
import type { MemberSpell } from "../cohesion/member-spell.ts";
import { normalSpan } from "../positions/normal-span.ts";

/** The roll calls of one year. */
export interface RollCallYear {
  readonly year: number;
  readonly rollCalls: Int32Array;
}

/** A value of one year with its interval. */
export interface YearlyValue {
  readonly year: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Half the interval over the normal span of its level. */
  readonly error: number;
  readonly n: number;
}

/** How the values' intervals are drawn; 200 draws unless told. */
export interface YearlyOptions {
  readonly level: number;
  readonly seed: number;
  readonly draws?: number;
  /** Compiled kernels draw faster; the numbers are the same. */
  readonly kernels?: SimilarityKernels;
}

const DRAWS = 200;

const errorOf = (lower: number, upper: number, level: number): number =>
  (upper - lower) / (2 * normalSpan(level));

/**
 * A measure of similarity of two voters year by year, over the roll calls given for each year.
 * The standard error is read off the percentile interval over families of resolutions
 * (`bootstrapDyad`), as if it were normal. Years without an interval (below ten joint votes or
 * ten families) or without a value are left out.
 */
export function yearlyAlignment(
  votes: VoteRecord,
  [a, b]: readonly [number, number],
  years: readonly RollCallYear[],
  measure: SimilarityName,
  {
    level,
    seed,
    draws = DRAWS,
    convention,
    kernels = plainKernels,
  }: YearlyOptions & { readonly convention: ConventionName },
): readonly YearlyValue[] {
  return years.flatMap(({ year, rollCalls }) => {
    const indices = Array.from(rollCalls);
    const own = dyadAlignment(votes, a, b, indices, { convention });
    const value = own[measure];
    if (value === null) return [];
    const random = seededRandom(seed);
    const options = { level, draws, convention, random, kernels, measures: [measure] };
    const interval = bootstrapDyad(votes, a, b, indices, options).intervals[measure];
    if (interval === null) return [];
    const { lower, upper } = interval;
    return [{ year, value, lower, upper, error: errorOf(lower, upper, level), n: own.n }];
  });
}

/** The mean agreement index of a group year by year (`cohesion`), by the same rules. */
export function yearlyCohesion(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  years: readonly RollCallYear[],
  { level, seed, draws = DRAWS, kernels = plainKernels }: YearlyOptions,
): readonly YearlyValue[] {
  const families = Int32Array.from(votes.rollCalls, ({ family }) => family);
  return years.flatMap(({ year, rollCalls }) => {
    const own = cohesion(groupTallies(votes, spells, rollCalls), {
      draws,
      level,
      families,
      random: seededRandom(seed),
      kernels,
    });
    const { lower, upper } = own.interval ?? { lower: null, upper: null };
    if (own.agreement === null || lower === null || upper === null) return [];
    const error = errorOf(lower, upper, level);
    return [{ year, value: own.agreement, lower, upper, error, n: own.rollCalls }];
  });
}
