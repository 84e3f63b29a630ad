import { UsageError } from "../../errors.ts";
import type { VoteRecord } from "../../record/votes.ts";

function check(indices: readonly number[], bound: number, what: string): void {
  for (const index of indices) {
    if (Number.isInteger(index) && index >= 0 && index < bound) continue;
    const hint = bound === 0 ? "There are none." : `Indices run from 0 to ${bound - 1}.`;
    throw new UsageError(`there is no ${what} at index ${index}`, { hint });
  }
}

/** Throws where a roll-call index is not one of the record's. */
export function checkRollCalls(votes: VoteRecord, rollCalls: readonly number[]): void {
  check(rollCalls, votes.rollCalls.length, "roll call");
}

/** Throws where a voter index is not a column of the record. */
export function checkVoters(votes: VoteRecord, voters: readonly number[]): void {
  check(voters, votes.voters.length, "voter");
}
