import type { Random } from "./random.ts";

/** Above this many trials a binomial draw is the sum of smaller ones, lest 0.5^n underflow. */
const MOST_TRIALS = 512;
const SCALE = 4294967296;
/** From this mean on a table of the cumulative probabilities is quicker than adding them up. */
const LONG = 6;

/** Binomial draws by inversion with a fixed probability of at most one half. */
interface Binomial {
  readonly probability: number;
  readonly odds: number;
  /** The probability of no success in n trials, by n. */
  readonly none: Float64Array;
  /** Cumulative probabilities in units of 2^-32 for n trials, by n, where they were wanted. */
  readonly tables: (Float64Array | undefined)[];
}

function binomial(probability: number, trials: number): Binomial {
  const none = new Float64Array(Math.min(trials, MOST_TRIALS) + 1);
  let term = 1;
  for (let n = 0; n < none.length; n++) {
    none[n] = term;
    term *= 1 - probability;
  }
  return { probability, odds: probability / (1 - probability), none, tables: [] };
}

const scratch = new Float64Array(MOST_TRIALS + 1);

/** Cumulative probabilities in units of 2^-32, up to the first that exceeds every draw. */
function cumulative({ odds, none }: Binomial, trials: number): Float64Array {
  let term = none[trials] as number;
  let sum = 0;
  let length = 0;
  while (length < trials) {
    sum += term;
    if (sum * SCALE > SCALE - 1) break;
    scratch[length] = sum * SCALE;
    length += 1;
    term *= ((trials - length + 1) / length) * odds;
  }
  // Exactly one, so that rounding leaves no gap into which a draw could fall.
  scratch[length] = SCALE;
  return scratch.slice(0, length + 1);
}

/** The number of successes that a draw of 32 bits stands for; the same with a table and without. */
function successesOf(of: Binomial, trials: number, draw: number): number {
  if (trials * of.probability < LONG) {
    let term = of.none[trials] as number;
    let sum = term;
    let k = 0;
    while (k < trials && sum * SCALE <= SCALE - 1 && draw >= sum * SCALE) {
      term *= ((trials - k) / (k + 1)) * of.odds;
      sum += term;
      k += 1;
    }
    return k;
  }
  const steps = (of.tables[trials] ??= cumulative(of, trials));
  let k = Math.min(Math.trunc(trials * of.probability), steps.length - 1);
  while (draw >= (steps[k] as number)) k++;
  while (k > 0 && draw < (steps[k - 1] as number)) k--;
  return k;
}

function drawBinomial(of: Binomial, trials: number, random: Random): number {
  let successes = 0;
  for (let left = trials; left > 0; left -= MOST_TRIALS) {
    successes += successesOf(of, Math.min(left, MOST_TRIALS), random.uint32());
  }
  return successes;
}

/**
 * Bootstrap weights: `weights[k * draws + d]` is how often resample d, with replacement, of
 * sum(sizes) units hits the k-th of the groups of the given sizes. One binomial draw a group (to
 * 2^-32) in place of one draw a unit; the same random source gives the same weights. Sizes are 1 or
 * more. Plain twin of the compiled kernel.
 */
export function multinomialWeights(
  sizes: readonly number[],
  draws: number,
  random: Random,
): Int32Array {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  let left = units;
  /** How often each group is hit, or, where that is likelier than not, missed; the last takes all. */
  const missed = new Uint8Array(sizes.length);
  const chances = sizes.flatMap((size, k) => {
    const probability = size / left;
    left -= size;
    if (left === 0) return [];
    if (probability > 0.5) missed[k] = 1;
    return [binomial(probability > 0.5 ? 1 - probability : probability, units)];
  });
  const weights = new Int32Array(sizes.length * draws);
  for (let d = 0; d < draws; d++) {
    let trials = units;
    for (let k = 0; k < sizes.length && trials > 0; k++) {
      const chance = chances[k];
      let hits = trials;
      if (chance !== undefined) {
        const drawn = drawBinomial(chance, trials, random);
        hits = missed[k] === 1 ? trials - drawn : drawn;
      }
      weights[k * draws + d] = hits;
      trials -= hits;
    }
  }
  return weights;
}
