import type { Random } from "../../kernels/random.ts";
import { normalDraws } from "../../measures/positions/draw-normal.ts";

/** Draws of the distributions that a simulation of counts needs. */
export interface CountDraws {
  /** A gamma draw with scale 1. */
  readonly gamma: (shape: number) => number;
  readonly beta: (a: number, b: number) => number;
  readonly poisson: (mean: number) => number;
}

/** The mean up to which a Poisson draw multiplies uniforms in one go. */
const MOST_AT_ONCE = 30;

/** Gamma draws for a shape of 1 or more (Marsaglia and Tsang 2000, doi:10.1145/358407.358414). */
function gammaFrom(random: Random, normal: () => number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = 1 + c * x;
    if (v <= 0) continue;
    const cube = v * v * v;
    const u = 1 - random.uniform();
    if (Math.log(u) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}

/**
 * Gamma, beta and Poisson draws from one source. A gamma of shape below 1 is one of shape + 1
 * times u^(1 / shape); a Poisson draw counts uniforms whose product stays above exp(-mean), in
 * parts where the mean is large.
 */
export function countDraws(random: Random): CountDraws {
  const normal = normalDraws(random);
  const gamma = (shape: number): number =>
    shape >= 1
      ? gammaFrom(random, normal, shape)
      : gammaFrom(random, normal, shape + 1) * Math.exp(Math.log(1 - random.uniform()) / shape);
  const beta = (a: number, b: number): number => {
    const x = gamma(a);
    const y = gamma(b);
    // Both can underflow where a and b are tiny; the draw is then one end or the other.
    if (x + y === 0) return random.uniform() * (a + b) < a ? 1 : 0;
    return x / (x + y);
  };
  const poisson = (mean: number): number => {
    let count = 0;
    for (let left = mean; left > 0; left -= MOST_AT_ONCE) {
      const floor = Math.exp(-Math.min(left, MOST_AT_ONCE));
      for (let product = random.uniform(); product > floor; product *= random.uniform()) {
        count += 1;
      }
    }
    return count;
  };
  return { gamma, beta, poisson };
}
