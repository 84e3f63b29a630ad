import type { NormalTable } from "../../kernels/positions-normal-table.ts";
import { invertSymmetric } from "./dense.ts";
import { CUT_PRECISION, SLOPE_PRECISION } from "./priors.ts";
import type { Arrangement } from "./arrange-votes.ts";

/** Parameters of an item in the plane: cut points, then the two slopes. */
export type PlaneItem = Float64Array;

/** Sums over one item's votes at given parameters. */
interface Sums {
  loss: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** A vote's log-likelihood with its derivatives in the two bounds of its predictor. */
export interface VoteTerms {
  log: number;
  upperRatio: number;
  lowerRatio: number;
  upperCurvature: number;
  lowerCurvature: number;
  mixed: number;
}

/** Terms to be filled by `readVote`, one object for a whole loop. */
export function emptyTerms(): VoteTerms {
  return {
    log: 0,
    upperRatio: 0,
    lowerRatio: 0,
    upperCurvature: 0,
    lowerCurvature: 0,
    mixed: 0,
  };
}

/**
 * Fills `terms` for a vote in category `place` of `size`, its item's predictor being `mean`.
 */
export function readVote(
  normal: NormalTable,
  item: PlaneItem,
  place: number,
  size: number,
  mean: number,
  terms: VoteTerms,
): void {
  terms.lowerRatio = 0;
  terms.lowerCurvature = 0;
  terms.upperRatio = 0;
  terms.upperCurvature = 0;
  terms.mixed = 0;
  if (place === 0) {
    const u = (item[0] as number) - mean;
    const a = normal.ratio(u);
    terms.log = normal.log(u);
    terms.upperRatio = a;
    terms.upperCurvature = a * (u + a);
    return;
  }
  const l = (item[place - 1] as number) - mean;
  if (place === size - 1) {
    const c = normal.ratio(-l);
    terms.log = normal.log(-l);
    terms.lowerRatio = c;
    terms.lowerCurvature = c * (c - l);
    return;
  }
  const u = (item[place] as number) - mean;
  const flip = u + l > 0;
  const log = normal.log(flip ? -l : u);
  const share = -Math.expm1(normal.log(flip ? -u : l) - log);
  const first = normal.ratio(flip ? -l : u) / share;
  const second = (normal.ratio(flip ? -u : l) * (1 - share)) / share;
  const a = flip ? second : first;
  const c = flip ? first : second;
  terms.log = log + Math.log(share);
  terms.upperRatio = a;
  terms.lowerRatio = c;
  terms.upperCurvature = a * (u + a);
  terms.lowerCurvature = c * (c - l);
  terms.mixed = -a * c;
}

function sumsAt(
  { layout }: Arrangement,
  normal: NormalTable,
  j: number,
  item: PlaneItem,
  points: Float64Array,
): Sums {
  const width = item.length;
  const size = width - 1;
  const first = layout.groupOf[j] as number;
  const gradient = item.map(
    (value, i) => value * (i < size - 1 ? CUT_PRECISION : SLOPE_PRECISION),
  );
  const hessian = new Float64Array(width * width);
  let loss = 0;
  for (let i = 0; i < width; i += 1) {
    const precision = i < size - 1 ? CUT_PRECISION : SLOPE_PRECISION;
    hessian[i * width + i] = precision;
    loss += 0.5 * precision * (item[i] as number) * (item[i] as number);
  }
  const p = size - 1;
  const terms = emptyTerms();
  const add = (i: number, k: number, value: number): void => {
    hessian[i * width + k] = (hessian[i * width + k] as number) + value;
  };
  for (let place = 0; place < size; place += 1) {
    const to = layout.groupStart[first + place + 1] as number;
    let [up, low, upX, upY, lowX, lowY, upUp, lowLow, both] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    let [sx, sy, xx, xy, yy] = [0, 0, 0, 0, 0];
    for (let v = layout.groupStart[first + place] as number; v < to; v += 1) {
      const cell = layout.voteCell[v] as number;
      const x = points[2 * cell] as number;
      const y = points[2 * cell + 1] as number;
      const mean = (item[p] as number) * x + (item[p + 1] as number) * y;
      readVote(normal, item, place, size, mean, terms);
      loss -= terms.log;
      const score = terms.upperRatio - terms.lowerRatio;
      const upper = terms.upperCurvature + terms.mixed;
      const lower = terms.lowerCurvature + terms.mixed;
      up += terms.upperRatio;
      low += terms.lowerRatio;
      sx += score * x;
      sy += score * y;
      upUp += terms.upperCurvature;
      lowLow += terms.lowerCurvature;
      both += terms.mixed;
      upX += upper * x;
      upY += upper * y;
      lowX += lower * x;
      lowY += lower * y;
      const weight = upper + lower;
      xx += weight * x * x;
      xy += weight * x * y;
      yy += weight * y * y;
    }
    if (place < p) {
      gradient[place] = (gradient[place] as number) - up;
      add(place, place, upUp);
      add(p, place, -upX);
      add(p + 1, place, -upY);
    }
    if (place > 0) {
      gradient[place - 1] = (gradient[place - 1] as number) + low;
      add(place - 1, place - 1, lowLow);
      add(p, place - 1, -lowX);
      add(p + 1, place - 1, -lowY);
    }
    if (place > 0 && place < p) add(place, place - 1, both);
    gradient[p] = (gradient[p] as number) + sx;
    gradient[p + 1] = (gradient[p + 1] as number) + sy;
    add(p, p, xx);
    add(p + 1, p, xy);
    add(p + 1, p + 1, yy);
  }
  for (let i = 0; i < width; i += 1) {
    for (let k = 0; k < i; k += 1) hessian[k * width + i] = hessian[i * width + k] as number;
  }
  return { loss, gradient, hessian };
}

/** Newton steps on one item at fixed points; returns its loss and inverse Hessian. */
export function fitPlaneItem(
  arrangement: Arrangement,
  normal: NormalTable,
  j: number,
  item: PlaneItem,
  points: Float64Array,
  rounds: number,
): { readonly loss: number; readonly inverse: Float64Array } {
  const width = item.length;
  let here = sumsAt(arrangement, normal, j, item, points);
  for (let round = 0; round < rounds; round += 1) {
    const inverse = invertSymmetric(here.hessian, width);
    const step = item.map((_, i) => {
      let sum = 0;
      for (let k = 0; k < width; k += 1) {
        sum += (inverse[i * width + k] as number) * (here.gradient[k] as number);
      }
      return sum;
    });
    let decrement = 0;
    for (let i = 0; i < width; i += 1)
      decrement += (step[i] as number) * (here.gradient[i] as number);
    if (decrement < 1e-10) break;
    let accepted = false;
    for (let length = 1; length > 1e-6 && !accepted; length /= 2) {
      const to = item.map((value, i) => value - length * (step[i] as number));
      let ordered = true;
      for (let i = 1; i < width - 2; i += 1)
        ordered &&= (to[i] as number) > (to[i - 1] as number);
      if (!ordered) continue;
      const next = sumsAt(arrangement, normal, j, to, points);
      if (next.loss > here.loss) continue;
      item.set(to);
      here = next;
      accepted = true;
    }
    if (!accepted) break;
  }
  return { loss: here.loss, inverse: invertSymmetric(here.hessian, width) };
}
