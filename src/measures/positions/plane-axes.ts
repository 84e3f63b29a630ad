import type { PlaneItem } from "./plane-item.ts";

type Vector = readonly [number, number];

/** A symmetric 2 x 2 matrix: xx, xy, yy. */
type Symmetric = readonly [number, number, number];

/** Eigenvalues, descending, and unit eigenvectors of a symmetric 2 x 2 matrix. */
function eigen([xx, xy, yy]: Symmetric): {
  readonly values: Vector;
  readonly vectors: readonly [Vector, Vector];
} {
  const middle = (xx + yy) / 2;
  const half = Math.sqrt(((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy);
  const values: Vector = [middle + half, middle - half];
  let first: Vector = [xy, values[0] - xx];
  if (Math.abs(xx - values[1]) > Math.abs(first[0]) + Math.abs(first[1])) {
    first = [xx - values[1], xy];
  }
  const length = Math.sqrt(first[0] * first[0] + first[1] * first[1]);
  const unit: Vector = length < 1e-12 ? [1, 0] : [first[0] / length, first[1] / length];
  return { values, vectors: [unit, [-unit[1], unit[0]]] };
}

/** Covariance of the points about their mean. */
function spread(points: Float64Array): {
  readonly mean: Vector;
  readonly covariance: Symmetric;
} {
  const n = points.length / 2;
  let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (let c = 0; c < n; c += 1) {
    x += (points[2 * c] as number) / n;
    y += (points[2 * c + 1] as number) / n;
  }
  for (let c = 0; c < n; c += 1) {
    const dx = (points[2 * c] as number) - x;
    const dy = (points[2 * c + 1] as number) - y;
    xx += (dx * dx) / n;
    xy += (dx * dy) / n;
    yy += (dy * dy) / n;
  }
  return { mean: [x, y], covariance: [xx, xy, yy] };
}

/** Sum over items of the outer products of their slopes, as seen through `through`. */
function slopeSquares(
  items: readonly PlaneItem[],
  through: readonly [Vector, Vector],
): Symmetric {
  let [xx, xy, yy] = [0, 0, 0];
  for (const item of items) {
    const [p, q] = [item[item.length - 2] as number, item[item.length - 1] as number];
    const x = through[0][0] * p + through[0][1] * q;
    const y = through[1][0] * p + through[1][1] * q;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  return [xx, xy, yy];
}

/** The root of the covariance along its own axes: points = root * whitened points. */
function rootsOf(covariance: Symmetric): {
  readonly whiten: readonly [Vector, Vector];
  readonly colour: readonly [Vector, Vector];
} {
  const { values, vectors } = eigen(covariance);
  const sd = values.map((value) => Math.sqrt(Math.max(value, 1e-12))) as [number, number];
  const [u, v] = vectors;
  return {
    whiten: [
      [u[0] / sd[0], u[1] / sd[0]],
      [v[0] / sd[1], v[1] / sd[1]],
    ],
    colour: [
      [u[0] * sd[0], u[1] * sd[0]],
      [v[0] * sd[1], v[1] * sd[1]],
    ],
  };
}

/**
 * Moves points and items along the directions that leave every likelihood unchanged to where
 * their priors agree best: principal axes, each scaled so that points and slopes weigh alike.
 */
export function balancePlane(points: Float64Array, items: readonly PlaneItem[]): void {
  const { mean, covariance } = spread(points);
  const { turn, slopes } = principalAxes(covariance, items);
  const n = points.length / 2;
  const scale = slopes.map((square) => Math.sqrt(Math.sqrt(Math.max(square, 1e-12) / n)));
  const [a, b] = turn;
  const determinant = a[0] * b[1] - a[1] * b[0];
  for (const item of items) {
    const [p, q] = [item[item.length - 2] as number, item[item.length - 1] as number];
    const shift = p * mean[0] + q * mean[1];
    for (let i = 0; i < item.length - 2; i += 1) item[i] = (item[i] as number) - shift;
    item[item.length - 2] = (b[1] * p - b[0] * q) / determinant / (scale[0] as number);
    item[item.length - 1] = (a[0] * q - a[1] * p) / determinant / (scale[1] as number);
  }
  for (let c = 0; c < n; c += 1) {
    const x = (points[2 * c] as number) - mean[0];
    const y = (points[2 * c + 1] as number) - mean[1];
    points[2 * c] = (a[0] * x + a[1] * y) * (scale[0] as number);
    points[2 * c + 1] = (b[0] * x + b[1] * y) * (scale[1] as number);
  }
}

/** Rows that turn points into whitened principal coordinates, and the squared slopes there. */
function principalAxes(
  covariance: Symmetric,
  items: readonly PlaneItem[],
): { readonly turn: readonly [Vector, Vector]; readonly slopes: Vector } {
  const { whiten, colour } = rootsOf(covariance);
  const { values, vectors } = eigen(slopeSquares(items, colour));
  const row = (vector: Vector): Vector => [
    vector[0] * whiten[0][0] + vector[1] * whiten[1][0],
    vector[0] * whiten[0][1] + vector[1] * whiten[1][1],
  ];
  return { turn: [row(vectors[0]), row(vectors[1])], slopes: values };
}

/** The principal axes of a fitted plane: rows to apply to points, and each axis' share. */
export function principalPlane(
  points: Float64Array,
  items: readonly PlaneItem[],
): { readonly turn: readonly [Vector, Vector]; readonly shares: Vector } {
  const { turn, slopes } = principalAxes(spread(points).covariance, items);
  const total = slopes[0] + slopes[1];
  return { turn, shares: [slopes[0] / total, slopes[1] / total] };
}
