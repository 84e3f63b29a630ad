import type { Random } from "../../kernels/random.ts";
import type { SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import type { VoteRecord } from "../../record/votes.ts";
import type { ConventionName } from "../alignment/conventions.ts";
import type { FamilyOf } from "../alignment/family-tables.ts";
import { checkedResampling } from "../alignment/percentile-interval.ts";
import { quantiles } from "../statistics/quantile.ts";
import { adjustedRand } from "./adjusted-rand.ts";
import { cellColumns, countedPlaces } from "./cell-columns.ts";
import { louvain, type Partition } from "./louvain.ts";
import { modularityNull, type ModularityNull } from "./modularity-null.ts";
import { numberBlocs } from "./number-blocs.ts";
import { placedVoters, similarityGraph } from "./similarity-graph.ts";
import { stabilityOf, togetherShares } from "./together-shares.ts";
import { variationOfInformation } from "./variation-of-information.ts";

/** How blocs are sought. */
export interface BlocOptions {
  readonly convention: ConventionName;
  readonly kernels: SimilarityKernels;
  readonly random: Random;
  /** Bootstrap draws; 100 unless told. */
  readonly draws?: number;
  /** Graphs of the null of modularity; none unless told. */
  readonly nulls?: number;
  /** Level of the intervals; 0.9 unless told. */
  readonly level?: number;
  /** The family of a roll call, by index; `RollCall.family` unless told. */
  readonly families?: FamilyOf;
}

/** A figure over the bootstrap draws. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** The blocs of the Assembly in a period. */
export interface VotingBlocs {
  /** Columns of the record of the states that can be placed, ascending. */
  readonly voters: Uint16Array;
  /** The bloc of each, from 1, the largest first; 0 for one that stands alone. */
  readonly bloc: Int32Array;
  readonly sizes: readonly number[];
  /** The same for the division on which most draws agree. */
  readonly consensus: Int32Array;
  readonly consensusSizes: readonly number[];
  readonly modularity: number;
  readonly null: ModularityNull | null;
  /**
   * For each state the mean share of draws in which it falls together with another state of its
   * bloc; for one that stands alone the share of draws in which it does.
   */
  readonly stability: Float64Array;
  /** Share of draws in which states i and j fall together, at `i * voters.length + j`. */
  readonly together: Float64Array;
  /** The community of each state in the division itself, and in each draw. */
  readonly communities: Int32Array;
  readonly drawn: readonly Int32Array[];
  /** Blocs of two states or more in a draw. */
  readonly counts: Spread | null;
  /** Likeness of a draw's division to the division itself. */
  readonly rand: Spread | null;
  readonly information: Spread | null;
  readonly rollCalls: number;
  readonly families: number;
  readonly draws: number;
  readonly level: number;
  /** Why nothing is given, or null. */
  readonly withheld: string | null;
}

/** Orders of nodes that are tried for the division itself; the most modular one is kept. */
const RESTARTS = 10;
/** Fewest families of resolutions for which blocs are sought. */
const FEWEST_FAMILIES = 10;
/** Fewest states among which blocs are sought. */
const FEWEST_STATES = 10;

function bestOf(
  weights: Float64Array,
  n: number,
  random: Random,
  kernels: SimilarityKernels,
): Partition {
  let best = louvain(weights, n, random, kernels);
  for (let k = 1; k < RESTARTS; k += 1) {
    const other = louvain(weights, n, random, kernels);
    if (other.modularity > best.modularity) best = other;
  }
  return best;
}

function spread(values: readonly number[], level: number): Spread | null {
  if (values.length === 0) return null;
  const tail = (1 - level) / 2;
  const [lower, median, upper] = quantiles(values, [tail, 0.5, 1 - tail]);
  return { lower: lower!, median: median!, upper: upper! };
}

/** The roll calls by family, in the order of first appearance. */
function byFamily(rollCalls: ArrayLike<number>, familyOf: FamilyOf): readonly number[][] {
  const groups = new Map<number, number[]>();
  for (const index of Array.from(rollCalls)) {
    const family = familyOf(index);
    const group = groups.get(family);
    if (group === undefined) groups.set(family, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}

/** Whether each of the roll calls counts by a convention: unanimous is the whole Assembly. */
function countedOf(
  votes: VoteRecord,
  rollCalls: readonly number[],
  convention: ConventionName,
): readonly boolean[] {
  return countedPlaces(cellColumns(votes, [...votes.voters.keys()], rollCalls), convention);
}

/** Where each family begins when all lie one after the other, and its places that count. */
function placesOf(families: readonly (readonly number[])[], counted: readonly boolean[]) {
  const starts = new Int32Array(families.length + 1);
  const places = families.map(({ length }, f) => {
    starts[f + 1] = starts[f]! + length;
    return Array.from({ length }, (_, at) => starts[f]! + at).filter((at) => counted[at]!);
  });
  return { places, starts };
}

/**
 * The voting blocs of a period: communities of the graph of chance-corrected similarity
 * (`similarityGraph`) by the method of Louvain (`louvain`), for the states with ten votes or more.
 * How firm they are is told by dividing again after drawing the families of repeated resolutions
 * with replacement: the share of draws in which two states fall together; how far the draws'
 * divisions differ from the division itself (adjusted Rand index, variation of information); and a
 * consensus, the communities of the graph of those shares above one half (Lancichinetti and
 * Fortunato 2012, doi:10.1038/srep00336). How bundled similarity is stands beside its null
 * (`modularityNull`): where p is above 0.05 there is no evidence of blocs. Withheld below ten
 * families or ten states. A bloc is who votes alike more than their habits make them, not an
 * organisation; a state between two blocs is put into one all the same, with low stability. The
 * same random source gives the same blocs.
 */
export function votingBlocs(
  votes: VoteRecord,
  rollCalls: ArrayLike<number>,
  options: BlocOptions,
): VotingBlocs {
  const { convention, kernels, random, nulls = 0 } = options;
  const { draws, level } = checkedResampling({ draws: 100, ...options });
  const familyOf =
    options.families ?? ((index) => votes.rollCalls[index]?.family ?? -1 - index);
  const families = byFamily(rollCalls, familyOf);
  const voters = placedVoters(votes, rollCalls, convention);
  const n = voters.length;
  const withheld =
    families.length < FEWEST_FAMILIES
      ? `${families.length} families of resolutions; ${FEWEST_FAMILIES} are needed`
      : n < FEWEST_STATES
        ? `${n} states with enough votes; ${FEWEST_STATES} are needed`
        : null;
  if (withheld !== null) {
    return {
      ...EMPTY,
      rollCalls: rollCalls.length,
      families: families.length,
      level,
      withheld,
    };
  }
  const rows = families.flat();
  const columns = cellColumns(votes, voters, rows);
  const { places, starts } = placesOf(families, countedOf(votes, rows, convention));
  const weights = similarityGraph(columns, places.flat(), convention, kernels);
  const { communities, modularity } = bestOf(weights, n, random, kernels);
  const nullOptions = { convention, kernels, random, draws: nulls };
  const scratch = new Float64Array(n * n);
  const drawn = Array.from({ length: draws }, () => {
    const drawnPlaces = places.flatMap(() => places[random.below(places.length)]!);
    similarityGraph(columns, drawnPlaces, convention, kernels, scratch);
    return louvain(scratch, n, random, kernels).communities;
  });
  const keys = Array.from(voters, (voter) => votes.voters[voter]!);
  const { bloc, sizes } = numberBlocs(communities, keys);
  const together = togetherShares(drawn, n);
  const agreed = louvain(
    together.map((share, at) => (share > 0.5 && at % (n + 1) !== 0 ? share : 0)),
    n,
    random,
    kernels,
  );
  const consensus = numberBlocs(agreed.communities, keys);
  return {
    voters,
    bloc,
    sizes,
    consensus: consensus.bloc,
    consensusSizes: consensus.sizes,
    modularity,
    null:
      nulls === 0
        ? null
        : modularityNull({ ...columns, starts }, { weights, modularity }, nullOptions),
    stability: stabilityOf(together, communities),
    together,
    communities,
    drawn,
    counts: spread(
      drawn.map((other) => numberBlocs(other, keys).sizes.length),
      level,
    ),
    rand: spread(
      drawn.map((other) => adjustedRand(communities, other)),
      level,
    ),
    information: spread(
      drawn.map((other) => variationOfInformation(communities, other)),
      level,
    ),
    rollCalls: rollCalls.length,
    families: families.length,
    draws,
    level,
    withheld: null,
  };
}

const EMPTY = {
  voters: new Uint16Array(0),
  bloc: new Int32Array(0),
  sizes: [],
  consensus: new Int32Array(0),
  consensusSizes: [],
  modularity: 0,
  null: null,
  stability: new Float64Array(0),
  together: new Float64Array(0),
  communities: new Int32Array(0),
  drawn: [],
  counts: null,
  rand: null,
  information: null,
  draws: 0,
} as const;
