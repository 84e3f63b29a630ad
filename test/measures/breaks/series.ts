import { seededRandom, type Random } from "../../../src/kernels/random.ts";

/** A standard normal number, by the polar method. */
function normal(random: Random): number {
  for (;;) {
    const a = 2 * random.uniform() - 1;
    const b = 2 * random.uniform() - 1;
    const square = a * a + b * b;
    if (square > 0 && square < 1) return a * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** An AR(1) series of variance 1 with the given steps of its mean: `[first position, level]`. */
export function noisySteps(
  length: number,
  correlation: number,
  steps: readonly (readonly [number, number])[],
  seed: number,
): readonly number[] {
  const random = seededRandom(seed);
  const innovation = Math.sqrt(1 - correlation * correlation);
  let error = normal(random);
  return Array.from({ length }, (_, i) => {
    if (i > 0) error = correlation * error + innovation * normal(random);
    const level = steps.findLast(([from]) => from <= i)?.[1] ?? 0;
    return level + error;
  });
}
