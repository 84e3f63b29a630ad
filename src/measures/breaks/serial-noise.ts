import type { Random } from "../../kernels/random.ts";
import { stepsOf, type Series } from "./segments.ts";

/** A source of noise: a stretch of the given length. */
export type Noise = (length: number) => Float64Array;

/**
 * A source of noise like the residuals of a fit: an AR(1) process of the given correlation whose
 * innovations are drawn with replacement from those of the residuals (standardised by their
 * weights, in the order of time), centred. `noise(length)` gives one stretch with variance as
 * the residuals', begun in the steady state.
 */
function serialNoise(residuals: ArrayLike<number>, correlation: number, random: Random): Noise {
  const count = residuals.length - 1;
  const innovations = Float64Array.from(
    { length: count },
    (_, i) => residuals[i + 1]! - correlation * residuals[i]!,
  );
  const mean = innovations.reduce((sum, value) => sum + value, 0) / count;
  const draw = (): number => innovations[random.below(count)]! - mean;
  const steady = 1 / Math.sqrt(1 - correlation * correlation);
  return (length) => {
    const noise = new Float64Array(length);
    let last = draw() * steady;
    for (let i = 0; i < length; i += 1) {
      noise[i] = last;
      last = correlation * last + draw();
    }
    return noise;
  };
}

/** Noise like the residuals of a series about the segments that begin at `starts`. */
export function noiseAbout(
  series: Series,
  starts: readonly number[],
  correlation: number,
  random: Random,
): Noise {
  const n = series.values.length;
  const steps = stepsOf(series, starts);
  // What fitting the means has taken from the residuals is given back.
  const scale = Math.sqrt(n / (n - starts.length - 1));
  const residuals = series.values.map(
    (value, i) => (value - steps[i]!) * Math.sqrt(series.weights[i]!) * scale,
  );
  return serialNoise(residuals, correlation, random);
}

/** So many series about given steps, one after the other, with noise of each value's own variance. */
export function simulated(
  draws: number,
  weights: Float64Array,
  steps: Float64Array,
  noise: Noise,
): Float64Array {
  const n = steps.length;
  const scales = weights.map(Math.sqrt);
  const series = new Float64Array(draws * n);
  for (let draw = 0; draw < draws; draw += 1) {
    const own = noise(n);
    for (let i = 0; i < n; i += 1) series[draw * n + i] = steps[i]! + own[i]! / scales[i]!;
  }
  return series;
}
