import { UsageError } from "../../errors.ts";
import type { Random } from "../../kernels/random.ts";
import { coalitionWins, type VotingGame } from "./voting-game.ts";

/** An index estimated from draws. */
export interface EstimatedIndex {
  readonly values: readonly number[];
  /** Standard error of each value. */
  readonly errors: readonly number[];
}

/** Both indices from one set of draws. */
export interface EstimatedPower {
  readonly draws: number;
  /** The absolute Banzhaf index. */
  readonly banzhaf: EstimatedIndex;
  readonly shapleyShubik: EstimatedIndex;
}

/** The share of `hits` in the draws; with none or all, the error of one hit more or less. */
function shares(hits: ArrayLike<number>, draws: number): EstimatedIndex {
  const values = Array.from(hits, (count) => count / draws);
  const errors = Array.from(hits, (count) => {
    const share = Math.min(Math.max(count, 1), draws - 1) / draws;
    return Math.sqrt((share * (1 - share)) / draws);
  });
  return { values, errors };
}

/** Counts the members that a random coalition hangs on. */
function drawCoalition(game: VotingGame, random: Random, hits: Float64Array): void {
  const members = new Uint8Array(game.players);
  for (let i = 0; i < members.length; i += 1) members[i] = random.uint32() >>> 31;
  const won = coalitionWins(game, members);
  for (let i = 0; i < members.length; i += 1) {
    members[i] = 1 - members[i]!;
    if (coalitionWins(game, members) !== won) hits[i]! += 1;
    members[i] = 1 - members[i]!;
  }
}

/** Adds members in a random order until they win. */
function drawOrder(game: VotingGame, random: Random, hits: Float64Array): void {
  const order = Array.from({ length: game.players }, (_, i) => i);
  const members = new Uint8Array(game.players);
  // The pivot is found by halving: no coalition loses by growing.
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  let low = 0;
  let high = order.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    members.fill(0);
    for (let k = 0; k <= middle; k += 1) members[order[k]!] = 1;
    if (coalitionWins(game, members)) high = middle;
    else low = middle + 1;
  }
  hits[order[low]!]! += 1;
}

/**
 * Estimates the absolute Banzhaf and the Shapley-Shubik index from random coalitions and random
 * orders, for games that cannot be counted exactly: each value is a share of the draws, with the
 * standard error of a share. Mann and Shapley (1960). The same seed gives the same estimate.
 */
export function estimatePower(
  game: VotingGame,
  { draws = 10_000, random }: { readonly draws?: number; readonly random: Random },
): EstimatedPower {
  if (!Number.isInteger(draws) || draws < 2) {
    throw new UsageError(`draws is ${draws}; it must be a whole number from 2.`);
  }
  const turned = new Float64Array(game.players);
  const pivots = new Float64Array(game.players);
  for (let draw = 0; draw < draws; draw += 1) {
    drawCoalition(game, random, turned);
    drawOrder(game, random, pivots);
  }
  return { draws, banzhaf: shares(turned, draws), shapleyShubik: shares(pivots, draws) };
}
