import {
  SIMILARITY_COLUMNS,
  similarityIndices,
  type SimilarityName,
} from "../../kernels/similarity-indices.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { CONVENTIONS, type ConventionName } from "./conventions.ts";
import { countedRollCalls } from "./counted-roll-calls.ts";
import { checkVoters } from "./check-indices.ts";
import { jointCell } from "./joint-cell.ts";

/** The value of each measure; null where it is undefined or withheld. */
export type SimilarityValues = Readonly<Record<SimilarityName, number | null>>;

/** How alike two states voted on a set of roll calls. */
export interface DyadAlignment extends SimilarityValues {
  readonly convention: ConventionName;
  /** Jointly recorded votes. */
  readonly n: number;
  /** Nine joint counts: `counts[3 * x + y]`, a's vote x by b's y (0 yes, 1 abstain, 2 no). */
  readonly counts: readonly number[];
}

/** The measures of one table of nine joint counts. */
function similarityOfCounts(counts: ArrayLike<number>): SimilarityValues {
  const table = similarityIndices(Uint32Array.from(counts));
  const entries = SIMILARITY_COLUMNS.map((name) => {
    const value = table[name][0] as number;
    return [name, Number.isNaN(value) ? null : value] as const;
  });
  return Object.fromEntries(entries) as Record<SimilarityName, number | null>;
}

/**
 * The six measures of similarity (see `MEASURE_NOTES` for formulas, ranges and references) of two
 * voters, given as columns of the record, over roll calls given by index. Null where a measure is
 * undefined: without joint votes, and kappa and pi where neither state ever varied.
 */
export function dyadAlignment(
  votes: VoteRecord,
  a: number,
  b: number,
  rollCalls: readonly number[],
  options: { readonly convention: ConventionName },
): DyadAlignment {
  checkVoters(votes, [a, b]);
  const convention = CONVENTIONS[options.convention];
  const counts = Array.from({ length: 9 }, () => 0);
  let n = 0;
  for (const index of countedRollCalls(votes, rollCalls, convention)) {
    const cell = jointCell(votes, index, a, b, convention);
    if (cell < 0) continue;
    counts[cell] = (counts[cell] as number) + 1;
    n += 1;
  }
  return { convention: options.convention, n, counts, ...similarityOfCounts(counts) };
}
