import type { Random } from "../../../src/kernels/random.ts";

/** A matrix of random weights from 0 to 1, heavier within groups of `size` nodes by `extra`. */
export function grouped(n: number, size: number, extra: number, random: Random): Float64Array {
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const same = Math.trunc(i / size) === Math.trunc(j / size);
      const weight = random.uniform() + (same ? extra : 0);
      weights[i * n + j] = weight;
      weights[j * n + i] = weight;
    }
  }
  return weights;
}

/** A matrix with these links, each `[a, b, weight]`. */
export function linked(
  n: number,
  links: readonly (readonly [number, number, number])[],
): Float64Array {
  const weights = new Float64Array(n * n);
  for (const [a, b, weight] of links) {
    weights[a * n + b] = weight;
    weights[b * n + a] = weight;
  }
  return weights;
}
