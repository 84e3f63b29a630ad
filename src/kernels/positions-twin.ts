import { normalInterval } from "./positions-normal.ts";
import { inverseStarts } from "./positions-types.ts";
import type { ItemKernel, ItemLayout } from "./positions-types.ts";

type Matrix = number[][];

/**
 * One item at given parameters: loss, its derivatives in the parameters, and per-vote terms.
 */
interface Evaluation {
  readonly loss: number;
  readonly gradient: number[];
  readonly hessian: Matrix;
}

interface Priors {
  readonly slope: number;
  readonly cut: number;
}

function zeros(size: number): Matrix {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

/** Solves a small symmetric positive definite system by Cholesky. */
function solveSmall(matrix: Matrix, right: readonly number[]): number[] {
  const size = right.length;
  const factor = zeros(size);
  const at = (m: Matrix, i: number, k: number): number => m[i]?.[k] ?? 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = at(matrix, i, j);
      for (let k = 0; k < j; k += 1) sum -= at(factor, i, k) * at(factor, j, k);
      const row = factor[i] as number[];
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(factor, j, j);
    }
  }
  const x = [...right];
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(factor, i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(factor, i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) x[i] = (x[i] ?? 0) - at(factor, k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(factor, i, i);
  }
  return x;
}

/**
 * The kernel of `positions.ts` in plain TypeScript, for tests: same arrays, direct formulas.
 */
export function openPositionTwin(layout: ItemLayout): ItemKernel {
  const { items, cells, groupOf, groupStart, voteCell } = layout;
  const votes = voteCell.length;
  const inverseStart = inverseStarts(layout);
  const theta = new Float64Array(cells);
  const gradient = new Float64Array(cells);
  const curvature = new Float64Array(cells);
  const taken = new Float64Array(cells);
  const direction = new Float64Array(cells);
  const image = new Float64Array(cells);
  const slopes = new Float64Array(items);
  const cuts = new Float64Array(groupStart.length - 1 - items);
  const inverses = new Float64Array(inverseStart[items] ?? 0);
  const weights = new Float64Array(votes);
  const slopeWeights = new Float64Array(votes);
  const lowerWeights = new Float64Array(votes);
  const residuals = new Float64Array(votes);

  const sizeOf = (j: number): number => (groupOf[j + 1] as number) - (groupOf[j] as number);
  const eachVote = (
    j: number,
    visit: (v: number, place: number, cell: number) => void,
  ): void => {
    const first = groupOf[j] as number;
    for (let g = first; g < (groupOf[j + 1] as number); g += 1) {
      for (let v = groupStart[g] as number; v < (groupStart[g + 1] as number); v += 1) {
        visit(v, g - first, voteCell[v] as number);
      }
    }
  };

  /**
   * Derivatives of vote v's loss in (cut points, b) need: scores and second derivatives of
   * cuts.
   */
  const evaluate = (j: number, point: readonly number[], priors: Priors): Evaluation => {
    const size = point.length;
    const last = size - 1;
    const b = point[last] ?? 0;
    const grad = point.map((value, i) => value * (i === last ? priors.slope : priors.cut));
    const hessian = zeros(size);
    let loss = 0;
    for (const [i, value] of point.entries()) {
      const precision = i === last ? priors.slope : priors.cut;
      (hessian[i] as number[])[i] = precision;
      loss += 0.5 * precision * value * value;
    }
    eachVote(j, (v, place, cell) => {
      const t = theta[cell] as number;
      const upper = place === last ? Infinity : (point[place] ?? 0) - b * t;
      const lower = place === 0 ? -Infinity : (point[place - 1] ?? 0) - b * t;
      const { log, upperRatio: a, lowerRatio: c } = normalInterval(lower, upper);
      const high = a === 0 ? 0 : a * (upper + a);
      const low = c === 0 ? 0 : c * (c - lower);
      const both = -a * c;
      loss -= log;
      residuals[v] = a - c;
      weights[v] = high + low + 2 * both;
      lowerWeights[v] = place > 0 && place < last ? low + both : 0;
      const add = (i: number, k: number, value: number): void => {
        const row = hessian[i] as number[];
        row[k] = (row[k] ?? 0) + value;
        if (i !== k) {
          const mirror = hessian[k] as number[];
          mirror[i] = (mirror[i] ?? 0) + value;
        }
      };
      if (place < last) {
        grad[place] = (grad[place] ?? 0) - a;
        add(place, place, high);
        add(place, last, -t * (high + both));
      }
      if (place > 0) {
        grad[place - 1] = (grad[place - 1] ?? 0) + c;
        add(place - 1, place - 1, low);
        add(place - 1, last, -t * (low + both));
      }
      if (place > 0 && place < last) add(place - 1, place, both);
      grad[last] = (grad[last] ?? 0) + t * (a - c);
      add(last, last, weights[v] * t * t);
    });
    return { loss, gradient: grad, hessian };
  };

  const ordered = (point: readonly number[]): boolean =>
    point.every(
      (value, i) => i === 0 || i === point.length - 1 || value > (point[i - 1] ?? 0) + 1e-9,
    );

  const fitItem = (j: number, rounds: number, tolerance: number, priors: Priors): Matrix => {
    const size = sizeOf(j);
    const at = (groupOf[j] as number) - j;
    let point = [...cuts.subarray(at, at + size - 1), slopes[j] as number];
    let here = evaluate(j, point, priors);
    for (let round = 0; round < rounds; round += 1) {
      const step = solveSmall(here.hessian, here.gradient);
      const decrement = step.reduce(
        (sum, value, i) => sum + value * (here.gradient[i] ?? 0),
        0,
      );
      if (decrement < tolerance) break;
      let length = 1;
      let next: Evaluation | undefined;
      let to = point;
      for (; length > 1e-7; length /= 2) {
        to = point.map((value, i) => value - length * (step[i] ?? 0));
        if (!ordered(to)) continue;
        const tried = evaluate(j, to, priors);
        if (tried.loss > here.loss - 1e-4 * length * decrement + 1e-10) continue;
        next = tried;
        break;
      }
      if (next === undefined) {
        here = evaluate(j, point, priors);
        break;
      }
      point = to;
      here = next;
    }
    total += here.loss;
    cuts.set(point.slice(0, -1), at);
    slopes[j] = point.at(-1) ?? 0;
    return here.hessian;
  };

  /** Cross derivatives of vote v's loss in its position and (cut points, b). */
  const cross = (v: number, place: number, size: number, b: number): number[] => {
    const row = Array.from({ length: size }, () => 0);
    const all = weights[v] as number;
    const low = place === size - 1 ? all : (lowerWeights[v] as number);
    if (place > 0) row[place - 1] = -b * low;
    if (place < size - 1) row[place] = -b * (all - low);
    row[size - 1] = slopeWeights[v] as number;
    return row;
  };

  const timesInverse = (j: number, vector: readonly number[]): number[] => {
    const size = vector.length;
    const at = inverseStart[j] as number;
    return vector.map((_, i) =>
      vector.reduce(
        (sum, value, k) => sum + value * (inverses[at + i * size + k] as number),
        0,
      ),
    );
  };

  const implied = (j: number): number[] => {
    const sums = Array.from({ length: sizeOf(j) }, () => 0);
    eachVote(j, (v, place, cell) => {
      for (const [i, value] of cross(v, place, sums.length, slopes[j] as number).entries()) {
        sums[i] = (sums[i] ?? 0) + value * (direction[cell] as number);
      }
    });
    return timesInverse(j, sums);
  };

  let total = 0;
  return {
    theta,
    gradient,
    curvature,
    taken,
    direction,
    image,
    slopes,
    cuts,
    inverses,
    inverseStart,
    weights,
    slopeWeights,
    lowerWeights,
    eliminate: (rounds, tolerance, slopePrecision, cutPrecision, exact) => {
      for (const array of [gradient, curvature, taken]) array.fill(0);
      total = 0;
      for (let j = 0; j < items; j += 1) {
        const size = sizeOf(j);
        const hessian = fitItem(j, rounds, tolerance, {
          slope: slopePrecision,
          cut: cutPrecision,
        });
        for (let i = 0; i < size; i += 1) {
          const unit = Array.from({ length: size }, (_, k) => (k === i ? 1 : 0));
          inverses.set(solveSmall(hessian, unit), (inverseStart[j] as number) + i * size);
        }
        const b = slopes[j] as number;
        eachVote(j, (v, place, cell) => {
          const s = residuals[v] as number;
          const h = weights[v] as number;
          slopeWeights[v] = (exact ? s : 0) + b * (theta[cell] as number) * h;
          gradient[cell] = (gradient[cell] as number) + b * s;
          curvature[cell] = (curvature[cell] as number) + b * b * h;
          const row = cross(v, place, size, b);
          const solved = timesInverse(j, row);
          const part = row.reduce((sum, value, i) => sum + value * (solved[i] ?? 0), 0);
          taken[cell] = (taken[cell] as number) + part;
        });
      }
      return total;
    },
    couple: () => {
      image.fill(0);
      for (let j = 0; j < items; j += 1) {
        const solved = implied(j);
        eachVote(j, (v, place, cell) => {
          const row = cross(v, place, solved.length, slopes[j] as number);
          const part = row.reduce((sum, value, i) => sum + value * (solved[i] ?? 0), 0);
          image[cell] = (image[cell] as number) + part;
        });
      }
    },
    follow: () => {
      for (let j = 0; j < items; j += 1) {
        const solved = implied(j);
        const at = (groupOf[j] as number) - j;
        const to = solved.map(
          (value, i) =>
            (i === solved.length - 1 ? (slopes[j] as number) : (cuts[at + i] as number)) -
            value,
        );
        if (!ordered(to)) continue;
        cuts.set(to.slice(0, -1), at);
        slopes[j] = to.at(-1) ?? 0;
      }
    },
  };
}
