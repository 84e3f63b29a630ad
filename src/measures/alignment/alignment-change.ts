import type { Random } from "../../kernels/random.ts";
import { resampledCounts } from "../../kernels/resampled-counts.ts";
import { similarityIndices } from "../../kernels/similarity-indices.ts";
import type { VoteRecord } from "../../record/votes.ts";
import type { ConventionName } from "./conventions.ts";
import { dyadAlignment } from "./dyad-alignment.ts";
import { familyTables } from "./family-tables.ts";
import { multinomialWeights } from "../../kernels/multinomial-weights.ts";
import { checkedResampling, percentileInterval, tooFew } from "./percentile-interval.ts";

/** A value with its percentile interval; null where it is undefined or withheld. */
export interface BoundedValue {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Mean kappa of dyads in two windows, and the change between them. */
export interface AlignmentChange {
  /** Roll calls on which at least one dyad voted jointly. */
  readonly n: { readonly before: number; readonly after: number };
  readonly before: BoundedValue;
  readonly after: BoundedValue;
  readonly change: BoundedValue;
}

interface Options {
  readonly convention: ConventionName;
  readonly draws?: number;
  readonly level?: number;
  readonly random: Random;
}

type Dyads = readonly (readonly [number, number])[];

interface Window {
  readonly n: number;
  readonly value: number | null;
  /** The mean kappa of each resample, or null where too few votes allow none. */
  readonly drawn: Float64Array | null;
}

function windowOf(
  votes: VoteRecord,
  dyads: Dyads,
  rollCalls: readonly number[],
  options: Options,
): Window {
  const values = dyads.map(([a, b]) => dyadAlignment(votes, a, b, rollCalls, options).kappa);
  const known = values.filter((value) => value !== null);
  const complete = known.length === dyads.length && known.length > 0;
  const value = complete ? known.reduce((sum, kappa) => sum + kappa, 0) / known.length : null;
  const familyOf = (index: number): number => votes.rollCalls[index]?.family ?? -1 - index;
  const tables = familyTables(votes, dyads, rollCalls, options.convention, familyOf);
  if (!complete || tooFew(tables.rollCalls, tables.families) !== null) {
    return { n: tables.rollCalls, value, drawn: null };
  }
  const { draws } = checkedResampling(options);
  const weights = multinomialWeights(tables.sizes, draws, options.random);
  const drawn = new Float64Array(draws);
  for (const entries of tables.dyads) {
    const { kappa } = similarityIndices(resampledCounts(entries, weights, draws));
    for (let draw = 0; draw < draws; draw += 1) drawn[draw]! += kappa[draw]! / dyads.length;
  }
  return { n: tables.rollCalls, value, drawn };
}

/**
 * The mean kappa of some dyads (positions among the voters) on the roll calls before an event and
 * on those after it, and the change, after minus before, in [-2, 2]. Cohen 1960,
 * doi:10.1177/001316446002000104. Intervals are percentiles over families of resolutions drawn with
 * replacement (Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x), in each window by
 * itself and for all dyads at once; they describe these roll calls. A value is null where the kappa
 * of any dyad is undefined in the window; an interval is withheld below 10 roll calls or 10
 * families.
 */
export function alignmentChange(
  votes: VoteRecord,
  dyads: Dyads,
  rollCalls: { readonly before: readonly number[]; readonly after: readonly number[] },
  options: Options,
): AlignmentChange {
  const { level } = checkedResampling(options);
  const before = windowOf(votes, dyads, rollCalls.before, options);
  const after = windowOf(votes, dyads, rollCalls.after, options);
  const bounded = (value: number | null, drawn: Float64Array | null): BoundedValue => {
    const interval = drawn === null ? null : percentileInterval(drawn, level);
    return { value, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
  };
  const both = before.value !== null && after.value !== null;
  // Taken before the intervals, which put the draws of a window in order.
  const changes =
    before.drawn === null || after.drawn === null
      ? null
      : after.drawn.map((value, draw) => value - before.drawn![draw]!);
  return {
    n: { before: before.n, after: after.n },
    before: bounded(before.value, before.drawn),
    after: bounded(after.value, after.drawn),
    change: bounded(both ? after.value - before.value : null, changes),
  };
}
