import type { ItemKernel, ItemLayout } from "../../kernels/positions-types.ts";

const WIDTH = 8;

/**
 * Cross derivatives of vote `v` with its item's parameters: indices and values of the cut
 * points.
 */
interface Reach {
  readonly first: number;
  readonly values: readonly [number, number];
}

function reachOf(kernel: ItemKernel, v: number, place: number, size: number, b: number): Reach {
  const all = kernel.weights[v] as number;
  if (place === 0) return { first: 0, values: [-b * all, 0] };
  if (place === size - 1) return { first: place - 1, values: [-b * all, 0] };
  const lower = kernel.lowerWeights[v] as number;
  return { first: place - 1, values: [-b * lower, -b * (all - lower)] };
}

/**
 * B C^-1 B' projected on the levels and scales of periods (two columns a period, row by row):
 * the directions that items hardly resist, since a whole period's positions move with its
 * items.
 */
export function itemCoupling(
  kernel: ItemKernel,
  layout: ItemLayout,
  period: Uint16Array,
  periods: number,
): Float64Array {
  const width = 2 * periods;
  const coarse = new Float64Array(width * width);
  const sums = new Float64Array(periods * 2 * WIDTH);
  const solved = new Float64Array(WIDTH);
  for (let j = 0; j < layout.items; j += 1) {
    const firstGroup = layout.groupOf[j] as number;
    const size = (layout.groupOf[j + 1] as number) - firstGroup;
    const b = kernel.slopes[j] as number;
    const at = kernel.inverseStart[j] as number;
    const inverse = kernel.inverses.subarray(at, at + size * size);
    const touched: number[] = [];
    for (let place = 0; place < size; place += 1) {
      const from = layout.groupStart[firstGroup + place] as number;
      const to = layout.groupStart[firstGroup + place + 1] as number;
      for (let v = from; v < to; v += 1) {
        const cell = layout.voteCell[v] as number;
        const { first, values } = reachOf(kernel, v, place, size, b);
        const slope = kernel.slopeWeights[v] as number;
        const t = period[cell] as number;
        if (!touched.includes(t)) touched.push(t);
        const theta = kernel.theta[cell] as number;
        accumulate(sums, t * 2 * WIDTH, size, first, values, slope, 1);
        accumulate(sums, (t * 2 + 1) * WIDTH, size, first, values, slope, theta);
      }
    }
    for (const t of touched) {
      for (let side = 0; side < 2; side += 1) {
        const row = t * 2 + side;
        for (let i = 0; i < size; i += 1) {
          let sum = 0;
          for (let k = 0; k < size; k += 1) {
            sum += (inverse[i * size + k] as number) * (sums[row * WIDTH + k] as number);
          }
          solved[i] = sum;
        }
        for (const u of touched) {
          for (let other = u * 2; other < u * 2 + 2; other += 1) {
            let sum = 0;
            for (let k = 0; k < size; k += 1) {
              sum += (solved[k] as number) * (sums[other * WIDTH + k] as number);
            }
            coarse[row * width + other] = (coarse[row * width + other] as number) + sum;
          }
        }
      }
    }
    for (const t of touched) sums.fill(0, t * 2 * WIDTH, (t + 1) * 2 * WIDTH);
  }
  return coarse;
}

function accumulate(
  sums: Float64Array,
  at: number,
  size: number,
  first: number,
  values: readonly [number, number],
  slope: number,
  factor: number,
): void {
  sums[at + first] = (sums[at + first] as number) + factor * values[0];
  if (values[1] !== 0)
    sums[at + first + 1] = (sums[at + first + 1] as number) + factor * values[1];
  sums[at + size - 1] = (sums[at + size - 1] as number) + factor * slope;
}
