import { allDyads, dyadRow } from "../../measures/alignment/all-dyads.ts";
import { MEASURE_KEYS } from "../shared-notes.ts";
import type { ViewContext } from "../view.ts";

/** Where a dyad stands among all states' similarity with the same partner. */
export interface ReferenceRank {
  readonly rank: number;
  readonly of: number;
  readonly median: number;
}

/** Fewest joint votes for a state to be part of the reference class. */
const FEWEST_JOINT = 50;

/**
 * Ranks every state by its similarity with one partner over some roll calls: the reference class
 * of "alignment with the largest member". States with fewer than 50 joint votes are left out.
 */
export function referenceRanks(
  { record, query, kernels }: ViewContext,
  partner: number,
  rollCalls: readonly number[],
): (voter: number) => ReferenceRank | null {
  const [table] = allDyads(record.votes, [rollCalls], query.convention, kernels);
  const values = new Map<number, number>();
  const column = table![MEASURE_KEYS[query.measure]];
  for (const voter of table!.voters) {
    const row = voter === partner ? -1 : dyadRow(table!, voter, partner);
    if (row < 0 || table!.n[row]! < FEWEST_JOINT || Number.isNaN(column[row]!)) continue;
    values.set(voter, column[row]!);
  }
  const sorted = [...values.values()].sort((a, b) => b - a);
  const middle = sorted.length / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
  return (voter) => {
    const value = values.get(voter);
    if (value === undefined) return null;
    return {
      rank: 1 + sorted.filter((other) => other > value).length,
      of: sorted.length,
      median,
    };
  };
}
