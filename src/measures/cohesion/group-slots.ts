import type { Runs } from "../../kernels/group-means.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { VOTE } from "../../record/votes.ts";
import type { MemberSpell } from "./member-spell.ts";
import { positionOf } from "./roll-call-selection.ts";

/**
 * The place of one member in its group: who holds it, and the stretches of positions [start,
 * end) on which the holder belonged to the group and to the United Nations. A random group
 * fills the same places with other states.
 */
export interface GroupSlot {
  readonly voter: number;
  readonly runs: Runs;
  /** By voter, 1 where the state can fill the place; one array for all places of equal runs. */
  readonly fit: Uint8Array;
}

/** The stretches of each voter with a position in the selection. */
function runsByVoter(
  { cells, voters }: VoteRecord,
  spells: readonly MemberSpell[],
  rollCalls: Int32Array,
): ReadonlyMap<number, Runs> {
  const runsOf = new Map<number, number[]>();
  for (const { voter, from, to } of spells) {
    const runs = runsOf.get(voter) ?? [];
    const end = positionOf(rollCalls, to);
    let inside = false;
    for (let position = positionOf(rollCalls, from); position < end; position += 1) {
      const member = cells[rollCalls[position]! * voters.length + voter] !== VOTE.notMember;
      if (member !== inside) runs.push(position);
      inside = member;
    }
    if (inside) runs.push(end);
    if (runs.length > 0) runsOf.set(voter, runs);
  }
  return runsOf;
}

/** Members of the United Nations on every roll call of a place, with at least one vote there. */
function fitting({ cells, voters }: VoteRecord, rollCalls: Int32Array, runs: Runs): Uint8Array {
  const width = voters.length;
  const missing = new Uint8Array(width);
  const voted = new Uint8Array(width);
  for (let r = 0; r < runs.length; r += 2) {
    for (let position = runs[r]!; position < runs[r + 1]!; position += 1) {
      const row = rollCalls[position]! * width;
      for (let voter = 0; voter < width; voter += 1) {
        const code = cells[row + voter]!;
        if (code === VOTE.notMember) missing[voter] = 1;
        else if (code !== VOTE.absent && code !== VOTE.unknown) voted[voter] = 1;
      }
    }
  }
  return voted.map((cast, voter) => (missing[voter] === 1 ? 0 : cast));
}

/** The places of a group in a selection; members without a position in it have none. */
export function groupSlots(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  rollCalls: Int32Array,
): readonly GroupSlot[] {
  const fits = new Map<string, Uint8Array>();
  return [...runsByVoter(votes, spells, rollCalls)]
    .map(([voter, runs]) => {
      const fit = fits.get(runs.join()) ?? fitting(votes, rollCalls, runs);
      fits.set(runs.join(), fit);
      return { voter, runs, fit };
    })
    .sort((a, b) => a.voter - b.voter);
}
