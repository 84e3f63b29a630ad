import { FEWEST_ROLL_CALLS, FEWEST_VOTES } from "./cohesion.ts";
import type { GroupTallies } from "./group-tallies.ts";
import { pairAgreement } from "./pair-agreement.ts";

/** The mean share of pairs alike of a group, as `cohesion` has it: in [0, 1], or null where withheld. */
export function meanPairAgreement({
  rollCalls,
  yes,
  no,
  abstain,
}: GroupTallies): number | null {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < rollCalls.length; i += 1) {
    if (yes[i]! + no[i]! + abstain[i]! < FEWEST_VOTES) continue;
    sum += pairAgreement(yes[i]!, no[i]!, abstain[i]!)!;
    count += 1;
  }
  return count < FEWEST_ROLL_CALLS ? null : sum / count;
}
