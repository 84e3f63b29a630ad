import { UsageError } from "../../errors.ts";
import type { VoteRecord } from "../../record/votes.ts";

/**
 * The roll calls that a measure looks at: ascending indices into `VoteRecord.rollCalls`. A
 * session, a year, a topic or any filter gives one.
 */
export type RollCallSelection = readonly number[] | Int32Array;

/** A named selection of roll calls. */
export interface Period {
  readonly label: string;
  readonly rollCalls: RollCallSelection;
}

/** Every roll call of the record. */
export function allRollCalls(votes: VoteRecord): Int32Array {
  return Int32Array.from(votes.rollCalls, (_, index) => index);
}

/**
 * The roll calls of a selection that measures count: all but those on which only some states'
 * votes are known, since who is missing there is not by chance. Throws where the indices do not
 * ascend or lie outside the record.
 */
export function measuredRollCalls(votes: VoteRecord, selection: RollCallSelection): Int32Array {
  let previous = -1;
  for (const index of selection) {
    if (!Number.isInteger(index) || index <= previous || index >= votes.rollCalls.length) {
      throw new UsageError(
        `roll call ${index} after ${previous}: indices must ascend and stay below ` +
          `${votes.rollCalls.length}`,
      );
    }
    previous = index;
  }
  return Int32Array.from(selection).filter((index) => votes.rollCalls[index]!.partial !== true);
}

/** The first position in the selection whose roll call is `index` or later. */
export function positionOf(rollCalls: Int32Array, index: number): number {
  let low = 0;
  let high = rollCalls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rollCalls[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
