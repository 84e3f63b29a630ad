import { UsageError } from "../../errors.ts";
import type { DecisionRule } from "../../record/organisation.ts";
import { weightedGame, type WeightedGame } from "./voting-game.ts";

/** The number of members in favour that each symmetric rule asks for. */
const QUOTAS: Partial<Readonly<Record<DecisionRule, (members: number) => number>>> = {
  consensus: (members) => members,
  "consensus-minus-abstainers": (members) => members,
  unanimity: (members) => members,
  "two-thirds": (members) => Math.ceil((2 * members) / 3),
  majority: (members) => Math.floor(members / 2) + 1,
};

/**
 * The game of a decision rule among members with one vote each, for or against: consensus and
 * unanimity ask for all (they differ in what an abstention does: see `threeWayPower`),
 * two-thirds for two thirds of the members, majority for more than half. Null for
 * `each-for-itself`, which decides nothing for others, and for `weighted` and `mixed`, which
 * name no single count.
 */
export function gameOfRule(rule: DecisionRule, members: number): WeightedGame | null {
  if (!Number.isInteger(members) || members < 1) {
    throw new UsageError(`a rule among ${members} members.`, { hint: "Give one or more." });
  }
  const quota = QUOTAS[rule];
  if (quota === undefined) return null;
  const weights = Array.from({ length: members }, () => 1);
  return weightedGame([{ weights, quota: quota(members) }]);
}
