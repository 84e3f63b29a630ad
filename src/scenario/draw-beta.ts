import type { Random } from "../kernels/random.ts";

/**
 * A draw from the gamma distribution with this shape and scale 1, by rejection from a cubed normal;
 * a shape below 1 is reached from one above (Marsaglia and Tsang 2000,
 * doi:10.1145/358407.358414).
 */
export function drawGamma(shape: number, random: Random, normal: () => number): number {
  if (shape < 1) {
    const above = drawGamma(shape + 1, random, normal);
    return above * Math.exp(Math.log(1 - random.uniform()) / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal();
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - random.uniform();
    if (Math.log(u) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw from Beta(a, b), a and b above 0. */
export function drawBeta(a: number, b: number, random: Random, normal: () => number): number {
  const first = drawGamma(a, random, normal);
  const second = drawGamma(b, random, normal);
  const sum = first + second;
  // Both can underflow for tiny shapes; the beta then sits at one end by its odds.
  return sum > 0 ? first / sum : random.uniform() < a / (a + b) ? 1 : 0;
}
