import { UsageError } from "../../errors.ts";
import { enumerateCoalitions } from "./enumerate-coalitions.ts";
import type { VotingGame } from "./voting-game.ts";
import { countByWeight, countingCost, EXACT_COST } from "./count-by-weight.ts";

/** Coalitions counted exactly, whatever their number. */
export interface SwingCounts {
  readonly players: number;
  /** `winning[s]`: winning coalitions of s members. */
  readonly winning: readonly bigint[];
  /** `swings[i][s]`: winning coalitions of s members that lose without member i. */
  readonly swings: readonly (readonly bigint[])[];
}

/** The largest number of members whose coalitions are gone through one by one. */
const MOST_ENUMERATED = 30;

/** Whether `swingCounts` can count a game exactly. */
export function isCountable(game: VotingGame): boolean {
  if (game.players <= MOST_ENUMERATED) return true;
  if (game.kind === "general" || game.rules.length > 1) return false;
  return countingCost(game.rules[0]!) <= EXACT_COST;
}

/**
 * Counts, by size, the winning coalitions of a game and those that each member turns. A game of
 * one quota is counted by its generating function, the product of (1 + z x^w) over the members,
 * whose coefficients are kept as whole numbers of any length; another game of up to 30 members
 * coalition by coalition. Generating functions of voting games: Brams and Affuso
 * (1976, Theory and Decision 7).
 *
 * @throws UsageError where the game is too large: `estimatePower` gives an estimate.
 */
export function swingCounts(game: VotingGame): SwingCounts {
  const single = game.kind === "weighted" && game.rules.length === 1;
  if (single && countingCost(game.rules[0]!) <= EXACT_COST) {
    return countByWeight(game.rules[0]!);
  }
  if (game.players <= MOST_ENUMERATED) return enumerateCoalitions(game);
  throw new UsageError(`${game.players} members under such rules cannot be counted exactly.`, {
    hint: "One quota is counted for any number; others up to 30 members. Use estimatePower.",
  });
}
