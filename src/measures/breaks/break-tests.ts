import { bestPartitions } from "./best-partitions.ts";
import { criteriaOf, ROUNDING, type Criterion } from "./criteria-of.ts";
import type { Series } from "./segments.ts";
import { simulated, type Noise } from "./serial-noise.ts";

/** How much better k + 1 breaks fit than k: the ratio of the residuals, rounding left out. */
function gain(
  values: Float64Array,
  weights: Float64Array,
  minimum: number,
  k: number,
): number | null {
  const fits = bestPartitions(values, weights, minimum, k + 1);
  const [whole, fewer, more] = [fits[0], fits[k], fits[k + 1]];
  if (whole === undefined || fewer === undefined || more === undefined) return null;
  const least = whole.residual * ROUNDING;
  return Math.max(fewer.residual, least) / Math.max(more.residual, least);
}

/** p of "k breaks and no more" in a stretch, by series simulated about its k-break fit. */
export function pOfMore(
  { minimum, draws }: Series,
  values: Float64Array,
  weights: Float64Array,
  steps: Float64Array,
  k: number,
  noise: Noise,
): number | null {
  const observed = gain(values, weights, minimum, k);
  if (observed === null) return null;
  let reached = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const value = gain(simulated(weights, steps, noise), weights, minimum, k);
    if (value! >= observed) reached += 1;
  }
  return (1 + reached) / (1 + draws);
}

/** p of "no break at all": by how much the best number of breaks beats none. */
export function pOfAny(
  { values, weights, minimum, draws }: Series,
  criterion: readonly number[],
  penalty: Criterion,
  noise: Noise,
): number {
  const n = values.length;
  const observed = criterion[0]! - Math.min(...criterion);
  const level = new Float64Array(n);
  let reached = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = simulated(weights, level, noise);
    const fits = bestPartitions(drawn, weights, minimum, criterion.length - 1);
    const own = criteriaOf(fits, n, penalty);
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
