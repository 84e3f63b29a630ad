import type { ItemKernel, ItemLayout } from "../../kernels/positions-types.ts";
import { standardise, type Gauge } from "./gauge.ts";
import { newtonStep, scaleMultiplier } from "./newton-step.ts";
import { CUT_PRECISION, SLOPE_PRECISION } from "./priors.ts";
import { chainOf, impliedEvolution, walkPenalty, type Walk } from "./random-walk.ts";

const ITEM_ROUNDS = 40;
const ITEM_TOLERANCE = 1e-10;
const EARLY_TOLERANCE = 1e-5;
/** Under this change of a position the steps use exact second derivatives. */
const NEAR = 0.5;
/** Rounding allowed for in a loss that should fall. */
const SLACK = 1e-6;
const EARLY_SLACK = 0.1;

/** The maximum of the penalised likelihood, left in the kernel's arrays. */
export interface Maximum {
  readonly theta: Float64Array;
  readonly evolution: number;
  readonly logLikelihood: number;
  readonly trace: readonly number[];
  readonly lastChange: number;
  readonly converged: boolean;
  readonly passes: number;
  readonly products: number;
}

interface State {
  readonly theta: Float64Array;
  /** Derivative of the loss in the positions, the items being at their best. */
  readonly gradient: Float64Array;
  /** Negative log-likelihood of the votes plus the items' penalty. */
  readonly votes: number;
  readonly loss: number;
}

/** Cut points at the normal scores of the cumulative shares (by the logistic approximation). */
export function startItems(kernel: ItemKernel, layout: ItemLayout): void {
  for (let j = 0; j < layout.items; j += 1) {
    const first = layout.groupOf[j] as number;
    const last = layout.groupOf[j + 1] as number;
    const from = layout.groupStart[first] as number;
    const total = (layout.groupStart[last] as number) - from;
    kernel.slopes[j] = 0;
    for (let g = first; g < last - 1; g += 1) {
      const below = (layout.groupStart[g + 1] as number) - from;
      kernel.cuts[g - j] = Math.log(below / (total - below)) / 1.7;
    }
  }
}

/** Restates the items for positions that were shifted by `mean` and divided by `sd`. */
export function rescaleItems(
  items: Pick<ItemKernel, "slopes" | "cuts">,
  layout: ItemLayout,
  mean: number,
  sd: number,
): void {
  for (let j = 0; j < layout.items; j += 1) {
    const slope = items.slopes[j] as number;
    const first = layout.groupOf[j] as number;
    const last = layout.groupOf[j + 1] as number;
    for (let g = first; g < last - 1; g += 1) {
      items.cuts[g - j] = (items.cuts[g - j] as number) - slope * mean;
    }
    items.slopes[j] = slope * sd;
  }
}

/** The state at `theta`, the kernel's items being fitted to it. */
function priced(
  kernel: ItemKernel,
  walk: Walk,
  evolution: number,
  theta: Float64Array,
  votes: number,
): State {
  const gradient = Float64Array.from(kernel.gradient);
  return {
    theta,
    gradient,
    votes,
    loss: votes + walkPenalty(walk, evolution, theta, gradient),
  };
}

function evaluate(
  kernel: ItemKernel,
  walk: Walk,
  evolution: number,
  theta: Float64Array,
  exact: boolean,
): State {
  kernel.theta.set(theta);
  const votes = kernel.eliminate(
    ITEM_ROUNDS,
    exact ? ITEM_TOLERANCE : EARLY_TOLERANCE,
    SLOPE_PRECISION,
    CUT_PRECISION,
    exact,
  );
  return priced(kernel, walk, evolution, theta, votes);
}

function halfSquares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum / 2;
}

function largestChange(from: Float64Array, to: Float64Array): number {
  let largest = 0;
  for (let c = 0; c < from.length; c += 1) {
    largest = Math.max(largest, Math.abs((to[c] as number) - (from[c] as number)));
  }
  return largest;
}

/** Maximises the penalised likelihood over standardised positions and the items. */
export function maximise(
  kernel: ItemKernel,
  layout: ItemLayout,
  walk: Walk,
  gauge: Gauge,
  start: Float64Array,
  options: {
    readonly evolution: number | "estimate";
    readonly maxPasses: number;
    readonly stopAt: number;
  },
): Maximum {
  let evolution = options.evolution === "estimate" ? 0.05 : options.evolution;
  startItems(kernel, layout);
  let state = evaluate(kernel, walk, evolution, start, false);
  const trace = [-state.loss];
  let lastChange = Infinity;
  let converged = false;
  let passes = 0;
  let products = 0;
  while (passes < options.maxPasses && !converged) {
    passes += 1;
    const chain = chainOf(walk, evolution, kernel.curvature);
    const reduction = Math.min(0.1, Math.max(0.02, lastChange));
    const { theta: here, gradient } = state;
    const multiplier = scaleMultiplier(gauge, here, gradient);
    const found = newtonStep(kernel, chain, gauge, here, gradient, multiplier, reduction);
    products += found.products;
    const before = state;
    const exact = lastChange < NEAR;
    kernel.direction.set(found.direction);
    kernel.follow();
    for (let length = 1; length > 1e-6; length /= 2) {
      const theta = before.theta.map(
        (value, c) => value + length * (found.direction[c] as number),
      );
      const { mean, sd } = standardise(theta, gauge.weight);
      rescaleItems(kernel, layout, mean, sd);
      state = evaluate(kernel, walk, evolution, theta, exact);
      if (state.loss <= before.loss + (exact ? SLACK : EARLY_SLACK)) break;
    }
    lastChange = largestChange(before.theta, state.theta);
    trace.push(-state.loss);
    let drift = 0;
    if (options.evolution === "estimate") {
      const own = kernel.curvature.map((value, c) => value - (kernel.taken[c] as number));
      const settled = chainOf(walk, evolution, own);
      const implied = impliedEvolution(walk, settled, state.theta, evolution);
      drift = Math.abs(Math.log(implied / evolution));
      evolution = implied;
      state = priced(kernel, walk, evolution, state.theta, state.votes);
    }
    converged = lastChange < options.stopAt && drift < options.stopAt;
  }
  const { theta } = state;
  const logLikelihood =
    SLOPE_PRECISION * halfSquares(kernel.slopes) +
    CUT_PRECISION * halfSquares(kernel.cuts) -
    state.votes;
  return { theta, evolution, logLikelihood, trace, lastChange, converged, passes, products };
}
