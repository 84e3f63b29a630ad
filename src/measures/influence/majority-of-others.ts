import { VOTE, type VoteRecord } from "../../record/votes.ts";
import type { MemberSpell } from "../cohesion/member-spell.ts";
import { membersAt } from "./members-at.ts";

/** How one member stood to the majority of the others of its group. */
export interface MajorityOfOthers {
  readonly voter: number;
  /** Contested roll calls on which it voted and the others had a majority, ascending. */
  readonly rollCalls: Int32Array;
  /** 1 where it voted as the majority of the others did. */
  readonly with: Uint8Array;
  /** Of these, those on which it abstained. */
  readonly abstained: number;
  /** Contested roll calls on which it was absent or its vote is unknown. */
  readonly absent: number;
  /** Contested roll calls on which it voted and the others had no single largest side. */
  readonly tied: number;
}

interface Columns {
  readonly at: number[];
  readonly with: number[];
  abstained: number;
  absent: number;
  tied: number;
}

/** Members that must have voted for a roll call to count: two others have to make a majority. */
const FEWEST_VOTES = 3;

/**
 * For each member, on each contested roll call of its membership, whether it voted as the
 * largest side of the other members did. Contested: three members or more voted, and not all
 * alike. Yes, abstain and no are three sides; an absence is none, and leaves the member's roll
 * call out. The others' largest side must lead by more than the unknown votes among them. The
 * member's own vote is not in the majority that it is held against, so that a large or steady
 * member gains nothing by counting itself.
 */
export function majorityOfOthers(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  selection: Int32Array,
): readonly MajorityOfOthers[] {
  const width = votes.voters.length;
  const at = membersAt(spells);
  const own = new Map<number, Columns>();
  const counts = [0, 0, 0, 0, 0, 0];
  for (const index of selection) {
    const members = at(index);
    counts.fill(0);
    for (const voter of members) counts[votes.cells[index * width + voter]!]! += 1;
    const cast = counts[VOTE.yes]! + counts[VOTE.abstain]! + counts[VOTE.no]!;
    const most = Math.max(counts[VOTE.yes]!, counts[VOTE.abstain]!, counts[VOTE.no]!);
    if (cast < FEWEST_VOTES || most === cast) continue;
    for (const voter of members) {
      const code = votes.cells[index * width + voter]!;
      if (code === VOTE.notMember) continue;
      let row = own.get(voter);
      if (row === undefined) {
        row = { at: [], with: [], abstained: 0, absent: 0, tied: 0 };
        own.set(voter, row);
      }
      if (code === VOTE.absent || code === VOTE.unknown) {
        row.absent += 1;
        continue;
      }
      counts[code]! -= 1;
      const [yes, abstain, no] = [counts[VOTE.yes]!, counts[VOTE.abstain]!, counts[VOTE.no]!];
      counts[code]! += 1;
      const first = Math.max(yes, abstain, no);
      const second = yes + abstain + no - first - Math.min(yes, abstain, no);
      if (first - second <= counts[VOTE.unknown]!) {
        row.tied += 1;
        continue;
      }
      const side = first === yes ? VOTE.yes : first === no ? VOTE.no : VOTE.abstain;
      row.at.push(index);
      row.with.push(code === side ? 1 : 0);
      if (code === VOTE.abstain) row.abstained += 1;
    }
  }
  return [...own]
    .sort(([a], [b]) => a - b)
    .map(([voter, { at: rollCalls, with: sided, abstained, absent, tied }]) => ({
      voter,
      rollCalls: Int32Array.from(rollCalls),
      with: Uint8Array.from(sided),
      abstained,
      absent,
      tied,
    }));
}
