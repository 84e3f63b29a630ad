import type { VoteRecord } from "../../record/votes.ts";
import { VOTE, VOTE_NAMES } from "../../record/votes.ts";
import { checkSpells } from "./member-spell.ts";
import type { MemberSpell } from "./member-spell.ts";
import { measuredRollCalls, positionOf } from "./roll-call-selection.ts";
import type { RollCallSelection } from "./roll-call-selection.ts";

/**
 * How a group voted on each roll call of a selection: counts by position in `rollCalls`.
 * `size` is the number of members of the group that were members of the United Nations, so
 * yes + no + abstain + absent + unknown = size.
 */
export interface GroupTallies {
  readonly rollCalls: Int32Array;
  readonly yes: Int32Array;
  readonly no: Int32Array;
  readonly abstain: Int32Array;
  readonly absent: Int32Array;
  readonly unknown: Int32Array;
  readonly size: Int32Array;
}

/**
 * Counts the votes of a group whose membership changes over time, in one pass over the cells of
 * each spell. Roll calls on which only some votes are known are left out (`measuredRollCalls`).
 * Fixed groups: `fixedMembers`.
 */
export function groupTallies(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  selection: RollCallSelection,
): GroupTallies {
  checkSpells(votes, spells);
  const rollCalls = measuredRollCalls(votes, selection);
  const { cells } = votes;
  const width = votes.voters.length;
  const length = rollCalls.length;
  const counts = new Int32Array(VOTE_NAMES.length * length);
  for (const { voter, from, to } of spells) {
    const end = positionOf(rollCalls, to);
    for (let position = positionOf(rollCalls, from); position < end; position += 1) {
      const slot = cells[rollCalls[position]! * width + voter]! * length + position;
      counts[slot] = counts[slot]! + 1;
    }
  }
  const of = (code: number): Int32Array => counts.subarray(code * length, (code + 1) * length);
  const size = new Int32Array(length);
  for (let code: number = VOTE.yes; code < VOTE_NAMES.length; code += 1) {
    const column = of(code);
    for (let i = 0; i < length; i += 1) size[i] = size[i]! + column[i]!;
  }
  return {
    rollCalls,
    yes: of(VOTE.yes),
    no: of(VOTE.no),
    abstain: of(VOTE.abstain),
    absent: of(VOTE.absent),
    unknown: of(VOTE.unknown),
    size,
  };
}
