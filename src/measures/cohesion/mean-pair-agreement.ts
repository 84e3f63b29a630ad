import { FEWEST_ROLL_CALLS, FEWEST_VOTES } from "./cohesion.ts";
import type { GroupTallies } from "./group-tallies.ts";
import { pairAgreement } from "./pair-agreement.ts";
import { positionOf } from "./roll-call-selection.ts";

/**
 * The mean share of pairs alike of a group, as `cohesion` has it: in [0, 1], or null where
 * withheld; over `rollCalls`, ascending, those of them that were tallied.
 */
export function meanPairAgreement(
  { rollCalls: tallied, yes, no, abstain }: GroupTallies,
  rollCalls: Int32Array = tallied,
): number | null {
  let sum = 0;
  let count = 0;
  let i = positionOf(tallied, rollCalls[0] ?? 0);
  for (const index of rollCalls) {
    while (i < tallied.length && tallied[i]! < index) i += 1;
    if (tallied[i] !== index || yes[i]! + no[i]! + abstain[i]! < FEWEST_VOTES) continue;
    sum += pairAgreement(yes[i]!, no[i]!, abstain[i]!)!;
    count += 1;
  }
  return count < FEWEST_ROLL_CALLS ? null : sum / count;
}
