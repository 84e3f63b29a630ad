import type { Random } from "../../kernels/random.ts";

/** Above this many trials a binomial draw is the sum of smaller ones, lest 0.5^n underflow. */
const MOST_TRIALS = 512;
const SCALE = 4294967296;

/** Cumulative binomial probabilities in units of 2^-32, up to the first that exceeds every draw. */
function cumulative(trials: number, probability: number): readonly number[] {
  const odds = probability / (1 - probability);
  let term = 1;
  for (let i = 0; i < trials; i++) term *= 1 - probability;
  const steps: number[] = [];
  let sum = 0;
  for (let successes = 0; successes < trials; successes++) {
    sum += term;
    if (sum * SCALE > SCALE - 1) break;
    steps.push(sum * SCALE);
    term *= ((trials - successes) / (successes + 1)) * odds;
  }
  // Exactly one, so that rounding leaves no gap into which a draw could fall.
  steps.push(SCALE);
  return steps;
}

/** Binomial draws by inversion with a fixed probability of at most one half; tables are kept. */
function binomial(probability: number, random: Random): (trials: number) => number {
  const tables: (readonly number[] | undefined)[] = [];
  return (trials) => {
    let successes = 0;
    for (let left = trials; left > 0; left -= MOST_TRIALS) {
      const size = Math.min(left, MOST_TRIALS);
      const steps = (tables[size] ??= cumulative(size, probability));
      const draw = random.uint32();
      let k = Math.trunc(size * probability);
      while (draw >= (steps[k] as number)) k++;
      while (k > 0 && draw < (steps[k - 1] as number)) k--;
      successes += k;
    }
    return successes;
  };
}

/**
 * Bootstrap weights: `weights[k * draws + d]` is how often resample d, with replacement, of
 * sum(sizes) units hits the k-th of the groups of the given sizes. One binomial draw a group (to
 * 2^-32) in place of one draw a unit; the same random source gives the same weights.
 */
export function multinomialWeights(
  sizes: readonly number[],
  draws: number,
  random: Random,
): Int32Array {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  let left = units;
  const steps = sizes.map((size) => {
    const probability = size / left;
    left -= size;
    if (left === 0) return (trials: number): number => trials;
    const swapped = probability > 0.5;
    const draw = binomial(swapped ? 1 - probability : probability, random);
    return swapped ? (trials: number): number => trials - draw(trials) : draw;
  });
  const weights = new Int32Array(sizes.length * draws);
  for (let d = 0; d < draws; d++) {
    let trials = units;
    for (let k = 0; k < steps.length && trials > 0; k++) {
      const hits = (steps[k] as (trials: number) => number)(trials);
      weights[k * draws + d] = hits;
      trials -= hits;
    }
  }
  return weights;
}
