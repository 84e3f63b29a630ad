import type { RollCall, VoteRecord } from "../../record/votes.ts";

/** How many roll calls, from the first on, were over before the day began. */
export function knownBefore(votes: VoteRecord, day: string): number {
  let low = 0;
  let high = votes.rollCalls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((votes.rollCalls[middle] as RollCall).date < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a roll call was on an amendment or a paragraph rather than a whole text. */
export function onPart({ amendment, paragraph }: RollCall): boolean {
  return amendment === true || paragraph === true;
}
