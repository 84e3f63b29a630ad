import type { VoteRecord } from "../../record/votes.ts";
import { VOTE, VOTE_NAMES } from "../../record/votes.ts";
import { agreementIndex } from "./agreement-index.ts";
import { FEWEST_VOTES } from "./cohesion.ts";
import { checkSpells } from "./member-spell.ts";
import type { MemberSpell } from "./member-spell.ts";
import { measuredRollCalls } from "./roll-call-selection.ts";
import type { RollCallSelection } from "./roll-call-selection.ts";

/** How a group divides on one roll call: ascending voter indices by vote. */
export interface Split {
  /** Index into `VoteRecord.rollCalls`. */
  readonly rollCall: number;
  readonly yes: readonly number[];
  readonly abstain: readonly number[];
  readonly no: readonly number[];
  readonly absent: readonly number[];
  readonly unknown: readonly number[];
  /** Agreement index, null where fewer than two members voted. */
  readonly agreement: number | null;
}

/**
 * How a group divides on each roll call of a selection, in the order of the roll calls; one on
 * which the group has no member of the United Nations is left out, as is one on which only some
 * states' votes are known.
 */
export function splits(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  rollCalls: RollCallSelection,
): readonly Split[] {
  checkSpells(votes, spells);
  const ordered = spells.toSorted((a, b) => a.voter - b.voter);
  const found: Split[] = [];
  for (const rollCall of measuredRollCalls(votes, rollCalls)) {
    const sides: number[][] = VOTE_NAMES.map(() => []);
    for (const { voter, from, to } of ordered) {
      if (rollCall < from || rollCall >= to) continue;
      sides[votes.cells[rollCall * votes.voters.length + voter]!]!.push(voter);
    }
    const yes = sides[VOTE.yes]!;
    const abstain = sides[VOTE.abstain]!;
    const no = sides[VOTE.no]!;
    const absent = sides[VOTE.absent]!;
    const unknown = sides[VOTE.unknown]!;
    const cast = yes.length + abstain.length + no.length;
    if (cast + absent.length + unknown.length === 0) continue;
    const agreement =
      cast < FEWEST_VOTES ? null : agreementIndex(yes.length, no.length, abstain.length);
    found.push({ rollCall, yes, abstain, no, absent, unknown, agreement });
  }
  return found;
}

/** Number of members that voted yes, no or abstain. */
export function castVotes(split: Split): number {
  return split.yes.length + split.abstain.length + split.no.length;
}
