import type { ItemKernel, ItemLayout } from "../../kernels/positions-types.ts";
import { invertSymmetric } from "./dense.ts";
import type { Gauge } from "./gauge.ts";
import { itemCoupling } from "./item-coupling.ts";
import { chainOf, chainVariances, type Chain, type Walk } from "./random-walk.ts";

/** What the variances are computed from: a maximum, its kernel and its frame. */
export interface VarianceInput {
  readonly kernel: ItemKernel;
  readonly layout: ItemLayout;
  readonly walk: Walk;
  readonly gauge: Gauge;
  readonly evolution: number;
  /** Curvature that the scale condition adds per unit of weight. */
  readonly multiplier: number;
  readonly period: Uint16Array;
  readonly periods: number;
}

/** How much stiffer than the stiffest direction the held ones are made. */
const STIFFNESS = 1e5;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Z' chain Z, the columns of Z being level (1) and scale (theta) of each period. */
function projectChain(
  chain: Chain,
  theta: Float64Array,
  period: Uint16Array,
  periods: number,
): Float64Array {
  const width = 2 * periods;
  const out = new Float64Array(width * width);
  const add = (row: number, column: number, value: number): void => {
    out[row * width + column] = (out[row * width + column] as number) + value;
  };
  const pair = (c: number, d: number, value: number): void => {
    const sides = [1, theta[c] as number];
    const others = [1, theta[d] as number];
    for (const [i, side] of sides.entries()) {
      for (const [k, other] of others.entries()) {
        const row = 2 * (period[c] as number) + i;
        add(row, 2 * (period[d] as number) + k, value * side * other);
      }
    }
  };
  for (let c = 0; c < theta.length; c += 1) {
    pair(c, c, chain.diagonal[c] as number);
    const below = chain.below[c] as number;
    if (below === 0) continue;
    pair(c, c - 1, below);
    pair(c - 1, c, below);
  }
  return out;
}

/**
 * Inverse of `matrix` within the directions that `normals` leave free (zero along the normals).
 */
function invertWithin(matrix: Float64Array, normals: readonly Float64Array[]): Float64Array {
  const size = (normals[0] as Float64Array).length;
  let largest = 0;
  for (let i = 0; i < size; i += 1) largest = Math.max(largest, matrix[i * size + i] as number);
  const stiff = Float64Array.from(matrix);
  for (const normal of normals) {
    const weight = (STIFFNESS * largest) / dot(normal, normal);
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k < size; k += 1) {
        const at = i * size + k;
        stiff[at] =
          (stiff[at] as number) + weight * (normal[i] as number) * (normal[k] as number);
      }
    }
  }
  return invertSymmetric(stiff, size);
}

/** Re-expresses a coarse covariance for positions standardised over cells: T M T'. */
function recentre(
  covariance: Float64Array,
  ones: readonly [Float64Array, Float64Array],
  means: readonly [Float64Array, Float64Array],
): void {
  const size = ones[0].length;
  const apply = (at: (k: number) => number): void => {
    const sums = means.map((mean) => {
      let sum = 0;
      for (let k = 0; k < size; k += 1)
        sum += (mean[k] as number) * (covariance[at(k)] as number);
      return sum;
    });
    for (let k = 0; k < size; k += 1) {
      const taken =
        (ones[0][k] as number) * (sums[0] as number) +
        (ones[1][k] as number) * (sums[1] as number);
      covariance[at(k)] = (covariance[at(k)] as number) - taken;
    }
  };
  for (let row = 0; row < size; row += 1) apply((k) => row * size + k);
  for (let column = 0; column < size; column += 1) apply((k) => k * size + column);
}

/**
 * Variances of standardised positions from the observed information, the items' uncertainty
 * included: S = A - B C^-1 B' with A tridiagonal by voter. The diagonal of B C^-1 B' is taken
 * off A exactly; its rest matters where items and positions of a period move together, so it is
 * inverted exactly on the levels and scales of periods, with the overall level and scale held.
 */
export function positionVariance(input: VarianceInput): Float64Array {
  const { kernel, layout, walk, gauge, evolution, multiplier, period, periods } = input;
  const { theta } = kernel;
  const cells = theta.length;
  const coupling = itemCoupling(kernel, layout, period, periods);
  const ridged = kernel.curvature.map(
    (value, c) => value + multiplier * (gauge.weight[c] as number),
  );
  const own = ridged.map((value, c) =>
    Math.max(1e-6 * value, value - (kernel.taken[c] as number)),
  );
  const local = chainOf(walk, evolution, own);
  const { variance } = chainVariances(local);
  const full = projectChain(chainOf(walk, evolution, ridged), theta, period, periods);
  const kept = new Set(period);
  const columns = [...kept].sort((a, b) => a - b).flatMap((t) => [2 * t, 2 * t + 1]);
  const width = 2 * periods;
  const pick = (matrix: Float64Array): Float64Array =>
    Float64Array.from({ length: columns.length * columns.length }, (_, i) => {
      const row = columns[Math.floor(i / columns.length)] as number;
      return matrix[row * width + (columns[i % columns.length] as number)] as number;
    });
  const ones = [0, 1].map((side) =>
    Float64Array.from(columns, (c) => (c % 2 === side ? 1 : 0)),
  );
  const weighted = [
    new Float64Array(columns.length),
    new Float64Array(columns.length),
  ] as const;
  const plain = [new Float64Array(columns.length), new Float64Array(columns.length)] as const;
  const place = new Map(columns.map((column, i) => [column, i]));
  const { mean, sd } = momentsOf(theta);
  for (let c = 0; c < cells; c += 1) {
    const value = theta[c] as number;
    const standard = (value - mean) / sd;
    const at = place.get(2 * (period[c] as number)) as number;
    const weight = gauge.weight[c] as number;
    const add = (to: Float64Array, i: number, part: number): void => {
      to[i] = (to[i] as number) + part;
    };
    add(weighted[0], at, weight);
    add(weighted[0], at + 1, weight * value);
    add(weighted[1], at, weight * value);
    add(weighted[1], at + 1, weight * value * value);
    add(plain[0], at, 1 / cells);
    add(plain[0], at + 1, value / cells);
    add(plain[1], at, standard / (cells * sd));
    add(plain[1], at + 1, (standard * value) / (cells * sd));
  }
  const coupled = full.map((value, i) => value - (coupling[i] as number));
  const schur = invertWithin(pick(coupled), weighted);
  const simple = invertWithin(pick(projectChain(local, theta, period, periods)), weighted);
  const level = ones[0] as Float64Array;
  const scale = (ones[1] as Float64Array).map((one, i) => one - mean * (level[i] as number));
  for (const inverse of [schur, simple]) recentre(inverse, [level, scale], plain);
  for (let c = 0; c < cells; c += 1) {
    const at = place.get(2 * (period[c] as number)) as number;
    const value = theta[c] as number;
    const size = columns.length;
    const entry = (i: number, k: number): number =>
      (schur[i * size + k] as number) - (simple[i * size + k] as number);
    const extra =
      entry(at, at) + value * (2 * entry(at, at + 1) + value * entry(at + 1, at + 1));
    variance[c] = ((variance[c] as number) + Math.max(0, extra)) / (sd * sd);
  }
  return variance;
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, sd: Math.sqrt(squares / values.length) };
}
