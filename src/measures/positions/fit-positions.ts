import { UsageError } from "../../errors.ts";
import type { ItemKernel, OpenItemKernel } from "../../kernels/positions-types.ts";
import { arrangeVotes, type Arrangement } from "./arrange-votes.ts";
import { gaugeOf, standardise } from "./gauge.ts";
import { identifiability, malformed, requireIdentifiable } from "./identifiability.ts";
import { maximise } from "./maximise.ts";
import { scaleMultiplier } from "./newton-step.ts";
import { normalSpan } from "./normal-span.ts";
import type {
  Anchors,
  ItemRows,
  PositionData,
  PositionFit,
  PositionOptions,
} from "./position-data.ts";
import { positionVariance } from "./position-variance.ts";
import { walkOf, walkPenalty } from "./random-walk.ts";
import { startingPositions } from "./starting-positions.ts";

/**
 * Evolution variance by default: what Bailey, Strezhnev and Voeten 2017 give a session with as
 * many votes as the one before it. The variance that the Assembly's votes make most likely is a
 * tenth of that; it fits the many quiet years and smooths over the few abrupt changes of
 * course.
 */
export const DEFAULT_EVOLUTION = 0.25;
const DEFAULT_PASSES = 60;
const DEFAULT_STOP = 1e-4;

/** 1 or -1: what puts the high anchor up. */
function orientation(
  theta: Float64Array,
  voter: Uint16Array,
  anchors: Anchors | undefined,
): 1 | -1 {
  const meanOf = (wanted: number): number => {
    let sum = 0;
    let n = 0;
    for (let c = 0; c < theta.length; c += 1) {
      if (voter[c] !== wanted) continue;
      sum += theta[c] as number;
      n += 1;
    }
    return sum / n;
  };
  if (anchors !== undefined) {
    const low = anchors.low === undefined ? 0 : meanOf(anchors.low);
    return meanOf(anchors.high) >= low ? 1 : -1;
  }
  let skew = 0;
  for (const value of theta) skew += value * value * value;
  return skew >= 0 ? 1 : -1;
}

/** Items restated for positions `(theta - mean) / sd * sign`. */
function itemRows(
  kernel: ItemKernel,
  arrangement: Arrangement,
  frame: { readonly mean: number; readonly sd: number; readonly sign: 1 | -1 },
): ItemRows {
  const { layout, item, category } = arrangement;
  const cutPoints = Float64Array.from(kernel.cuts);
  for (let j = 0; j < layout.items; j += 1) {
    const last = (layout.groupOf[j + 1] as number) - 1;
    for (let g = layout.groupOf[j] as number; g < last; g += 1) {
      const shift = (kernel.slopes[j] as number) * frame.mean;
      cutPoints[g - j] = (cutPoints[g - j] as number) - shift;
    }
  }
  const discrimination = kernel.slopes.map((slope) => slope * frame.sd * frame.sign);
  return { item, category, categoryStart: layout.groupOf, discrimination, cutPoints };
}

function checked(options: PositionOptions): Required<Omit<PositionOptions, "anchors">> {
  const {
    evolution = DEFAULT_EVOLUTION,
    maxPasses = DEFAULT_PASSES,
    stopAt = DEFAULT_STOP,
    level = 0.9,
  } = options;
  if (evolution !== "estimate" && !(evolution > 0 && Number.isFinite(evolution))) {
    throw new UsageError(
      `evolution must be "estimate" or a positive variance, got ${evolution}.`,
    );
  }
  if (!(Number.isInteger(maxPasses) && maxPasses > 0)) {
    throw new UsageError(`maxPasses must be a positive integer, got ${maxPasses}.`);
  }
  return { evolution, maxPasses, stopAt, level };
}

/**
 * Dynamic ordinal ideal points: where voters stand on one dimension, period by period.
 *
 * Model: P(y <= k) = Phi(g_k - b theta) for ordered categories, theta of a voter a random walk
 * over periods whose variance grows with the gap, b ~ N(0, 1), first positions and cut points
 * all but flat (Bailey, Strezhnev and Voeten 2017, doi:10.1177/0022002715595700, smoothed in
 * both directions of time). Absences are not votes and carry no information; unanimous items
 * are dropped.
 *
 * Estimate: maximum of the penalised likelihood, by Newton steps on the positions with the
 * items eliminated. Positions are standardised over all rows (mean 0, standard deviation 1; no
 * unit). Interval: normal, from the observed information with the items' uncertainty included;
 * it holds given the model, one dimension and the evolution variance.
 *
 * @throws UsageError where the votes do not determine positions.
 */
export function fitPositions(
  data: PositionData,
  options: PositionOptions,
  open: OpenItemKernel,
): PositionFit {
  const { evolution, maxPasses, stopAt, level } = checked(options);
  const span = normalSpan(level);
  requireIdentifiable(malformed(data));
  const arrangement = arrangeVotes(data);
  requireIdentifiable(identifiability(arrangement, data.voters, options.anchors));
  const { layout, voter, period, n } = arrangement;
  const walk = walkOf(voter, period);
  const gauge = gaugeOf(n);
  const start = startingPositions(arrangement, data.voters, options.anchors);
  standardise(start, gauge.weight);
  const kernel = open(layout);
  const found = maximise(kernel, layout, walk, gauge, start, { evolution, maxPasses, stopAt });
  const gradient = Float64Array.from(kernel.gradient);
  walkPenalty(walk, found.evolution, found.theta, gradient);
  const variance = positionVariance({
    kernel,
    layout,
    walk,
    gauge,
    evolution: found.evolution,
    multiplier: scaleMultiplier(gauge, found.theta, gradient),
    period,
    periods: data.periods,
  });
  const position = Float64Array.from(found.theta);
  const frame = standardise(position);
  const sign = orientation(position, voter, options.anchors);
  const se = variance.map(Math.sqrt);
  const oriented = position.map((value) => value * sign);
  return {
    rows: {
      voter,
      period,
      position: oriented,
      se,
      lower: oriented.map((value, c) => value - span * (se[c] as number)),
      upper: oriented.map((value, c) => value + span * (se[c] as number)),
      n,
    },
    items: itemRows(kernel, arrangement, { ...frame, sign }),
    evolution: found.evolution / (frame.sd * frame.sd),
    level,
    logLikelihood: found.logLikelihood,
    trace: found.trace,
    lastChange: found.lastChange,
    converged: found.converged,
    passes: found.passes,
    votes: layout.voteCell.length,
  };
}
