import type { FamilyInfluence } from "../alignment/influence.ts";
import { byInfluence } from "../alignment/influence.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { agreementIndex } from "./agreement-index.ts";
import { FEWEST_ROLL_CALLS, FEWEST_VOTES } from "./cohesion.ts";
import type { GroupTallies } from "./group-tallies.ts";

/**
 * What each family of resolutions contributes to a group's mean agreement index: mean(all) less
 * mean(all but the family), from -1 to 1; the families that moved the mean most come first.
 * Counting is that of `cohesion`. Deletion of a case as a diagnostic: Belsley, Kuh and Welsch 1980,
 * doi:10.1002/0471725153. Null where fewer than ten roll calls count with or without the family.
 */
export function cohesionInfluence(
  votes: VoteRecord,
  tallies: GroupTallies,
): readonly FamilyInfluence[] {
  const families = new Map<number, { rollCalls: number[]; sum: number }>();
  let sum = 0;
  let n = 0;
  for (const [i, index] of Array.from(tallies.rollCalls).entries()) {
    const [yes, no, abstain] = [tallies.yes[i]!, tallies.no[i]!, tallies.abstain[i]!];
    if (yes + no + abstain < FEWEST_VOTES) continue;
    const agreement = agreementIndex(yes, no, abstain)!;
    const family = votes.rollCalls[index]!.family;
    const held = families.get(family) ?? { rollCalls: [], sum: 0 };
    held.rollCalls.push(index);
    held.sum += agreement;
    families.set(family, held);
    sum += agreement;
    n += 1;
  }
  return [...families]
    .map(([family, { rollCalls, sum: own }]) => {
      const left = n - rollCalls.length;
      const without = left < FEWEST_ROLL_CALLS ? null : (sum - own) / left;
      return {
        family,
        rollCalls,
        without,
        change: without === null ? null : sum / n - without,
      };
    })
    .sort(byInfluence);
}
