import { binomials } from "./big-ratio.ts";
import type { SwingCounts } from "./swing-counts.ts";
import type { WeightedRule } from "./voting-game.ts";

/** The members squared times the quota up to which exact counting stays within a second or two. */
export const EXACT_COST = 2e7;

/** `table[s][w]`: coalitions of s members and weight w, for weights below the quota. */
type Table = readonly bigint[][];

function losingTable({ weights, quota }: WeightedRule): Table {
  const table = Array.from({ length: weights.length + 1 }, () =>
    Array.from({ length: quota }, () => 0n),
  );
  table[0]![0] = 1n;
  let heaviest = 0;
  for (const [index, weight] of weights.entries()) {
    heaviest = Math.min(heaviest + weight, quota - 1);
    for (let size = index + 1; size >= 1; size -= 1) {
      const own = table[size]!;
      const before = table[size - 1]!;
      for (let sum = heaviest; sum >= weight; sum -= 1) {
        const more = before[sum - weight]!;
        if (more !== 0n) own[sum]! += more;
      }
    }
  }
  return table;
}

/**
 * The coalitions of every size that a member of one weight turns. Taking the member out of the
 * generating function is a division, exact in whole numbers: without[s][w] = all[s][w] -
 * without[s - 1][w - weight].
 */
function turned(all: Table, weight: number, quota: number): readonly bigint[] {
  const players = all.length - 1;
  const swings = Array.from({ length: players + 1 }, () => 0n);
  if (weight === 0) return swings;
  let before: readonly bigint[] = Array.from({ length: quota }, () => 0n);
  for (let size = 0; size < players; size += 1) {
    const without = [...all[size]!];
    let sum = 0n;
    for (let at = weight; at < quota; at += 1) {
      const less = before[at - weight]!;
      if (less !== 0n) without[at]! -= less;
    }
    for (let at = Math.max(0, quota - weight); at < quota; at += 1) sum += without[at]!;
    swings[size + 1] = sum;
    before = without;
  }
  return swings;
}

/** The game in which a coalition wins where the rest cannot block it: it has the same swings. */
export function dualRule({ weights, quota }: WeightedRule): WeightedRule {
  return { weights, quota: weights.reduce((sum, weight) => sum + weight, 0) - quota + 1 };
}

/** The cost of counting a rule, or its dual where that is cheaper: members squared times quota. */
export function countingCost(rule: WeightedRule): number {
  return rule.weights.length * rule.weights.length * Math.min(rule.quota, dualRule(rule).quota);
}

function countDirectly(rule: WeightedRule): SwingCounts {
  const { weights, quota } = rule;
  const table = losingTable(rule);
  const byWeight = new Map<number, readonly bigint[]>();
  for (const weight of weights) {
    if (!byWeight.has(weight)) byWeight.set(weight, turned(table, weight, quota));
  }
  const all = binomials(weights.length);
  return {
    players: weights.length,
    winning: table.map((row, size) => all[size]! - row.reduce((sum, count) => sum + count, 0n)),
    swings: weights.map((weight) => byWeight.get(weight)!),
  };
}

/**
 * Counts a game of one quota by its generating function; members of one weight share a count. A
 * quota above one half is counted in the dual game, where a swing of size s has size n - s + 1.
 */
export function countByWeight(rule: WeightedRule): SwingCounts {
  const dual = dualRule(rule);
  if (rule.quota <= dual.quota) return countDirectly(rule);
  const { players, winning, swings } = countDirectly(dual);
  const all = binomials(players);
  return {
    players,
    winning: all.map((count, size) => count - winning[players - size]!),
    swings: swings.map((own) => own.map((_, s) => (s === 0 ? 0n : own[players - s + 1]!))),
  };
}
