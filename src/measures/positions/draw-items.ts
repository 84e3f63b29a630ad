import type { ItemKernel, ItemLayout } from "../../kernels/positions-types.ts";
import type { NormalTable } from "../../kernels/positions-normal-table.ts";
import type { Random } from "../../kernels/random.ts";
import { CUT_PRECISION, SLOPE_PRECISION } from "./priors.ts";

/** Discriminations and cut points of one draw; layout as in the kernel. */
export interface ItemState {
  readonly slopes: Float64Array;
  readonly cuts: Float64Array;
}

/**
 * Lower Cholesky factors of the items' covariances at the maximum, packed like the inverses.
 */
export function proposalFactors(kernel: ItemKernel, layout: ItemLayout): Float64Array {
  const factors = new Float64Array(kernel.inverses.length);
  for (let j = 0; j < layout.items; j += 1) {
    const size = (layout.groupOf[j + 1] as number) - (layout.groupOf[j] as number);
    const at = kernel.inverseStart[j] as number;
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k <= i; k += 1) {
        let sum = kernel.inverses[at + i * size + k] as number;
        for (let m = 0; m < k; m += 1) {
          sum -=
            (factors[at + i * size + m] as number) * (factors[at + k * size + m] as number);
        }
        factors[at + i * size + k] =
          i === k
            ? Math.sqrt(Math.max(sum, 1e-12))
            : sum / (factors[at + k * size + k] as number);
      }
    }
  }
  return factors;
}

/** Log-likelihood of an item's votes, latent scores integrated out, plus its log prior. */
function logDensity(
  table: NormalTable,
  layout: ItemLayout,
  j: number,
  point: Float64Array,
  theta: Float64Array,
): number {
  const first = layout.groupOf[j] as number;
  const size = (layout.groupOf[j + 1] as number) - first;
  const b = point[size - 1] as number;
  let sum = -0.5 * SLOPE_PRECISION * b * b;
  for (let i = 0; i < size - 1; i += 1) {
    const cut = point[i] as number;
    sum -= 0.5 * CUT_PRECISION * cut * cut;
    if (i > 0 && cut <= (point[i - 1] as number)) return -Infinity;
  }
  for (let place = 0; place < size; place += 1) {
    const to = layout.groupStart[first + place + 1] as number;
    const high = point[place] as number;
    const low = place > 0 ? (point[place - 1] as number) : 0;
    for (let v = layout.groupStart[first + place] as number; v < to; v += 1) {
      const mean = b * (theta[layout.voteCell[v] as number] as number);
      if (place === 0) sum += table.log(high - mean);
      else if (place === size - 1) sum += table.log(mean - low);
      else {
        const [u, l] =
          high + low > 2 * mean ? [mean - low, mean - high] : [high - mean, low - mean];
        const top = table.log(u);
        sum += top + Math.log(-Math.expm1(table.log(l) - top));
      }
    }
  }
  return sum;
}

/**
 * One Metropolis step of every item's cut points and discrimination together, the latent scores
 * integrated out (the idea of Cowles 1996, doi:10.1007/BF00162520, for all parameters of an
 * item): proposals have the item's covariance at the maximum, scaled by 2.38 / sqrt(size).
 * Returns the share accepted.
 */
export function drawItems(
  state: ItemState,
  factors: Float64Array,
  starts: Uint32Array,
  layout: ItemLayout,
  theta: Float64Array,
  table: NormalTable,
  random: Random,
  normal: () => number,
): number {
  let accepted = 0;
  const draws = new Float64Array(8);
  for (let j = 0; j < layout.items; j += 1) {
    const first = layout.groupOf[j] as number;
    const size = (layout.groupOf[j + 1] as number) - first;
    const here = new Float64Array(size);
    here.set(state.cuts.subarray(first - j, first - j + size - 1));
    here[size - 1] = state.slopes[j] as number;
    const at = starts[j] as number;
    const scale = 2.38 / Math.sqrt(size);
    for (let i = 0; i < size; i += 1) draws[i] = normal();
    const there = here.map((value, i) => {
      let sum = 0;
      for (let k = 0; k <= i; k += 1) {
        sum += (factors[at + i * size + k] as number) * (draws[k] as number);
      }
      return value + scale * sum;
    });
    const before = logDensity(table, layout, j, here, theta);
    const after = logDensity(table, layout, j, there, theta);
    if (Math.log1p(-random.uniform()) >= after - before) continue;
    state.cuts.set(there.subarray(0, size - 1), first - j);
    state.slopes[j] = there[size - 1] as number;
    accepted += 1;
  }
  return accepted / layout.items;
}
