import { drawGroups, type Candidates, type DrawnGroups } from "./draw-groups.ts";
import { dyadTables } from "./dyad-tables.ts";
import { familyMeans } from "./family-means.ts";
import { groupMeans, type CellRows, type MeanRule, type Runs } from "./group-means.ts";
import { kappaLinks, type CellColumns, type LinkRule } from "./kappa-links.ts";
import { moveNodes } from "./move-nodes.ts";
import type { DyadEntries } from "./resampled-counts.ts";
import { resampledMeans, type SimilarityMeans } from "./resampled-means.ts";
import { partitionDraws, type PartitionedDraws } from "./partition-draws.ts";
import { multinomialWeights } from "./multinomial-weights.ts";
import type { Random } from "./random.ts";
import { similarityIndices, type SimilarityTable } from "./similarity-indices.ts";
import { voteMasks, type MaskRule, type VoteMasks } from "./vote-masks.ts";

/** The kernels of vote similarity: compiled (`createKernels`) or plain (`plainKernels`). */
export interface SimilarityKernels {
  /** Bit masks of the votes on the chosen rows; see `voteMasks`. */
  readonly voteMasks: (
    cells: Uint8Array,
    voterCount: number,
    rows: ArrayLike<number>,
    rule: MaskRule,
  ) => VoteMasks;
  /** Nine joint counts for each pair; see `dyadTables`. */
  readonly dyadTables: (masks: VoteMasks) => Uint32Array;
  /** Six measures from joint counts; see `similarityIndices`. */
  readonly similarityIndices: (counts: Uint32Array) => SimilarityTable;
  /** `similarityIndices(dyadTables(masks))` without the counts in between. */
  readonly dyadSimilarity: (masks: VoteMasks) => SimilarityTable;
  /** Links of kappa between voters; see `kappaLinks`. */
  readonly kappaLinks: (
    columns: CellColumns,
    places: ArrayLike<number>,
    rule: LinkRule,
    links: Float64Array,
  ) => Float64Array;
  /** Communities of a graph by moves of single nodes; see `moveNodes`. */
  readonly moveNodes: (weights: Float64Array, order: Int32Array) => Int32Array;
  /** How often each group is hit by each resample; see `multinomialWeights`. */
  readonly multinomialWeights: (
    sizes: readonly number[],
    draws: number,
    random: Random,
  ) => Int32Array;
  /** Means of resampled families; see `familyMeans`. */
  readonly familyMeans: (
    sums: Float64Array,
    counts: Int32Array,
    draws: number,
    random: Random,
  ) => Float64Array;
  /** Best divisions of series into segments; see `partitionDraws`. */
  readonly partitionDraws: (
    series: Float64Array,
    weights: Float64Array,
    minimum: number,
    maximum: number,
  ) => PartitionedDraws;
  /** Random groups of states; see `drawGroups`. */
  readonly drawGroups: (
    candidates: Candidates,
    voters: number,
    draws: number,
    random: Random,
  ) => DrawnGroups;
  /** Mean agreement of groups of voters; see `groupMeans`. */
  readonly groupMeans: (
    rows: CellRows,
    runs: readonly Runs[],
    holders: Int32Array,
    rule: MeanRule,
  ) => Float64Array;
  /** Means over dyads of resampled votes; see `resampledMeans`. */
  readonly resampledMeans: (
    dyads: readonly DyadEntries[],
    weights: Int32Array,
    draws: number,
  ) => SimilarityMeans;
}

/** The similarity kernels in plain TypeScript: the same numbers to the last bit, more slowly. */
export const plainKernels: SimilarityKernels = {
  voteMasks,
  dyadTables,
  similarityIndices,
  dyadSimilarity: (masks) => similarityIndices(dyadTables(masks)),
  kappaLinks,
  moveNodes,
  multinomialWeights,
  familyMeans,
  partitionDraws,
  drawGroups,
  groupMeans,
  resampledMeans,
};
