import { UsageError } from "../../errors.ts";
import type { VoteRecord } from "../../record/votes.ts";

/**
 * A time during which a voter belonged to a group: `voter` indexes `VoteRecord.voters`; `from`
 * (inclusive) and `to` (exclusive) index the sorted `VoteRecord.rollCalls`. A voter that left
 * and came back has two spells. Being a member of the United Nations is not part of it: the
 * vote cells say that.
 */
export interface MemberSpell {
  readonly voter: number;
  readonly from: number;
  readonly to: number;
}

/** Spells of voters that belong to the group throughout the record. */
export function fixedMembers(
  votes: VoteRecord,
  voters: Iterable<number>,
): readonly MemberSpell[] {
  return Array.from(voters, (voter) => ({ voter, from: 0, to: votes.rollCalls.length }));
}

/** Throws where a spell lies outside the record or two spells of a voter overlap. */
export function checkSpells(votes: VoteRecord, spells: readonly MemberSpell[]): void {
  const last = votes.rollCalls.length;
  const endOf = new Map<number, number>();
  for (const { voter, from, to } of spells.toSorted((a, b) => a.from - b.from)) {
    if (!Number.isInteger(voter) || voter < 0 || voter >= votes.voters.length) {
      throw new UsageError(
        `a spell names voter ${voter}; voters run from 0 to ${votes.voters.length - 1}`,
      );
    }
    if (
      !Number.isInteger(from) ||
      !Number.isInteger(to) ||
      from < 0 ||
      to < from ||
      to > last
    ) {
      throw new UsageError(
        `the spell [${from}, ${to}) of voter ${voter} must lie within [0, ${last})`,
      );
    }
    if (from < (endOf.get(voter) ?? 0)) {
      throw new UsageError(`two spells of voter ${voter} overlap at roll call ${from}`, {
        hint: "Merge them: a member counts once on a roll call.",
      });
    }
    endOf.set(voter, to);
  }
}
