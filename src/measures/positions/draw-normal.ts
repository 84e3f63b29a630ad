import type { Random } from "../../kernels/random.ts";

/** A source of standard normal draws (Marsaglia and Bray 1964, the polar method). */
export function normalDraws(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const u = 2 * random.uniform() - 1;
      const v = 2 * random.uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * factor;
      return u * factor;
    }
  };
}

/** An exponential draw with mean 1; the uniform may be 0, never 1. */
function exponential(random: Random): number {
  return -Math.log1p(-random.uniform());
}

/**
 * A standard normal between two bounds, either of which may be infinite, by rejection (Robert
 * 1995, doi:10.1007/BF00143942): from the normal where the bounds hold enough of it, else from
 * an exponential or, between close bounds, a uniform.
 */
export function drawBetween(
  random: Random,
  normal: () => number,
  lower: number,
  upper: number,
): number {
  // Mirrored so that the upper bound is the farther one; it then exceeds 0.
  if (lower + upper < 0) return -drawBetween(random, normal, -upper, -lower);
  if (lower <= 0 && upper - lower > 1.5) {
    for (;;) {
      const draw = normal();
      if (draw >= lower && draw <= upper) return draw;
    }
  }
  if (lower > 0 && upper - lower > 1 / (lower + 0.5)) {
    const rate = (lower + Math.sqrt(lower * lower + 4)) / 2;
    for (;;) {
      const draw = lower + exponential(random) / rate;
      const distance = draw - rate;
      if (draw <= upper && exponential(random) >= (distance * distance) / 2) return draw;
    }
  }
  const nearest = Math.max(lower, 0);
  for (;;) {
    const draw = lower + random.uniform() * (upper - lower);
    if (exponential(random) >= (draw * draw - nearest * nearest) / 2) return draw;
  }
}
