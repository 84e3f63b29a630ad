import type { SpatialOptions } from "./spatial-options.ts";

/**
 * Risk attitudes R from the chances to win: the likelier to win, the less it will risk. Min: (p -
 * pmin) / (pmax - pmin); mid: (3 p - pmax - 2 pmin) / (2 (pmax - pmin)); max: (2 p - pmax - pmin)
 * / (pmax - pmin). All 0 where the chances are equal.
 */
export function riskAttitudes(
  chances: readonly number[],
  range: SpatialOptions["riskRange"],
): readonly number[] {
  const least = Math.min(...chances);
  const span = Math.max(...chances) - least;
  if (span < 1e-12) return chances.map(() => 0);
  return chances.map((chance) => {
    const share = (chance - least) / span;
    if (range === "min") return share;
    return range === "mid" ? 1.5 * share - 0.5 : 2 * share - 1;
  });
}

/** One's estimate of another's risk attitude, between the other's own and one's own. */
export function estimatedRisk(
  own: number,
  other: number,
  estimate: SpatialOptions["riskEstimate"],
): number {
  const share = { full: 1, "two-thirds": 2 / 3, half: 1 / 2, "one-third": 1 / 3, none: 0 };
  return share[estimate] * other + (1 - share[estimate]) * own;
}
