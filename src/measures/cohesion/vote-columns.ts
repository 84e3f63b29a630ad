import type { VoteRecord } from "../../record/votes.ts";
import { VOTE } from "../../record/votes.ts";

/**
 * The cells of a selection of roll calls turned so that the votes of one voter lie together:
 * `cells[voter * length + position]`. The two running counts have one place more per voter:
 * `members[voter * (length + 1) + p]` is the number of positions before p on which the voter was
 * a member of the United Nations, `cast` that on which it voted yes, no or abstain.
 */
export interface VoteColumns {
  readonly voters: number;
  readonly length: number;
  readonly cells: Uint8Array;
  readonly members: Int32Array;
  readonly cast: Int32Array;
}

/** Turns the selected rows of the record into columns. */
export function voteColumns(votes: VoteRecord, rollCalls: Int32Array): VoteColumns {
  const voters = votes.voters.length;
  const length = rollCalls.length;
  const cells = new Uint8Array(voters * length);
  const members = new Int32Array(voters * (length + 1));
  const cast = new Int32Array(voters * (length + 1));
  for (let position = 0; position < length; position += 1) {
    const row = rollCalls[position]! * voters;
    for (let voter = 0; voter < voters; voter += 1) {
      const code = votes.cells[row + voter]!;
      const at = voter * (length + 1) + position;
      const member = code === VOTE.notMember ? 0 : 1;
      const voted = code === VOTE.yes || code === VOTE.no || code === VOTE.abstain ? 1 : 0;
      cells[voter * length + position] = code;
      members[at + 1] = members[at]! + member;
      cast[at + 1] = cast[at]! + voted;
    }
  }
  return { voters, length, cells, members, cast };
}
