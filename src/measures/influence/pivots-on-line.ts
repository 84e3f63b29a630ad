import { UsageError } from "../../errors.ts";
import { coalitionWins, type VotingGame } from "./voting-game.ts";

/** The members that a proposal from either end of a line must win over. */
export interface LinePivots {
  /** Completes a winning coalition that grows from the lowest position. */
  readonly fromLow: number;
  /** Completes a winning coalition that grows from the highest position. */
  readonly fromHigh: number;
}

function pivotOf(game: VotingGame, order: readonly number[]): number {
  const members = new Uint8Array(game.players);
  for (const member of order) {
    members[member] = 1;
    if (coalitionWins(game, members)) return member;
  }
  throw new UsageError("in this game not even all members together win.");
}

/**
 * The pivotal members given positions on a line: those whose support completes a winning
 * coalition of neighbours from the lowest or from the highest position. Between the two lies
 * what no proposal can change. Under unanimity they are the two extremes, whoever is large.
 * Krehbiel (1998, Pivotal Politics). Ties are broken by the order of the members.
 */
export function pivotsOnLine(game: VotingGame, positions: ArrayLike<number>): LinePivots {
  if (positions.length !== game.players) {
    throw new UsageError(`${positions.length} positions for ${game.players} members.`);
  }
  const order = Array.from({ length: game.players }, (_, i) => i).sort(
    (a, b) => positions[a]! - positions[b]! || a - b,
  );
  return { fromLow: pivotOf(game, order), fromHigh: pivotOf(game, order.toReversed()) };
}

/** The share of draws of the positions in which each member is pivotal, from either end. */
export function pivotShares(
  game: VotingGame,
  draws: readonly ArrayLike<number>[],
): { readonly fromLow: readonly number[]; readonly fromHigh: readonly number[] } {
  if (draws.length === 0) throw new UsageError("pivotal members need one draw of positions.");
  const fromLow = Array.from({ length: game.players }, () => 0);
  const fromHigh = Array.from({ length: game.players }, () => 0);
  for (const positions of draws) {
    const pivots = pivotsOnLine(game, positions);
    fromLow[pivots.fromLow]! += 1 / draws.length;
    fromHigh[pivots.fromHigh]! += 1 / draws.length;
  }
  return { fromLow, fromHigh };
}
