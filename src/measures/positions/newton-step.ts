import type { ItemKernel } from "../../kernels/positions-types.ts";
import type { Gauge } from "./gauge.ts";
import { multiplyChain, solveChain, type Chain } from "./random-walk.ts";

const MOST_PRODUCTS = 60;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addScaled(to: Float64Array, scale: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i += 1) {
    to[i] = (to[i] as number) + scale * (from[i] as number);
  }
}

/**
 * Solves with the chain under the condition that the result leaves the gauge, to first order.
 */
function constrainedSolver(
  chain: Chain,
  level: Float64Array,
  scale: Float64Array,
): (x: Float64Array, out: Float64Array) => void {
  const levelStep = new Float64Array(level.length);
  const scaleStep = new Float64Array(level.length);
  solveChain(chain, level, levelStep);
  solveChain(chain, scale, scaleStep);
  const a = dot(level, levelStep);
  const b = dot(level, scaleStep);
  const c = dot(scale, scaleStep);
  const determinant = a * c - b * b;
  return (x, out) => {
    solveChain(chain, x, out);
    const p = dot(level, out);
    const q = dot(scale, out);
    addScaled(out, -(c * p - b * q) / determinant, levelStep);
    addScaled(out, -(a * q - b * p) / determinant, scaleStep);
  };
}

/**
 * The multiplier of the scale condition: the curvature that the gauge adds per unit of weight.
 */
export function scaleMultiplier(
  gauge: Gauge,
  theta: Float64Array,
  gradient: Float64Array,
): number {
  let squares = 0;
  for (let c = 0; c < theta.length; c += 1) {
    squares += (gauge.weight[c] as number) * (theta[c] as number) * (theta[c] as number);
  }
  return -dot(theta, gradient) / squares;
}

/**
 * The Newton direction of the positions with the items eliminated, by projected conjugate
 * gradients (Gould, Hribar and Nocedal 2001, doi:10.1137/S1064827598345667) on the Schur
 * complement chain - B C^-1 B', preconditioned by the chain; stops where the residual has
 * fallen by `reduction`. Returns the direction and the number of products used.
 */
export function newtonStep(
  kernel: ItemKernel,
  chain: Chain,
  gauge: Gauge,
  theta: Float64Array,
  gradient: Float64Array,
  multiplier: number,
  reduction: number,
): { readonly direction: Float64Array; readonly products: number } {
  const cells = theta.length;
  const scale = theta.map((value, c) => value * (gauge.weight[c] as number));
  const precondition = constrainedSolver(chain, gauge.weight, scale);
  const direction = new Float64Array(cells);
  const residual = Float64Array.from(gradient);
  const corrected = new Float64Array(cells);
  const image = new Float64Array(cells);
  precondition(residual, corrected);
  const search = Float64Array.from(corrected, (value) => -value);
  let size = dot(residual, corrected);
  const target = size * reduction * reduction;
  let products = 0;
  while (products < MOST_PRODUCTS && size > target && size > 0) {
    multiplyChain(chain, search, image);
    kernel.direction.set(search);
    kernel.couple();
    addScaled(image, -1, kernel.image);
    for (let c = 0; c < cells; c += 1) {
      const ridge = multiplier * (gauge.weight[c] as number) * (search[c] as number);
      image[c] = (image[c] as number) + ridge;
    }
    products += 1;
    const curvature = dot(search, image);
    if (curvature <= 0) {
      if (products === 1) addScaled(direction, 1, search);
      break;
    }
    addScaled(direction, size / curvature, search);
    addScaled(residual, size / curvature, image);
    precondition(residual, corrected);
    const next = dot(residual, corrected);
    const ratio = next / size;
    for (let i = 0; i < cells; i += 1) {
      search[i] = ratio * (search[i] as number) - (corrected[i] as number);
    }
    size = next;
  }
  return { direction, products };
}
