import { VOTE, VOTE_NAMES, type VoteRecord } from "../../record/votes.ts";
import type { Convention } from "./conventions.ts";

/** By code the place of a vote in the table (yes 0, abstain 1, no 2), or -1 where it does not count. */
const PLACES = Int8Array.from(VOTE_NAMES, () => -1);
PLACES[VOTE.yes] = 0;
PLACES[VOTE.abstain] = 1;
PLACES[VOTE.no] = 2;
/** The same where absence is read as an abstention. */
const PLACES_WITH_ABSENT = PLACES.with(VOTE.absent, 1);

/** The cell (3x + y) of two voters' votes on a roll call in their table of joint votes, or -1. */
export function jointCell(
  votes: VoteRecord,
  rollCall: number,
  a: number,
  b: number,
  convention: Convention,
): number {
  const from = rollCall * votes.voters.length;
  const places = convention.absentAsAbstain ? PLACES_WITH_ABSENT : PLACES;
  const x = places[votes.cells[from + a] as number] as number;
  const y = places[votes.cells[from + b] as number] as number;
  return x < 0 || y < 0 ? -1 : 3 * x + y;
}
