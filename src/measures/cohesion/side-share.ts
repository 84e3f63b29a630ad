import type { VoteRecord } from "../../record/votes.ts";
import { VOTE } from "../../record/votes.ts";
import { clopperPearson } from "../statistics/clopper-pearson.ts";
import { FEWEST_ROLL_CALLS, FEWEST_VOTES } from "./cohesion.ts";
import { groupTallies } from "./group-tallies.ts";
import type { GroupTallies } from "./group-tallies.ts";
import type { MemberSpell } from "./member-spell.ts";
import { positionOf } from "./roll-call-selection.ts";
import type { RollCallSelection } from "./roll-call-selection.ts";

/** How often one member stood with the largest side of its group. */
export interface SideShare {
  readonly voter: number;
  /** withLargest / (withLargest + against) with its exact interval; null where withheld. */
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  /** Contested roll calls on which the member voted and the largest side is known. */
  readonly n: number;
  readonly withLargest: number;
  readonly against: number;
  /** Contested roll calls without a known largest side, on which the member voted. */
  readonly undecided: number;
  /** Contested roll calls on which the member was absent or its vote is unknown. */
  readonly notVoting: number;
  readonly withheld: string | null;
}

const UNANIMOUS = 0;
const UNDECIDED = -1;

/**
 * By position: the code of the largest side; UNDECIDED where sides tie or where unknown votes
 * could overturn the order; UNANIMOUS where the roll call is not contested.
 */
function largestSides(tallies: GroupTallies): Int8Array {
  const result = new Int8Array(tallies.rollCalls.length);
  for (let i = 0; i < result.length; i += 1) {
    const yes = tallies.yes[i]!;
    const no = tallies.no[i]!;
    const abstain = tallies.abstain[i]!;
    const cast = yes + no + abstain;
    const most = Math.max(yes, no, abstain);
    const least = Math.min(yes, no, abstain);
    const second = cast - most - least;
    if (cast < FEWEST_VOTES || most === cast) result[i] = UNANIMOUS;
    else if (most - second <= tallies.unknown[i]!) result[i] = UNDECIDED;
    else if (most === yes) result[i] = VOTE.yes;
    else result[i] = most === no ? VOTE.no : VOTE.abstain;
  }
  return result;
}

/**
 * For each member the share of contested roll calls (those on which the group was not
 * unanimous) on which it voted as the largest of the sides yes, no and abstain did, its own
 * vote included. Roll calls without a single largest side are counted apart, as are those on
 * which the member cast no vote. The interval is Clopper and Pearson's (1934,
 * doi:10.1093/biomet/26.4.404) and treats roll calls as independent, which repeated texts are
 * not: it is too short by as much as they repeat. Withheld below ten roll calls. In voter order,
 * members without a roll call in the selection left out.
 */
export function sideShare(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  selection: RollCallSelection,
  level = 0.95,
): readonly SideShare[] {
  const tallies = groupTallies(votes, spells, selection);
  const { rollCalls } = tallies;
  const largest = largestSides(tallies);
  const width = votes.voters.length;
  const voters = [...new Set(spells.map(({ voter }) => voter))].sort((a, b) => a - b);
  return voters.flatMap((voter) => {
    let withLargest = 0;
    let against = 0;
    let undecided = 0;
    let notVoting = 0;
    let seats = 0;
    for (const spell of spells) {
      if (spell.voter !== voter) continue;
      const end = positionOf(rollCalls, spell.to);
      for (let i = positionOf(rollCalls, spell.from); i < end; i += 1) {
        const side = largest[i]!;
        const vote = votes.cells[rollCalls[i]! * width + voter]!;
        if (vote === VOTE.notMember) continue;
        seats += 1;
        if (side === UNANIMOUS) continue;
        if (vote === VOTE.absent || vote === VOTE.unknown) notVoting += 1;
        else if (side === UNDECIDED) undecided += 1;
        else if (vote === side) withLargest += 1;
        else against += 1;
      }
    }
    if (seats === 0) return [];
    const n = withLargest + against;
    const counts = { voter, level, n, withLargest, against, undecided, notVoting };
    if (n < FEWEST_ROLL_CALLS) {
      const withheld = `${n} contested roll calls; ${FEWEST_ROLL_CALLS} are needed`;
      return { ...counts, share: null, lower: null, upper: null, withheld };
    }
    const interval = clopperPearson(withLargest, n, level);
    return { ...counts, ...interval, share: withLargest / n, withheld: null };
  });
}
