import type { BargainingTurn, Stakeholder } from "./stakeholder.ts";

/**
 * The weighted median of positions, weights capability times salience: the lowest position with at
 * least half of the weight at or below it, which beats every other where each votes by distance
 * (Black 1958).
 */
export function weightedMedian(
  positions: readonly number[],
  weights: readonly number[],
): number {
  const order = positions.map((_, k) => k).sort((a, b) => positions[a]! - positions[b]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const k of order) {
    below += weights[k]!;
    // A sum of decimals can miss its half by a rounding error.
    if (2 * below >= total * (1 - 1e-12)) return positions[k]!;
  }
  return positions[order.at(-1)!]!;
}

/** The weighted mean of positions. */
export function weightedMean(positions: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return positions.reduce((sum, position, k) => sum + position * weights[k]!, 0) / total;
}

/** A turn with its median and mean. */
export function turnOf(
  turn: number,
  positions: readonly number[],
  stakeholders: readonly Stakeholder[],
): BargainingTurn {
  const weights = stakeholders.map(({ capability, salience }) => capability * salience);
  return {
    turn,
    positions,
    median: weightedMedian(positions, weights),
    mean: weightedMean(positions, weights),
  };
}
