import { bigRatio, factorial } from "./big-ratio.ts";
import { legendreNodes } from "./legendre-nodes.ts";
import { pivotality } from "./pivotality.ts";
import { isCountable, swingCounts } from "./swing-counts.ts";
import type { VotingGame, WeightedGame } from "./voting-game.ts";

/**
 * The integral over t from 0 to 1 of the chance to decide when each member is in favour with
 * chance t (Straffin 1977): a polynomial of degree below n in t, so that Gauss-Legendre nodes
 * give it without an error of method.
 */
function byIntegral(game: WeightedGame): readonly number[] {
  const { players } = game;
  const values = new Float64Array(players);
  for (const { node, weight } of legendreNodes(Math.ceil(players / 2))) {
    const chances = pivotality(
      game,
      Array.from({ length: players }, () => node),
    );
    for (const [i, chance] of chances.entries()) values[i]! += weight * chance;
  }
  return Array.from(values);
}

/**
 * The Shapley-Shubik index: the share of the orders of the members in which member i, joining
 * those before it, makes them win; sum over sizes s of swings_i(s) (s - 1)! (n - s)! / n!. In
 * [0, 1]; adds up to 1. Shapley and Shubik (1954, doi:10.2307/1951053). Exact counts; for one
 * quota too large to be counted exactly, an integral in doubles with an error near 1e-12.
 *
 * @throws UsageError for several quotas, or a general rule, among more than 30 members.
 */
export function shapleyShubik(game: VotingGame): readonly number[] {
  if (!isCountable(game) && game.kind === "weighted" && game.rules.length === 1) {
    return byIntegral(game);
  }
  const { players, swings } = swingCounts(game);
  const factorials = Array.from({ length: players + 1 }, (_, n) => factorial(n));
  return swings.map((own) => {
    let orders = 0n;
    for (let size = 1; size <= players; size += 1) {
      orders += own[size]! * factorials[size - 1]! * factorials[players - size]!;
    }
    return bigRatio(orders, factorials[players]!);
  });
}
