import type { NormalTable } from "../../kernels/positions-normal-table.ts";
import type { Arrangement } from "./arrange-votes.ts";
import { emptyTerms, readVote, type PlaneItem } from "./plane-item.ts";

/** Gradient (2) and information (3: xx, xy, yy) of each voter's point. */
export interface PointTerms {
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

/** The terms of the points' prior, N(0, 1) on each axis. */
export function priorTerms(points: Float64Array): PointTerms {
  const information = new Float64Array((points.length / 2) * 3);
  for (let c = 0; c < points.length / 2; c += 1) information.set([1, 0, 1], 3 * c);
  return { gradient: Float64Array.from(points), information };
}

/** left' matrix right. */
export function form(matrix: Float64Array, left: Float64Array, right: Float64Array): number {
  const width = left.length;
  let sum = 0;
  for (let i = 0; i < width; i += 1) {
    if (left[i] === 0) continue;
    for (let k = 0; k < width; k += 1) {
      sum += (left[i] as number) * (matrix[i * width + k] as number) * (right[k] as number);
    }
  }
  return sum;
}

/** Adds one item's votes; with `inverse`, takes off what the item's uncertainty costs. */
export function addItem(
  arrangement: Arrangement,
  normal: NormalTable,
  j: number,
  item: PlaneItem,
  points: Float64Array,
  { gradient, information }: PointTerms,
  inverse?: Float64Array,
): void {
  const { layout } = arrangement;
  const width = item.length;
  const size = width - 1;
  const first = layout.groupOf[j] as number;
  const p = item[size - 1] as number;
  const q = item[size] as number;
  const vote = emptyTerms();
  const alongX = new Float64Array(width);
  const alongY = new Float64Array(width);
  for (let place = 0; place < size; place += 1) {
    const to = layout.groupStart[first + place + 1] as number;
    for (let v = layout.groupStart[first + place] as number; v < to; v += 1) {
      const cell = layout.voteCell[v] as number;
      const x = points[2 * cell] as number;
      const y = points[2 * cell + 1] as number;
      readVote(normal, item, place, size, p * x + q * y, vote);
      const score = vote.upperRatio - vote.lowerRatio;
      const upper = vote.upperCurvature + vote.mixed;
      const lower = vote.lowerCurvature + vote.mixed;
      const weight = upper + lower;
      gradient[2 * cell] = (gradient[2 * cell] as number) + score * p;
      gradient[2 * cell + 1] = (gradient[2 * cell + 1] as number) + score * q;
      let [xx, xy, yy] = [weight * p * p, weight * p * q, weight * q * q];
      if (inverse !== undefined) {
        alongX.fill(0);
        alongY.fill(0);
        if (place < size - 1) {
          alongX[place] = -p * upper;
          alongY[place] = -q * upper;
        }
        if (place > 0) {
          alongX[place - 1] = -p * lower;
          alongY[place - 1] = -q * lower;
        }
        alongX.set([p * weight * x + score, p * weight * y], size - 1);
        alongY.set([q * weight * x, q * weight * y + score], size - 1);
        xx -= form(inverse, alongX, alongX);
        xy -= form(inverse, alongX, alongY);
        yy -= form(inverse, alongY, alongY);
      }
      information[3 * cell] = (information[3 * cell] as number) + xx;
      information[3 * cell + 1] = (information[3 * cell + 1] as number) + xy;
      information[3 * cell + 2] = (information[3 * cell + 2] as number) + yy;
    }
  }
}
