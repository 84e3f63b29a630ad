import { VOTE } from "../../record/votes.ts";
import type { MemberSpell } from "./member-spell.ts";
import { positionOf } from "./roll-call-selection.ts";
import type { VoteColumns } from "./vote-columns.ts";

/**
 * The place of one member in its group: who holds it, and the stretches of positions [start,
 * end) on which the holder belonged to the group and to the United Nations. A random group
 * fills the same places with other states.
 */
export interface GroupSlot {
  readonly voter: number;
  /** start, end, start, end, ... */
  readonly runs: readonly number[];
}

/** The places of a group in a selection; members without a position in it have none. */
export function groupSlots(
  columns: VoteColumns,
  spells: readonly MemberSpell[],
  rollCalls: Int32Array,
): readonly GroupSlot[] {
  const runsOf = new Map<number, number[]>();
  for (const { voter, from, to } of spells) {
    const runs = runsOf.get(voter) ?? [];
    const end = positionOf(rollCalls, to);
    let inside = false;
    for (let position = positionOf(rollCalls, from); position < end; position += 1) {
      const member = columns.cells[voter * columns.length + position] !== VOTE.notMember;
      if (member !== inside) runs.push(position);
      inside = member;
    }
    if (inside) runs.push(end);
    if (runs.length > 0) runsOf.set(voter, runs);
  }
  return [...runsOf]
    .map(([voter, runs]) => ({ voter, runs }))
    .sort((a, b) => a.voter - b.voter);
}

/**
 * Whether a state can fill a place: a member of the United Nations on every roll call of it,
 * with at least one vote there.
 */
export function canFill(columns: VoteColumns, slot: GroupSlot, voter: number): boolean {
  const base = voter * (columns.length + 1);
  let voted = 0;
  for (let k = 0; k < slot.runs.length; k += 2) {
    const start = slot.runs[k]!;
    const end = slot.runs[k + 1]!;
    if (columns.members[base + end]! - columns.members[base + start]! !== end - start)
      return false;
    voted += columns.cast[base + end]! - columns.cast[base + start]!;
  }
  return voted > 0;
}
