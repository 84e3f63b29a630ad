import type { Random } from "../../kernels/random.ts";
import { normalDraws } from "../../measures/positions/draw-normal.ts";
import { drawBeta, drawGamma } from "../draw-beta.ts";

/** Draws of the distributions that a simulation of counts needs. */
export interface CountDraws {
  /** A gamma draw with scale 1. */
  readonly gamma: (shape: number) => number;
  readonly beta: (a: number, b: number) => number;
  readonly poisson: (mean: number) => number;
}

/** The mean up to which a Poisson draw multiplies uniforms in one go. */
const MOST_AT_ONCE = 30;

/**
 * Gamma, beta and Poisson draws from one source. A Poisson draw counts uniforms whose product stays
 * above exp(-mean), in parts where the mean is large.
 */
export function countDraws(random: Random): CountDraws {
  const normal = normalDraws(random);
  const gamma = (shape: number): number => drawGamma(shape, random, normal);
  const beta = (a: number, b: number): number => drawBeta(a, b, random, normal);
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
