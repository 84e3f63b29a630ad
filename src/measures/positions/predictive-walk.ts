/** A random walk as told from what was seen up to each time. */
export interface PredictiveWalk {
  /** Mean and variance given all seen up to the time; carried over times without a value. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** 1 where something was seen at the time. */
  readonly seen: Uint8Array;
  /** Variance of the change from one time to the next. */
  readonly evolution: number;
}

const LEAST_EVOLUTION = 1e-4;
const MOST_EVOLUTION = 4;
/** Narrows the bracket of the variance's logarithm to a thousandth. */
const STEPS = 22;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

interface Observed {
  readonly values: Float64Array;
  readonly precision: Float64Array;
  readonly times: number;
  readonly first: number;
}

/**
 * Runs the filter over every series; returns minus twice the log of how likely each value was
 * given those before it in its series, first values aside.
 */
function run(
  { values, precision, times, first }: Observed,
  evolution: number,
  out: { readonly mean: Float64Array; readonly variance: Float64Array } | null,
): number {
  let surprise = 0;
  for (let start = 0; start < values.length; start += times) {
    let mean = 0;
    let variance = 1 / first;
    let begun = false;
    for (let c = start; c < start + times; c += 1) {
      if (begun) variance += evolution;
      const weight = precision[c]!;
      if (weight > 0) {
        const spread = variance + 1 / weight;
        const miss = values[c]! - mean;
        if (begun) surprise += Math.log(spread) + (miss * miss) / spread;
        mean += (variance / spread) * miss;
        variance /= 1 + variance * weight;
        begun = true;
      }
      if (out === null) continue;
      out.mean[c] = mean;
      out.variance[c] = variance;
    }
  }
  return surprise;
}

/** The variance under which the values are most likely given those before, by golden section. */
function likeliestEvolution(observed: Observed): number {
  let low = Math.log(LEAST_EVOLUTION);
  let high = Math.log(MOST_EVOLUTION);
  const at = (log: number): number => run(observed, Math.exp(log), null);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let [atLeft, atRight] = [at(left), at(right)];
  for (let step = 0; step < STEPS; step += 1) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = at(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = at(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/**
 * The Kalman filter of random walks of one variance seen with normal errors of known precision
 * (0: not seen), series by series, each of `times` values: mean and variance of each walk given
 * the values up to the time. The first state is N(0, 1 / first). The variance of a step is the
 * one that makes the values most likely, each given those before it, unless `evolution` is
 * given. Kalman (1960, doi:10.1115/1.3662552); Harvey (1989, Forecasting, Structural Time Series
 * Models and the Kalman Filter).
 */
export function predictiveWalk(
  values: Float64Array,
  precision: Float64Array,
  times: number,
  { first, evolution }: { readonly first: number; readonly evolution?: number },
): PredictiveWalk {
  const observed = { values, precision, times, first };
  const chosen = evolution ?? likeliestEvolution(observed);
  const mean = new Float64Array(values.length);
  const variance = new Float64Array(values.length);
  run(observed, chosen, { mean, variance });
  return {
    mean,
    variance,
    seen: Uint8Array.from(precision, (p) => (p > 0 ? 1 : 0)),
    evolution: chosen,
  };
}
