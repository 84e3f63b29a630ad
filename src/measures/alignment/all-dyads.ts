import type { SimilarityTable } from "../../kernels/similarity-indices.ts";
import type { SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { checkRollCalls } from "./check-indices.ts";
import { CONVENTIONS, type ConventionName } from "./conventions.ts";

/**
 * Similarity of all pairs of states that voted in a period. Row p is the pair of voters `a[p]` and
 * `b[p]` (columns of the record, a before b); rows run through `voters` as (0,1), (0,2), ...,
 * (1,2), .... A pair that voted in the period but never together has n = 0 and no values (NaN).
 */
export interface DyadTable extends SimilarityTable {
  /** Columns of the record with at least one counted vote in the period, ascending. */
  readonly voters: Uint16Array;
  readonly a: Uint16Array;
  readonly b: Uint16Array;
}

/**
 * The six similarity measures (see `MEASURE_NOTES`) and n for every pair of states in every
 * period, a period being a list of roll-call indices; one table a period. Undefined values are
 * NaN, never 0. The kernels come from `createKernels`, or `plainKernels` for the same numbers.
 */
export function allDyads(
  votes: VoteRecord,
  periods: readonly (readonly number[])[],
  convention: ConventionName,
  kernels: SimilarityKernels,
): readonly DyadTable[] {
  const rule = CONVENTIONS[convention];
  return periods.map((rollCalls) => {
    checkRollCalls(votes, rollCalls);
    const masks = kernels.voteMasks(votes.cells, votes.voters.length, rollCalls, rule);
    const similarity = kernels.dyadSimilarity(masks);
    const { voters } = masks;
    const a = new Uint16Array(similarity.length);
    const b = new Uint16Array(similarity.length);
    let row = 0;
    for (let i = 0; i < voters.length; i++) {
      const rest = voters.length - 1 - i;
      a.fill(voters[i] as number, row, row + rest);
      b.set(voters.subarray(i + 1), row);
      row += rest;
    }
    return { ...similarity, voters, a, b };
  });
}

/** The row of a pair of voters, in either order, or -1 where one of them did not vote. */
export function dyadRow(table: DyadTable, a: number, b: number): number {
  const i = table.voters.indexOf(Math.min(a, b));
  const j = table.voters.indexOf(Math.max(a, b));
  if (i < 0 || j < 0 || i === j) return -1;
  return i * table.voters.length - (i * (i + 1)) / 2 + (j - i - 1);
}
