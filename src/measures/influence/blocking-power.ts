import { bigRatio, binomials } from "./big-ratio.ts";
import { isCountable, type SwingCounts, swingCounts } from "./swing-counts.ts";
import type { VotingGame } from "./voting-game.ts";

/** What the members of a game can prevent and bring about. */
export interface BlockingPower {
  /** Whether the member alone can block whatever the others do. */
  readonly veto: readonly boolean[];
  /** Share of the winning coalitions that lose without the member (Coleman). */
  readonly prevent: readonly number[];
  /** Share of the losing coalitions that win with the member (Coleman). */
  readonly initiate: readonly number[];
  /** Members of the smallest group that can block whatever the others do. */
  readonly leastBlocking: number;
  /** Share of all coalitions that win: the power of the body to act (Coleman). */
  readonly toAct: number;
}

const total = (counts: readonly bigint[]): bigint => counts.reduce((sum, n) => sum + n, 0n);

/** The members missing from the largest coalition that still loses. */
function leastBlocking({ players, winning }: SwingCounts): number {
  const all = binomials(players);
  let size = players;
  while (size > 0 && winning[size] === all[size]) size -= 1;
  return players - size;
}

/**
 * Blocking power: who has a veto, Coleman's power to prevent (swings over winning coalitions) and
 * to initiate (swings over losing ones), the smallest blocking group, and the power of the body
 * to act (winning coalitions over all). Each share in [0, 1]. Coleman (1971); definitions as in
 * Felsenthal and Machover (1998, The Measurement of Voting Power). Null where a game cannot be
 * counted exactly.
 */
export function blockingPower(game: VotingGame): BlockingPower | null {
  if (!isCountable(game)) return null;
  const counts = swingCounts(game);
  const { players, swings } = counts;
  const winning = total(counts.winning);
  const losing = (1n << BigInt(players)) - winning;
  return {
    veto: swings.map((own) => own[players] === 1n),
    prevent: swings.map((own) => bigRatio(total(own), winning)),
    initiate: swings.map((own) => bigRatio(total(own), losing)),
    leastBlocking: leastBlocking(counts),
    toAct: bigRatio(winning, 1n << BigInt(players)),
  };
}
