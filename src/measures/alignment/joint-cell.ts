import { VOTE, type VoteRecord } from "../../record/votes.ts";
import type { Convention } from "./conventions.ts";

/** The place of a vote in the table (yes 0, abstain 1, no 2), or -1 where it does not count. */
function place(cell: number | undefined, absentAsAbstain: boolean): number {
  switch (cell) {
    case VOTE.yes:
      return 0;
    case VOTE.abstain:
      return 1;
    case VOTE.no:
      return 2;
    case VOTE.absent:
      return absentAsAbstain ? 1 : -1;
    default:
      return -1;
  }
}

/** The cell (3x + y) of two voters' votes on a roll call in their table of joint votes, or -1. */
export function jointCell(
  votes: VoteRecord,
  rollCall: number,
  a: number,
  b: number,
  convention: Convention,
): number {
  const from = rollCall * votes.voters.length;
  const x = place(votes.cells[from + a], convention.absentAsAbstain);
  const y = place(votes.cells[from + b], convention.absentAsAbstain);
  return x < 0 || y < 0 ? -1 : 3 * x + y;
}
