import { UsageError } from "../../errors.ts";
import {
  SIMILARITY_COLUMNS,
  similarityIndices,
  type SimilarityName,
  type SimilarityTable,
} from "../../kernels/similarity-indices.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import type { VoteRecord } from "../../record/votes.ts";
import type { ConventionName } from "./conventions.ts";
import type { SimilarityValues } from "./dyad-alignment.ts";
import { familyTables, type FamilyOf, type FamilyTables } from "./family-tables.ts";
import { checkVoters } from "./check-indices.ts";
import {
  checkedResampling,
  FEWEST_VOTES,
  percentileInterval,
  tooFew,
  type Interval,
  type ResamplingOptions,
} from "./percentile-interval.ts";

/** What to resample, and under which convention the votes count. */
export interface GroupAlignmentOptions extends ResamplingOptions {
  readonly convention: ConventionName;
  /** The family of a roll call, by index; `RollCall.family` unless told. */
  readonly families?: FamilyOf;
  /** The measures whose intervals are wanted; all six unless told. */
  readonly measures?: readonly SimilarityName[];
  /** Compiled kernels make large groups several times faster; the numbers are the same. */
  readonly kernels?: SimilarityKernels;
}

/** The mean pairwise similarity of a group of states. */
export interface GroupAlignment extends SimilarityValues {
  readonly convention: ConventionName;
  /** Dyads in the mean (ten joint votes or more), and dyads of the group left out of it. */
  readonly dyads: number;
  readonly leftOut: number;
  /** Of the dyads in the mean, how many have a value of each measure. */
  readonly defined: Readonly<Record<SimilarityName, number>>;
  /** Roll calls on which at least one of the dyads voted jointly, and families among them. */
  readonly n: number;
  readonly families: number;
  readonly level: number;
  readonly draws: number;
  /** Null also for a measure that was not asked for. */
  readonly intervals: Readonly<Record<SimilarityName, Interval | null>>;
  /** Why there is no interval at all, or null. */
  readonly withheld: string | null;
}

function eachMeasure<Value>(
  of: (name: SimilarityName) => Value,
): Record<SimilarityName, Value> {
  const entries = SIMILARITY_COLUMNS.map((name) => [name, of(name)] as const);
  return Object.fromEntries(entries) as Record<SimilarityName, Value>;
}

/** Mean of the values that are defined (not NaN), and how many there are. */
function definedMean(values: Float64Array): { readonly mean: number; readonly count: number } {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return { mean: sum / count, count };
}

/** The measures of every dyad, one row a dyad. */
function measuresOf(tables: FamilyTables): SimilarityTable {
  const counts = new Uint32Array(9 * tables.dyads.length);
  tables.dyads.forEach(({ group, cell, count }, d) => {
    group.forEach((k, e) => {
      const at = (cell[e] as number) * tables.dyads.length + d;
      counts[at] = (counts[at] as number) + (tables.sizes[k] as number) * (count[e] as number);
    });
  });
  return similarityIndices(counts);
}

/** All pairs of members. */
function dyadsOf(members: readonly number[]): (readonly [number, number])[] {
  return members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));
}

/**
 * The mean of each measure of similarity over all dyads of a group with at least ten joint votes,
 * every dyad weighing the same; formulas as in `MEASURE_NOTES`, ranges those of the measures.
 * Members are columns of the record; a group whose membership changes is asked about period by
 * period. Intervals: families of resolutions are resampled once for all dyads together, because
 * the dyads share the roll calls; they describe these roll calls, as in `bootstrapDyad`. Values
 * are null where no dyad has one; intervals are withheld below 10 roll calls or 10 families, and
 * where more than a tenth of the draws give none. The same random source gives the same interval.
 */
export function groupAlignment(
  votes: VoteRecord,
  members: readonly number[],
  rollCalls: readonly number[],
  options: GroupAlignmentOptions,
): GroupAlignment {
  checkVoters(votes, members);
  if (new Set(members).size !== members.length || members.length < 2) {
    throw new UsageError(`a group of voters [${members.join(", ")}] cannot be compared`, {
      hint: "Name two voters or more, each once.",
    });
  }
  const { draws, level } = checkedResampling(options);
  const { convention } = options;
  const familyOf =
    options.families ?? ((index) => votes.rollCalls[index]?.family ?? -1 - index);
  const all = dyadsOf(members);
  const everything = familyTables(votes, all, rollCalls, convention, familyOf);
  const whole = measuresOf(everything);
  const dyads = all.filter((_, d) => (whole.n[d] as number) >= FEWEST_VOTES);
  const tables =
    dyads.length === all.length
      ? everything
      : familyTables(votes, dyads, rollCalls, convention, familyOf);
  const kept = eachMeasure((name) =>
    definedMean(whole[name].filter((_, d) => (whole.n[d] as number) >= FEWEST_VOTES)),
  );
  const withheld = tooFew(tables.rollCalls, tables.families);
  const { kernels = plainKernels, measures = SIMILARITY_COLUMNS, random } = options;
  const drawn =
    withheld === null
      ? kernels.resampledMeans(
          tables.dyads,
          kernels.multinomialWeights(tables.sizes, draws, random),
          draws,
        )
      : undefined;
  return {
    convention,
    dyads: dyads.length,
    leftOut: all.length - dyads.length,
    defined: eachMeasure((name) => kept[name].count),
    n: tables.rollCalls,
    families: tables.families,
    level,
    draws,
    ...eachMeasure((name) => (kept[name].count === 0 ? null : kept[name].mean)),
    intervals: eachMeasure((name) =>
      drawn === undefined || !measures.includes(name)
        ? null
        : percentileInterval(drawn[name], level),
    ),
    withheld,
  };
}
