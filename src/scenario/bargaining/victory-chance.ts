import type { SpatialOptions } from "./spatial-options.ts";

const THRESHOLD = 1.1;
/** The chance left to the weaker beyond the threshold, over that of the stronger. */
const LEAST = 1e-6;

/**
 * The chance that a coalition of strength s1 beats one of strength s2, both above 0:
 * s1^k / (s1^k + s2^k) with k = 1, 2, 4, 8 or, by threshold, all but certain once one is 1.1 times
 * the other and linear in s1 / (s1 + s2) between. Adds up to 1 with the other's.
 */
export function victoryChance(
  model: SpatialOptions["victory"],
  s1: number,
  s2: number,
): number {
  if (model === "linear") return s1 / (s1 + s2);
  if (model === "threshold") {
    if (s1 >= THRESHOLD * s2) return 1 / (1 + LEAST);
    if (s2 >= THRESHOLD * s1) return LEAST / (1 + LEAST);
    return ((s1 / (s1 + s2)) * (THRESHOLD + 1) - 1) / (THRESHOLD - 1);
  }
  // Relative to the stronger, so that no power overflows.
  const most = Math.max(s1, s2);
  let [a, b] = [s1 / most, s2 / most];
  for (let k = { square: 1, quartic: 2, octic: 3 }[model]; k > 0; k -= 1) {
    a *= a;
    b *= b;
  }
  return a / (a + b);
}
