import { VOTE, type VoteRecord } from "../../record/votes.ts";
import type { MemberSpell } from "../cohesion/member-spell.ts";
import { membersAt } from "./members-at.ts";

/** One roll call on which a leader voted: who voted as it did. */
export interface Siding {
  readonly rollCall: number;
  /** The other members that voted as the leader did, and those that voted. */
  readonly same: number;
  readonly cast: number;
  /** The states outside the group that voted as the leader did, and those that voted. */
  readonly outsideSame: number;
  readonly outsideCast: number;
}

/**
 * On each roll call on which the leader of the day voted, how many of the other members and of
 * the states outside voted as it did, yes, abstain and no apart and absences left out. Roll
 * calls on which no other member or nobody outside voted are passed over. `leaderAt` gives the
 * leader's voter at a roll call, or null.
 */
export function sidingWith(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  selection: Int32Array,
  leaderAt: (rollCall: number) => number | null,
): readonly Siding[] {
  const width = votes.voters.length;
  const at = membersAt(spells);
  const result: Siding[] = [];
  for (const index of selection) {
    const leader = leaderAt(index);
    if (leader === null) continue;
    const row = index * width;
    const side = votes.cells[row + leader]!;
    if (side !== VOTE.yes && side !== VOTE.abstain && side !== VOTE.no) continue;
    const { yes, abstain, no } = votes.rollCalls[index]!;
    let outsideSame = side === VOTE.yes ? yes : side === VOTE.no ? no : abstain;
    let outsideCast = yes + abstain + no;
    let [same, cast] = [0, 0];
    let inside = false;
    for (const voter of at(index)) {
      const code = votes.cells[row + voter]!;
      if (code !== VOTE.yes && code !== VOTE.abstain && code !== VOTE.no) continue;
      outsideCast -= 1;
      if (code === side) outsideSame -= 1;
      if (voter === leader) {
        inside = true;
        continue;
      }
      cast += 1;
      if (code === side) same += 1;
    }
    if (inside && cast > 0 && outsideCast > 0)
      result.push({ rollCall: index, same, cast, outsideSame, outsideCast });
  }
  return result;
}
