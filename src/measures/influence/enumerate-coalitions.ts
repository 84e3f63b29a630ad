import { UsageError } from "../../errors.ts";
import type { SwingCounts } from "./swing-counts.ts";
import type { GeneralGame, VotingGame, WeightedGame } from "./voting-game.ts";

/** How often each half of a coalition wins, by the number of members in the other half. */
interface HalfCounts {
  readonly low: number;
  readonly high: number;
  /** `byLow[l * (high + 1) + s]`: winning coalitions with low half l and s high members. */
  readonly byLow: Float64Array;
  readonly byHigh: Float64Array;
}

function popcount(mask: number): number {
  let bits = mask;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

/** The weight of every subset of a run of members. */
function subsetSums(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(1 << weights.length);
  for (const [bit, weight] of weights.entries()) {
    for (let mask = 0; mask < 1 << bit; mask += 1) {
      sums[mask + (1 << bit)] = sums[mask]! + weight;
    }
  }
  return sums;
}

const halves = (players: number): { readonly low: number; readonly high: number } => ({
  low: players >> 1,
  high: players - (players >> 1),
});

function emptyCounts(players: number): HalfCounts {
  const { low, high } = halves(players);
  return {
    low,
    high,
    byLow: new Float64Array((1 << low) * (high + 1)),
    byHigh: new Float64Array((1 << high) * (low + 1)),
  };
}

function weightedCounts({ players, rules }: WeightedGame): HalfCounts {
  const counts = emptyCounts(players);
  const { low, high, byLow, byHigh } = counts;
  const lows = rules.map(({ weights }) => subsetSums(weights.slice(0, low)));
  const highs = rules.map(({ weights }) => subsetSums(weights.slice(low)));
  const needs = new Float64Array(rules.length);
  const sizes = Uint8Array.from({ length: 1 << low }, (_, mask) => popcount(mask));
  for (let top = 0; top < 1 << high; top += 1) {
    const size = popcount(top);
    for (const [r, { quota }] of rules.entries()) needs[r] = quota - highs[r]![top]!;
    for (let mask = 0; mask < 1 << low; mask += 1) {
      let wins = true;
      for (let r = 0; r < needs.length; r += 1) {
        if (lows[r]![mask]! < needs[r]!) {
          wins = false;
          break;
        }
      }
      if (wins) {
        byLow[mask * (high + 1) + size]! += 1;
        byHigh[top * (low + 1) + sizes[mask]!]! += 1;
      }
    }
  }
  return counts;
}

function generalCounts({ players, wins }: GeneralGame): HalfCounts {
  const counts = emptyCounts(players);
  const { low, high, byLow, byHigh } = counts;
  const members = new Uint8Array(players);
  const lowBits = (1 << low) - 1;
  // In the order of a Gray code, so that one member moves at a time.
  for (let step = 0; step < 1 << players; step += 1) {
    const gray = step ^ (step >>> 1);
    if (step > 0) {
      const moved = 31 - Math.clz32(step & -step);
      members[moved] = 1 - members[moved]!;
    }
    if (wins(members)) {
      const mask = gray & lowBits;
      const top = gray >>> low;
      byLow[mask * (high + 1) + popcount(top)]! += 1;
      byHigh[top * (low + 1) + popcount(mask)]! += 1;
    }
  }
  return counts;
}

/** Adds a half's counts to the sizes, and to the members of the half by size. */
function spread(
  table: Float64Array,
  own: number,
  other: number,
  add: (member: number | null, size: number, count: number) => void,
): void {
  for (let mask = 0; mask < 1 << own; mask += 1) {
    const size = popcount(mask);
    for (let rest = 0; rest <= other; rest += 1) {
      const count = table[mask * (other + 1) + rest]!;
      if (count === 0) continue;
      add(null, size + rest, count);
      for (let bit = 0; bit < own; bit += 1) {
        if ((mask & (1 << bit)) !== 0) add(bit, size + rest, count);
      }
    }
  }
}

/**
 * Counts a game by going through its 2^n coalitions. Where no coalition loses by growing, the
 * coalitions of size s that member i turns are those of size s with it less those of size s - 1
 * without it that win; so that one pass is enough.
 *
 * @throws UsageError for a game in which a larger coalition loses.
 */
export function enumerateCoalitions(game: VotingGame): SwingCounts {
  const { players } = game;
  const counts = game.kind === "weighted" ? weightedCounts(game) : generalCounts(game);
  const { low, high, byLow, byHigh } = counts;
  const winning = new Float64Array(players + 1);
  const having = Array.from({ length: players }, () => new Float64Array(players + 1));
  spread(byLow, low, high, (member, size, count) => {
    if (member === null) winning[size]! += count;
    else having[member]![size]! += count;
  });
  spread(byHigh, high, low, (member, size, count) => {
    if (member !== null) having[low + member]![size]! += count;
  });
  const swings = having.map((own) =>
    Array.from(own, (count, size) => {
      if (size === 0) return 0n;
      const turned = count - (winning[size - 1]! - own[size - 1]!);
      if (turned < 0) {
        throw new UsageError("in this game a coalition loses by growing.", {
          hint: "Power indices are defined for games in which support never harms.",
        });
      }
      return BigInt(turned);
    }),
  );
  return { players, winning: Array.from(winning, BigInt), swings };
}
