import type { Random } from "../kernels/random.ts";
import { drawBeta } from "./draw-beta.ts";
import { logRising } from "./dynamics/hyper-grid.ts";

/** Points of the grid in the mean and in the correlation. */
const MEANS = 40;
const CORRELATIONS = 20;

/** So many of so many, in one group. */
export interface ShareCount {
  readonly successes: number;
  readonly trials: number;
}

/** The two parameters of a beta distribution. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/** The beta distribution of a mean and of the correlation of two members of one group. */
export function betaShape(mean: number, correlation: number): BetaShape {
  const strength = 1 / correlation - 1;
  return { a: mean * strength, b: (1 - mean) * strength };
}

/**
 * Log likelihood of a count, up to a constant, where its share is drawn from a beta distribution: the
 * beta-binomial (Skellam 1948).
 */
export function countLikelihood(
  { successes, trials }: ShareCount,
  { a, b }: BetaShape,
): number {
  return logRising(a, successes) + logRising(b, trials - successes) - logRising(a + b, trials);
}

/** The posterior of a share that differs from case to case, on a grid: plain numbers. */
export interface BetaBinomial {
  /** Posterior mean of the share. */
  readonly mean: number;
  /** Posterior mean of the correlation of two members of one case. */
  readonly correlation: number;
  readonly cases: number;
  readonly trials: number;
  /** Weights of the grid's cells, summed up to each; the last is their total. */
  readonly cumulated: readonly number[];
}

const meanAt = (cell: number): number => (Math.floor(cell / CORRELATIONS) + 0.5) / MEANS;
const correlationAt = (cell: number): number => ((cell % CORRELATIONS) + 0.5) / CORRELATIONS;
const shapeAt = (cell: number): BetaShape => betaShape(meanAt(cell), correlationAt(cell));

/** The log likelihood of one count over the grid, so that a case can be left out of a sum. */
export function gridOf(count: ShareCount): Float64Array {
  return Float64Array.from({ length: MEANS * CORRELATIONS }, (_, cell) =>
    countLikelihood(count, shapeAt(cell)),
  );
}

/**
 * The beta-binomial of counts by case: k of n is Binomial(n, p) with p ~ Beta of mean m and
 * correlation r in each case, so that members of one case go together (Skellam 1948). Posterior of
 * (m, r) on a grid of 40 by 20 midpoints under m^(-1/2) (1 - m)^(-1/2) (Jeffreys' prior of a share)
 * times a uniform prior of r in (0, 1). Shares in [0, 1]; with no case it is the prior.
 */
export function betaBinomial(
  counts: readonly ShareCount[],
  grids: readonly Float64Array[] = counts.map(gridOf),
): BetaBinomial {
  const size = MEANS * CORRELATIONS;
  const log = new Float64Array(size);
  for (let cell = 0; cell < size; cell += 1) {
    const mean = meanAt(cell);
    log[cell] = -(Math.log(mean) + Math.log1p(-mean)) / 2;
  }
  for (const grid of grids) {
    for (let cell = 0; cell < size; cell += 1) log[cell]! += grid[cell] as number;
  }
  let top = -Infinity;
  for (const value of log) top = Math.max(top, value);
  const cumulated = new Float64Array(size);
  let total = 0;
  let mean = 0;
  let correlation = 0;
  for (let cell = 0; cell < size; cell += 1) {
    const weight = Math.exp((log[cell] as number) - top);
    total += weight;
    mean += weight * meanAt(cell);
    correlation += weight * correlationAt(cell);
    cumulated[cell] = total;
  }
  return {
    mean: mean / total,
    correlation: correlation / total,
    cases: counts.length,
    trials: counts.reduce((sum, { trials }) => sum + trials, 0),
    cumulated: Array.from(cumulated),
  };
}

/** A draw of mean and correlation; then draws of one case's share. */
export function shareDraws(
  { cumulated }: BetaBinomial,
  random: Random,
  normal: () => number,
): () => number {
  const at = random.uniform() * (cumulated.at(-1) as number);
  let cell = 0;
  while (cell < cumulated.length - 1 && (cumulated[cell] as number) < at) cell += 1;
  const { a, b } = shapeAt(cell);
  return () => drawBeta(a, b, random, normal);
}
