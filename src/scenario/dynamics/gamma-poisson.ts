import type { Random } from "../../kernels/random.ts";
import type { CountDraws } from "./draw-gamma.ts";
import { type HyperGrid, hyperGrid, logRising, middles } from "./hyper-grid.ts";

/** A count of events over an exposure, such as organisation-years. */
export interface CountGroup {
  readonly count: number;
  readonly exposure: number;
}

/** The rates of several groups, each drawn towards the others as far as the counts allow. */
export interface GroupRates {
  readonly groups: readonly CountGroup[];
  readonly grid: HyperGrid;
  /** Posterior mean of each group's rate. */
  readonly means: readonly number[];
  /** A draw of one rate for each group named. */
  readonly draw: (random: Random, draws: CountDraws, groups: readonly number[]) => number[];
}

const PARTS = 40;
/** The mean rate lies within this factor of the pooled rate. */
const WIDEST = 30;

/**
 * Log likelihood of a count under a Poisson whose rate is Gamma(shape, shape / mean), but for the
 * factorial of the count, which is the same at every point.
 */
function logNegativeBinomial(
  { count, exposure }: CountGroup,
  shape: number,
  mean: number,
): number {
  const rate = shape / mean;
  return (
    logRising(shape, count) +
    shape * Math.log(rate / (rate + exposure)) +
    count * Math.log(exposure / (rate + exposure))
  );
}

/**
 * Rates of events in groups under a Gamma-Poisson model: count ~ Poisson(rate x exposure), rate ~
 * Gamma(shape, shape / mean). Prior: log mean even over 1/30 to 30 times the pooled rate, and
 * 1 / (1 + shape) even over 0 to 1; both are drawn from their posterior on a grid, so that the
 * shrinkage is estimated and its uncertainty carried. A group without exposure is left out of the
 * likelihood and its rate is a draw of the prior. Rates per unit of exposure.
 */
export function gammaPoisson(groups: readonly CountGroup[]): GroupRates {
  const seen = groups.filter(({ exposure }) => exposure > 0);
  const count = seen.reduce((sum, group) => sum + group.count, 0);
  const exposure = seen.reduce((sum, group) => sum + group.exposure, 0);
  const pooled = (count + 0.5) / Math.max(exposure, 1);
  const span = 2 * Math.log(WIDEST);
  const means = middles(PARTS).map((part) => pooled * Math.exp((part - 0.5) * span));
  const grid = hyperGrid(means, middles(PARTS), (mean, spread) => {
    const shape = 1 / spread - 1;
    return seen.reduce((sum, group) => sum + logNegativeBinomial(group, shape, mean), 0);
  });
  const posterior = (mean: number, spread: number, group: CountGroup) => {
    const shape = 1 / spread - 1;
    return { shape: shape + group.count, rate: shape / mean + group.exposure };
  };
  return {
    groups,
    grid,
    means: groups.map((group) =>
      grid.points.reduce((sum, { mean, spread, weight }) => {
        const { shape, rate } = posterior(mean, spread, group);
        return sum + (weight * shape) / rate;
      }, 0),
    ),
    draw: (random, draws, which) => {
      const { mean, spread } = grid.pick(random);
      return which.map((k) => {
        const { shape, rate } = posterior(mean, spread, groups[k]!);
        return draws.gamma(shape) / rate;
      });
    },
  };
}
