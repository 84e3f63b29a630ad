import type { Random } from "../../kernels/random.ts";
import {
  type BetaShape,
  betaShape,
  countLikelihood,
  type ShareCount,
} from "../beta-binomial.ts";
import type { CountDraws } from "./draw-gamma.ts";
import { type HyperGrid, hyperGrid, middles } from "./hyper-grid.ts";

/** The shares of several groups, each drawn towards the others as far as the counts allow. */
export interface GroupShares {
  readonly groups: readonly ShareCount[];
  readonly grid: HyperGrid;
  /** Posterior mean of each group's share. */
  readonly means: readonly number[];
  /** A draw of the distribution that the groups' shares come from. */
  readonly drawShape: (random: Random) => BetaShape;
  /** A draw of one group's share. */
  readonly draw: (random: Random, draws: CountDraws, group: number) => number;
}

const PARTS = 40;

/**
 * Shares of groups under a beta-binomial model: successes ~ Binomial(trials, share), share ~
 * Beta(mean s, (1 - mean) s). Prior: the mean and the correlation within a group, 1 / (1 + s),
 * even over 0 to 1; both are drawn from their posterior on a grid. Shares in [0, 1].
 */
export function groupShares(groups: readonly ShareCount[]): GroupShares {
  const grid = hyperGrid(middles(PARTS), middles(PARTS), (mean, spread) => {
    const shape = betaShape(mean, spread);
    return groups.reduce((sum, count) => sum + countLikelihood(count, shape), 0);
  });
  return {
    groups,
    grid,
    means: groups.map(({ successes, trials }) =>
      grid.points.reduce((sum, { mean, spread, weight }) => {
        const { a, b } = betaShape(mean, spread);
        return sum + (weight * (a + successes)) / (a + b + trials);
      }, 0),
    ),
    drawShape: (random) => {
      const { mean, spread } = grid.pick(random);
      return betaShape(mean, spread);
    },
    draw: (random, draws, group) => {
      const { mean, spread } = grid.pick(random);
      const { a, b } = betaShape(mean, spread);
      const { successes, trials } = groups[group]!;
      return draws.beta(a + successes, b + trials - successes);
    },
  };
}
