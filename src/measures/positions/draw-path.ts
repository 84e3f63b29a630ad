import type { ItemLayout } from "../../kernels/positions-types.ts";
import type { Random } from "../../kernels/random.ts";
import { drawBetween } from "./draw-normal.ts";
import type { ItemState } from "./draw-items.ts";
import { chainOf, type Walk } from "./random-walk.ts";

/**
 * Draws every vote's latent score given positions and items (Albert and Chib 1993,
 * doi:10.1080/01621459.1993.10476321) and returns what they say of each position: precision
 * (sum of b squared) and pull (sum of b times score).
 */
export function drawScores(
  state: ItemState,
  layout: ItemLayout,
  theta: Float64Array,
  random: Random,
  normal: () => number,
): { readonly precision: Float64Array; readonly pull: Float64Array } {
  const precision = new Float64Array(layout.cells);
  const pull = new Float64Array(layout.cells);
  for (let j = 0; j < layout.items; j += 1) {
    const first = layout.groupOf[j] as number;
    const size = (layout.groupOf[j + 1] as number) - first;
    const b = state.slopes[j] as number;
    for (let place = 0; place < size; place += 1) {
      const low = place === 0 ? -Infinity : (state.cuts[first - j + place - 1] as number);
      const high = place === size - 1 ? Infinity : (state.cuts[first - j + place] as number);
      const to = layout.groupStart[first + place + 1] as number;
      for (let v = layout.groupStart[first + place] as number; v < to; v += 1) {
        const cell = layout.voteCell[v] as number;
        const mean = b * (theta[cell] as number);
        const score = mean + drawBetween(random, normal, low - mean, high - mean);
        precision[cell] = (precision[cell] as number) + b * b;
        pull[cell] = (pull[cell] as number) + b * score;
      }
    }
  }
  return { precision, pull };
}

/**
 * Draws every voter's whole path given the latent scores: forward filtering and backward
 * sampling (Carter and Kohn 1994, doi:10.1093/biomet/81.3.541), here on the precision's factor.
 */
export function drawPaths(
  walk: Walk,
  evolution: number,
  precision: Float64Array,
  pull: Float64Array,
  normal: () => number,
): Float64Array {
  const { pivot, ratio } = chainOf(walk, evolution, precision);
  const cells = pull.length;
  const path = Float64Array.from(pull);
  for (let c = 1; c < cells; c += 1) {
    path[c] = (path[c] as number) - (ratio[c] as number) * (path[c - 1] as number);
  }
  for (let c = cells - 1; c >= 0; c -= 1) {
    const size = pivot[c] as number;
    const scaled = (path[c] as number) / size + normal() / Math.sqrt(size);
    const after = c + 1 < cells ? (ratio[c + 1] as number) * (path[c + 1] as number) : 0;
    path[c] = scaled - after;
  }
  return path;
}
