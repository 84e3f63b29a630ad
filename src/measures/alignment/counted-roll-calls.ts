import { isUnanimousRow } from "../../kernels/vote-masks.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { checkRollCalls } from "./check-indices.ts";
import type { Convention } from "./conventions.ts";

/** The roll calls that count under a convention: all, or those that were not unanimous. */
export function countedRollCalls(
  votes: VoteRecord,
  rollCalls: readonly number[],
  convention: Convention,
): readonly number[] {
  checkRollCalls(votes, rollCalls);
  if (!convention.dropUnanimous) return rollCalls;
  const size = votes.voters.length;
  return rollCalls.filter((index) => !isUnanimousRow(votes.cells, index * size, size));
}
