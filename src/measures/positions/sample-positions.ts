import { UsageError } from "../../errors.ts";
import { createNormalTable } from "../../kernels/positions-normal-table.ts";
import type { ItemKernel, OpenItemKernel } from "../../kernels/positions-types.ts";
import type { Random } from "../../kernels/random.ts";
import { arrangeVotes } from "./arrange-votes.ts";
import { effectiveSize, splitRHat } from "./convergence.ts";
import { drawItems, proposalFactors } from "./draw-items.ts";
import { normalDraws } from "./draw-normal.ts";
import { drawPaths, drawScores } from "./draw-path.ts";
import { fitPositions } from "./fit-positions.ts";
import { gaugeOf, standardise } from "./gauge.ts";
import { rescaleItems } from "./maximise.ts";
import type { PositionData, PositionOptions, PositionRows } from "./position-data.ts";
import { walkOf } from "./random-walk.ts";

/** How `samplePositions` samples. */
export interface SampleOptions extends Pick<
  PositionOptions,
  "evolution" | "anchors" | "level"
> {
  /** Draws kept per chain, after thinning. */
  readonly draws: number;
  /** Sweeps before the first kept draw. */
  readonly burn: number;
  /** Sweeps per kept draw. */
  readonly thin: number;
  readonly chains: number;
  readonly random: Random;
}

/** A posterior sample in summary. */
export interface PositionSample {
  /**
   * Position: posterior mean; se: posterior standard deviation; bounds: posterior quantiles.
   */
  readonly rows: PositionRows;
  /** Split R-hat and effective number of draws, row by row. */
  readonly rHat: Float64Array;
  readonly effective: Float64Array;
  /** Share of the items' Metropolis steps accepted. */
  readonly accepted: number;
  readonly evolution: number;
  readonly level: number;
}

function checked({ draws, burn, thin, chains }: SampleOptions): void {
  for (const [name, value, least] of [
    ["draws", draws, 4],
    ["burn", burn, 0],
    ["thin", thin, 1],
    ["chains", chains, 1],
  ] as const) {
    if (Number.isInteger(value) && value >= least) continue;
    throw new UsageError(`${name} must be an integer of at least ${least}, got ${value}.`);
  }
}

/** 1 or -1: what turns a draw to the side of the fit, since the likelihood knows no sign. */
function alike(draw: Float64Array, fit: Float64Array): 1 | -1 {
  let product = 0;
  for (let c = 0; c < fit.length; c += 1) product += (draw[c] as number) * (fit[c] as number);
  return product >= 0 ? 1 : -1;
}

/** Value at a share of sorted values, interpolated. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const left = sorted[below] as number;
  return left + (place - below) * ((sorted[below + 1] ?? left) - left);
}

/**
 * The posterior of `fitPositions`' model by Markov chain Monte Carlo: latent scores, whole
 * paths, items with the scores integrated out. After each sweep the draw is moved along the
 * directions that leave every likelihood unchanged back to the gauge of `fitPositions`; kept
 * draws are standardised over rows. Chains start from the maximum, spread by twice its standard
 * errors. The evolution variance is held (at its estimate where "estimate" is asked). Look at
 * `rHat` before using a row: levels of whole periods move slowest.
 *
 * @throws UsageError where the votes do not determine positions or an option is out of range.
 */
export function samplePositions(
  data: PositionData,
  options: SampleOptions,
  open: OpenItemKernel,
): PositionSample {
  checked(options);
  const { draws, burn, thin, chains, random } = options;
  const { evolution, anchors, level } = options;
  let kernel: ItemKernel | undefined;
  const start = fitPositions(
    data,
    {
      ...(evolution === undefined ? {} : { evolution }),
      ...(anchors === undefined ? {} : { anchors }),
      ...(level === undefined ? {} : { level }),
    },
    (layout) => (kernel = open(layout)),
  );
  const fitted = kernel as unknown as ItemKernel;
  const { layout, voter, period, n } = arrangeVotes(data);
  const walk = walkOf(voter, period);
  const gauge = gaugeOf(n);
  const table = createNormalTable();
  const factors = proposalFactors(fitted, layout);
  const normal = normalDraws(random);
  const cells = layout.cells;
  const kept = Array.from({ length: cells }, () =>
    Array.from({ length: chains }, () => new Float64Array(draws)),
  );
  let accepted = 0;
  for (let chain = 0; chain < chains; chain += 1) {
    const items = {
      slopes: Float64Array.from(fitted.slopes),
      cuts: Float64Array.from(fitted.cuts),
    };
    let theta: Float64Array = fitted.theta.map(
      (value, c) => value + 2 * (start.rows.se[c] as number) * normal(),
    );
    for (let sweep = 0; sweep < burn + draws * thin; sweep += 1) {
      accepted += drawItems(
        items,
        factors,
        fitted.inverseStart,
        layout,
        theta,
        table,
        random,
        normal,
      );
      const { precision, pull } = drawScores(items, layout, theta, random, normal);
      theta = drawPaths(walk, start.evolution, precision, pull, normal);
      const { mean, sd } = standardise(theta, gauge.weight);
      rescaleItems(items, layout, mean, sd);
      const since = sweep - burn + 1;
      if (since <= 0 || since % thin !== 0) continue;
      const position = Float64Array.from(theta);
      standardise(position);
      const sign = alike(position, start.rows.position);
      for (let c = 0; c < cells; c += 1) {
        const series = kept[c]?.[chain] as Float64Array;
        series[since / thin - 1] = sign * (position[c] as number);
      }
    }
  }
  const rows = summarise(kept, { voter, period, n }, start.level);
  return {
    rows,
    rHat: Float64Array.from(kept, splitRHat),
    effective: Float64Array.from(kept, effectiveSize),
    accepted: accepted / (chains * (burn + draws * thin)),
    evolution: start.evolution,
    level: start.level,
  };
}

function summarise(
  kept: readonly (readonly Float64Array[])[],
  frame: Pick<PositionRows, "voter" | "period" | "n">,
  level: number,
): PositionRows {
  const cells = kept.length;
  const position = new Float64Array(cells);
  const se = new Float64Array(cells);
  const lower = new Float64Array(cells);
  const upper = new Float64Array(cells);
  for (const [c, chains] of kept.entries()) {
    const all = Float64Array.from(chains.flatMap((chain) => [...chain])).sort();
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    const squares = all.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    position[c] = mean;
    se[c] = Math.sqrt(squares / (all.length - 1));
    lower[c] = quantile(all, (1 - level) / 2);
    upper[c] = quantile(all, (1 + level) / 2);
  }
  return { ...frame, position, se, lower, upper };
}
