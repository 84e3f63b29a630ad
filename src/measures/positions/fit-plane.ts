import { createNormalTable } from "../../kernels/positions-normal-table.ts";
import { arrangeVotes, type Arrangement } from "./arrange-votes.ts";
import { invertSymmetric } from "./dense.ts";
import { identifiability, malformed, requireIdentifiable } from "./identifiability.ts";
import { normalSpan } from "./normal-span.ts";
import { fitPlaneItem, type PlaneItem } from "./plane-item.ts";
import { addItem, form, priorTerms, type PointTerms } from "./plane-points.ts";
import { balancePlane, principalPlane } from "./plane-axes.ts";
import type { Anchors, PositionData } from "./position-data.ts";
import { CUT_PRECISION, SLOPE_PRECISION } from "./priors.ts";
import { startingPlane } from "./starting-plane.ts";

/** How `fitPlane` fits. */
export interface PlaneOptions {
  readonly maxPasses?: number;
  /** Which ends of the first and the second axis are up; else the longer tail is. */
  readonly anchors?: readonly [Anchors | undefined, Anchors | undefined];
  readonly level?: number;
}

/** Positions on two axes, by voter, only voters whose votes counted. */
export interface PlaneFit {
  readonly voter: Uint16Array;
  readonly n: Uint32Array;
  /** By axis: standardised, uncorrelated. */
  readonly axes: readonly [PlaneAxis, PlaneAxis];
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly passes: number;
  readonly level: number;
}

/** One axis of a plane. */
export interface PlaneAxis {
  readonly position: Float64Array;
  readonly se: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Sum of squared discriminations on this axis over that on both. */
  readonly share: number;
}

/** Largest move of a point in the last pass. */
const STILL = 1e-4;

interface Pass {
  readonly points: Float64Array;
  readonly moved: number;
  /** Penalised loss at the points that the pass started from. */
  readonly loss: number;
}

function halfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + 0.5 * value * value, 0);
}

/**
 * Squared extrapolation of a slowly converging map (Varadhan and Roland 2008,
 * doi:10.1111/j.1467-9469.2007.00585.x).
 */
function extrapolate(
  start: Float64Array,
  once: Float64Array,
  twice: Float64Array,
): Float64Array {
  let move = 0;
  let bend = 0;
  for (let i = 0; i < start.length; i += 1) {
    const r = (once[i] as number) - (start[i] as number);
    const v = (twice[i] as number) - (once[i] as number) - r;
    move += r * r;
    bend += v * v;
  }
  const length = bend > 0 ? Math.min(-1, -Math.sqrt(move / bend)) : -1;
  return start.map((value, i) => {
    const r = (once[i] as number) - value;
    const v = (twice[i] as number) - (once[i] as number) - r;
    return value - 2 * length * r + length * length * v;
  });
}

/** One Newton step of every point, at most 1 long on either axis. */
function movePoints(points: Float64Array, { gradient, information }: PointTerms): void {
  for (let c = 0; c < points.length / 2; c += 1) {
    const xx = information[3 * c] as number;
    const xy = information[3 * c + 1] as number;
    const yy = information[3 * c + 2] as number;
    const determinant = xx * yy - xy * xy;
    const gx = gradient[2 * c] as number;
    const gy = gradient[2 * c + 1] as number;
    const moves = [(yy * gx - xy * gy) / determinant, (xx * gy - xy * gx) / determinant];
    const size = Math.max(Math.abs(moves[0] as number), Math.abs(moves[1] as number));
    const damp = size > 1 ? 1 / size : 1;
    points[2 * c] = (points[2 * c] as number) - damp * (moves[0] as number);
    points[2 * c + 1] = (points[2 * c + 1] as number) - damp * (moves[1] as number);
  }
}

function startItem({ layout }: Arrangement, j: number): PlaneItem {
  const first = layout.groupOf[j] as number;
  const last = layout.groupOf[j + 1] as number;
  const item = new Float64Array(last - first + 1);
  const from = layout.groupStart[first] as number;
  const total = (layout.groupStart[last] as number) - from;
  for (let g = first; g < last - 1; g += 1) {
    const below = (layout.groupStart[g + 1] as number) - from;
    item[g - first] = Math.log(below / (total - below)) / 1.7;
  }
  return item;
}

/**
 * Ordinal ideal points in a plane: P(y <= k) = Phi(g_k - b1 x - b2 y), points and slopes N(0,
 * 1) on each axis, cut points all but flat; penalised maximum likelihood by alternating Newton
 * steps.
 *
 * Identified by principal axes: points have mean 0, standard deviation 1 and no correlation,
 * and the axes are turned so that items' slopes on them are uncorrelated, the first axis
 * discriminating most (Jackman 2001, doi:10.1093/polana/9.3.227, on the need for such a rule).
 * Intervals are normal, from each point's own information less what the items' uncertainty
 * costs.
 *
 * @throws UsageError where the votes do not determine positions.
 */
export function fitPlane(data: PositionData, options: PlaneOptions = {}): PlaneFit {
  const { maxPasses = 500, level = 0.9, anchors = [undefined, undefined] } = options;
  const span = normalSpan(level);
  requireIdentifiable(malformed(data));
  const arrangement = arrangeVotes(data);
  for (const anchor of anchors) {
    requireIdentifiable(identifiability(arrangement, data.voters, anchor));
  }
  const { layout, voter, n } = arrangement;
  const items = Array.from({ length: layout.items }, (_, j) => startItem(arrangement, j));
  const normal = createNormalTable();
  let inverses: Float64Array[] = [];
  /** One alternating pass from `at`; moves `items` too. */
  const pass = (at: Float64Array, rounds: number): Pass => {
    const fits = items.map((item, j) => fitPlaneItem(arrangement, normal, j, item, at, rounds));
    inverses = fits.map(({ inverse }) => inverse);
    const votes = fits.reduce((sum, fit) => sum + fit.loss, 0);
    const terms = priorTerms(at);
    for (const [j, item] of items.entries()) addItem(arrangement, normal, j, item, at, terms);
    const to = Float64Array.from(at);
    movePoints(to, terms);
    balancePlane(to, items);
    let moved = 0;
    for (let i = 0; i < to.length; i += 1) {
      moved = Math.max(moved, Math.abs((to[i] as number) - (at[i] as number)));
    }
    return { points: to, moved, loss: votes + halfSquares(at) };
  };
  let points = startingPlane(arrangement);
  let passes = 0;
  let converged = false;
  let loss = Infinity;
  while (passes < maxPasses && !converged) {
    const first = pass(points, passes < 10 ? 6 : 2);
    const second = pass(first.points, 2);
    const third = pass(extrapolate(points, first.points, second.points), 3);
    const better = third.loss < second.loss;
    passes += 3;
    converged = second.moved < STILL && Math.abs(first.loss - second.loss) < 1e-4;
    points = better ? third.points : second.points;
    loss = better ? third.loss : second.loss;
  }
  const settled = pass(points, 20);
  points = settled.points;
  loss = settled.loss;
  const terms = priorTerms(points);
  for (const [j, item] of items.entries()) {
    addItem(arrangement, normal, j, item, points, terms, inverses[j]);
  }
  const penalty = items.reduce(
    (sum, item) =>
      sum +
      item.reduce(
        (s, value, i) =>
          s + 0.5 * (i < item.length - 2 ? CUT_PRECISION : SLOPE_PRECISION) * value * value,
        0,
      ),
    halfSquares(points),
  );
  const { turn, shares } = principalPlane(points, items);
  const axes = [0, 1].map((axis): PlaneAxis => {
    const [p, q] = turn[axis] as readonly [number, number];
    const raw = Float64Array.from(voter, (_, c) => {
      return p * (points[2 * c] as number) + q * (points[2 * c + 1] as number);
    });
    const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
    const sign = axisSign(
      raw.map((value) => value - mean),
      voter,
      anchors[axis],
    );
    const position = raw.map((value) => sign * (value - mean));
    const se = position.map((_, c) => {
      const inverse = invertSymmetric(
        Float64Array.of(
          ...[terms.information[3 * c] as number, terms.information[3 * c + 1] as number],
          ...[terms.information[3 * c + 1] as number, terms.information[3 * c + 2] as number],
        ),
        2,
      );
      return Math.sqrt(form(inverse, Float64Array.of(p, q), Float64Array.of(p, q)));
    });
    return {
      position,
      se,
      lower: position.map((value, c) => value - span * (se[c] as number)),
      upper: position.map((value, c) => value + span * (se[c] as number)),
      share: shares[axis] as number,
    };
  }) as [PlaneAxis, PlaneAxis];
  return { voter, n, axes, logLikelihood: penalty - loss, converged, passes, level };
}

function axisSign(
  values: Float64Array,
  voter: Uint16Array,
  anchors: Anchors | undefined,
): 1 | -1 {
  if (anchors === undefined) {
    return values.reduce((sum, value) => sum + value * value * value, 0) >= 0 ? 1 : -1;
  }
  const high = values[voter.indexOf(anchors.high)] as number;
  const low = anchors.low === undefined ? 0 : (values[voter.indexOf(anchors.low)] as number);
  return high >= low ? 1 : -1;
}
