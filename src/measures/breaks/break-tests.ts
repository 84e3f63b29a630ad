import { criteriaOf, ROUNDING, type Criterion } from "./criteria-of.ts";
import type { Series } from "./segments.ts";
import { simulated, type Noise } from "./serial-noise.ts";

/**
 * How much better k + 1 breaks fit each series than k: the ratio of the residuals, rounding left
 * out; null where they do not fit.
 */
function gains(
  { minimum, kernels }: Series,
  drawn: Float64Array,
  weights: Float64Array,
  k: number,
): readonly number[] | null {
  const { breaks, residuals } = kernels.partitionDraws(drawn, weights, minimum, k + 1);
  if (breaks < k + 1) return null;
  return Array.from({ length: drawn.length / weights.length }, (_, draw) => {
    const row = draw * (breaks + 1);
    const least = residuals[row]! * ROUNDING;
    return Math.max(residuals[row + k]!, least) / Math.max(residuals[row + k + 1]!, least);
  });
}

/** p of "k breaks and no more" in a stretch, by series simulated about its k-break fit. */
export function pOfMore(
  series: Series,
  values: Float64Array,
  weights: Float64Array,
  steps: Float64Array,
  k: number,
  noise: Noise,
): number | null {
  const observed = gains(series, values, weights, k)?.[0];
  if (observed === undefined) return null;
  const { draws } = series;
  const found = gains(series, simulated(draws, weights, steps, noise), weights, k)!;
  const reached = found.filter((value) => value >= observed).length;
  return (1 + reached) / (1 + draws);
}

/** p of "no break at all": by how much the best number of breaks beats none. */
export function pOfAny(
  { values, weights, minimum, draws, kernels }: Series,
  criterion: readonly number[],
  penalty: Criterion,
  noise: Noise,
): number {
  const n = values.length;
  const observed = criterion[0]! - Math.min(...criterion);
  const drawn = simulated(draws, weights, new Float64Array(n), noise);
  const size = criterion.length;
  const { residuals } = kernels.partitionDraws(drawn, weights, minimum, size - 1);
  let reached = 0;
  for (let row = 0; row < residuals.length; row += size) {
    const own = criteriaOf([...residuals.subarray(row, row + size)], n, penalty);
    if (own[0]! - Math.min(...own) >= observed) reached += 1;
  }
  return (1 + reached) / (1 + draws);
}

/** p of each break: no break between its neighbours, against one. */
export function breakTests(
  series: Series,
  starts: readonly number[],
  noise: Noise,
): readonly number[] {
  return starts.map((_, k) => {
    const from = starts[k - 1] ?? 0;
    const to = starts[k + 1] ?? series.values.length;
    const values = series.values.slice(from, to);
    const weights = series.weights.slice(from, to);
    return pOfMore(series, values, weights, new Float64Array(to - from), 0, noise) ?? 1;
  });
}
