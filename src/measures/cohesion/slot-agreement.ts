import { VOTE, VOTE_NAMES } from "../../record/votes.ts";
import { FEWEST_ROLL_CALLS, FEWEST_VOTES } from "./cohesion.ts";
import type { GroupSlot } from "./group-slots.ts";
import type { VoteColumns } from "./vote-columns.ts";

/** Three counts of ten bits each share a word, which is why a group has at most 1,023 members. */
const BITS = 10;
const MASK = (1 << BITS) - 1;
const WEIGHTS = new Int32Array(VOTE_NAMES.length);
WEIGHTS[VOTE.yes] = 1;
WEIGHTS[VOTE.no] = 1 << BITS;
WEIGHTS[VOTE.abstain] = 1 << (2 * BITS);

/**
 * The mean agreement index of the group in which `holders[k]` fills `slots[k]`, by the rules of
 * `cohesion`; NaN where it would be withheld. `scratch` has room for one count per position.
 */
export function slotAgreement(
  columns: VoteColumns,
  slots: readonly GroupSlot[],
  holders: ArrayLike<number>,
  scratch: Int32Array,
): number {
  scratch.fill(0);
  for (let k = 0; k < slots.length; k += 1) {
    const { runs } = slots[k]!;
    const base = holders[k]! * columns.length;
    for (let r = 0; r < runs.length; r += 2) {
      const end = runs[r + 1]!;
      for (let position = runs[r]!; position < end; position += 1) {
        scratch[position] = scratch[position]! + WEIGHTS[columns.cells[base + position]!]!;
      }
    }
  }
  let sum = 0;
  let counted = 0;
  for (let position = 0; position < columns.length; position += 1) {
    const word = scratch[position]!;
    const yes = word & MASK;
    const no = (word >> BITS) & MASK;
    const abstain = word >> (2 * BITS);
    const cast = yes + no + abstain;
    if (cast < FEWEST_VOTES) continue;
    // agreementIndex, without its null.
    sum += (3 * Math.max(yes, no, abstain) - cast) / (2 * cast);
    counted += 1;
  }
  return counted < FEWEST_ROLL_CALLS ? Number.NaN : sum / counted;
}
