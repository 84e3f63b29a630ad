import { bigRatio } from "./big-ratio.ts";
import { pivotality } from "./pivotality.ts";
import { isCountable, swingCounts } from "./swing-counts.ts";
import type { VotingGame } from "./voting-game.ts";

/** The Banzhaf measures of each member. */
export interface Banzhaf {
  /** Share of the coalitions of the others that the member turns: its chance to decide. */
  readonly absolute: readonly number[];
  /** The same divided by their sum, so that the members' shares add up to 1. */
  readonly normalised: readonly number[];
  /** Coalitions turned, as whole numbers of any length; null where not counted one by one. */
  readonly swings: readonly bigint[] | null;
  /** Winning coalitions; null as above. */
  readonly winning: bigint | null;
}

const total = (counts: readonly bigint[]): bigint => counts.reduce((sum, n) => sum + n, 0n);

/**
 * The Banzhaf index: swings_i / 2^(n - 1), the chance that member i decides when every other
 * member is for or against with equal chance, and that divided by its sum. In [0, 1]. Penrose
 * (1946, doi:10.2307/2981392), Banzhaf (1965), Dubey and Shapley (1979,
 * doi:10.1287/moor.4.2.99). Exact counts; for one quota too large to be counted exactly, doubles
 * with an error near 1e-12 of the value.
 *
 * @throws UsageError for several quotas, or a general rule, among more than 30 members.
 */
export function banzhaf(game: VotingGame): Banzhaf {
  if (!isCountable(game) && game.kind === "weighted" && game.rules.length === 1) {
    const absolute = pivotality(
      game,
      game.rules[0]!.weights.map(() => 0.5),
    );
    const sum = absolute.reduce((all, value) => all + value, 0);
    return {
      absolute,
      normalised: absolute.map((value) => value / sum),
      swings: null,
      winning: null,
    };
  }
  const counts = swingCounts(game);
  const swings = counts.swings.map(total);
  const all = total(swings);
  const half = 1n << BigInt(game.players - 1);
  return {
    absolute: swings.map((own) => bigRatio(own, half)),
    normalised: swings.map((own) => bigRatio(own, all)),
    swings,
    winning: total(counts.winning),
  };
}
