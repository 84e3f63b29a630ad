import type { Random } from "../../kernels/random.ts";
import type { CountDraws } from "./draw-gamma.ts";
import { type HyperGrid, hyperGrid, logRising, middles } from "./hyper-grid.ts";

/** Successes in trials. */
export interface ShareGroup {
  readonly successes: number;
  readonly trials: number;
}

/** The two parameters of a beta distribution. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/** The shares of several groups, each drawn towards the others as far as the counts allow. */
export interface GroupShares {
  readonly groups: readonly ShareGroup[];
  readonly grid: HyperGrid;
  /** Posterior mean of each group's share. */
  readonly means: readonly number[];
  /** A draw of the distribution that the groups' shares come from. */
  readonly drawShape: (random: Random) => BetaShape;
  /** A draw of one group's share. */
  readonly draw: (random: Random, draws: CountDraws, group: number) => number;
}

const PARTS = 40;

function shapeOf(mean: number, spread: number): BetaShape {
  const size = 1 / spread - 1;
  return { a: mean * size, b: (1 - mean) * size };
}

/**
 * Shares of groups under a beta-binomial model: successes ~ Binomial(trials, share), share ~
 * Beta(mean s, (1 - mean) s). Prior: the mean and the correlation within a group, 1 / (1 + s),
 * even over 0 to 1; both are drawn from their posterior on a grid. Shares in [0, 1].
 */
export function betaBinomial(groups: readonly ShareGroup[]): GroupShares {
  const grid = hyperGrid(middles(PARTS), middles(PARTS), (mean, spread) => {
    const { a, b } = shapeOf(mean, spread);
    return groups.reduce(
      (sum, { successes, trials }) =>
        sum +
        logRising(a, successes) +
        logRising(b, trials - successes) -
        logRising(a + b, trials),
      0,
    );
  });
  return {
    groups,
    grid,
    means: groups.map(({ successes, trials }) =>
      grid.points.reduce((sum, { mean, spread, weight }) => {
        const { a, b } = shapeOf(mean, spread);
        return sum + (weight * (a + successes)) / (a + b + trials);
      }, 0),
    ),
    drawShape: (random) => {
      const { mean, spread } = grid.pick(random);
      return shapeOf(mean, spread);
    },
    draw: (random, draws, group) => {
      const { mean, spread } = grid.pick(random);
      const { a, b } = shapeOf(mean, spread);
      const { successes, trials } = groups[group]!;
      return draws.beta(a + successes, b + trials - successes);
    },
  };
}
