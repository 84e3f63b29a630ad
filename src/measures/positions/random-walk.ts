import { FIRST_PRECISION } from "./priors.ts";

/** The voters' spells as consecutive cells, and the elapsed periods before each cell. */
export interface Walk {
  /** Elapsed periods since the voter's previous cell; 0 at the voter's first. */
  readonly gap: Float64Array;
}

/** Reads the walk from cells sorted by voter, then period. */
export function walkOf(voter: Uint16Array, period: Uint16Array): Walk {
  const gap = new Float64Array(voter.length);
  for (let c = 1; c < voter.length; c += 1) {
    if (voter[c] === voter[c - 1]) gap[c] = (period[c] as number) - (period[c - 1] as number);
  }
  return { gap };
}

/**
 * Half the squared standardised distance of the positions from their prior: first position of a
 * voter N(0, 10), each further one N(previous, evolution * elapsed periods). Adds its
 * derivative to `gradient`.
 */
export function walkPenalty(
  walk: Walk,
  evolution: number,
  theta: Float64Array,
  gradient: Float64Array,
): number {
  let penalty = 0;
  for (let c = 0; c < theta.length; c += 1) {
    const gap = walk.gap[c] as number;
    const here = theta[c] as number;
    if (gap === 0) {
      penalty += 0.5 * FIRST_PRECISION * here * here;
      gradient[c] = (gradient[c] as number) + FIRST_PRECISION * here;
      continue;
    }
    const change = here - (theta[c - 1] as number);
    const pull = change / (evolution * gap);
    penalty += 0.5 * change * pull;
    gradient[c] = (gradient[c] as number) + pull;
    gradient[c - 1] = (gradient[c - 1] as number) - pull;
  }
  return penalty;
}

/** A symmetric matrix, tridiagonal within each voter, with its LDL' factor. */
export interface Chain {
  readonly diagonal: Float64Array;
  /** `below[c]` couples cell c with c - 1; 0 at a voter's first cell. */
  readonly below: Float64Array;
  readonly pivot: Float64Array;
  readonly ratio: Float64Array;
}

/** Precision of the positions at fixed items: the votes' curvature plus the walk's prior. */
export function chainOf(walk: Walk, evolution: number, curvature: Float64Array): Chain {
  const cells = curvature.length;
  const diagonal = Float64Array.from(curvature);
  const below = new Float64Array(cells);
  const pivot = new Float64Array(cells);
  const ratio = new Float64Array(cells);
  for (let c = 0; c < cells; c += 1) {
    const gap = walk.gap[c] as number;
    const precision = gap === 0 ? FIRST_PRECISION : 1 / (evolution * gap);
    diagonal[c] = (diagonal[c] as number) + precision;
    if (gap === 0) continue;
    diagonal[c - 1] = (diagonal[c - 1] as number) + precision;
    below[c] = -precision;
  }
  for (let c = 0; c < cells; c += 1) {
    const coupling = below[c] as number;
    if (coupling === 0) {
      pivot[c] = diagonal[c] as number;
      continue;
    }
    ratio[c] = coupling / (pivot[c - 1] as number);
    pivot[c] = (diagonal[c] as number) - (ratio[c] as number) * coupling;
  }
  return { diagonal, below, pivot, ratio };
}

/** out = chain * x. */
export function multiplyChain(chain: Chain, x: Float64Array, out: Float64Array): void {
  const { diagonal, below } = chain;
  const cells = x.length;
  for (let c = 0; c < cells; c += 1) {
    let sum = (diagonal[c] as number) * (x[c] as number);
    if (c > 0) sum += (below[c] as number) * (x[c - 1] as number);
    if (c + 1 < cells) sum += (below[c + 1] as number) * (x[c + 1] as number);
    out[c] = sum;
  }
}

/** out = chain^-1 * x. */
export function solveChain(chain: Chain, x: Float64Array, out: Float64Array): void {
  const { pivot, ratio } = chain;
  const cells = x.length;
  out[0] = x[0] as number;
  for (let c = 1; c < cells; c += 1) {
    out[c] = (x[c] as number) - (ratio[c] as number) * (out[c - 1] as number);
  }
  out[cells - 1] = (out[cells - 1] as number) / (pivot[cells - 1] as number);
  for (let c = cells - 2; c >= 0; c -= 1) {
    const scaled = (out[c] as number) / (pivot[c] as number);
    out[c] = scaled - (ratio[c + 1] as number) * (out[c + 1] as number);
  }
}

/**
 * Variances of the cells, and covariances of each cell with the one before it, under chain^-1.
 */
export function chainVariances(chain: Chain): {
  readonly variance: Float64Array;
  readonly covariance: Float64Array;
} {
  const { pivot, ratio } = chain;
  const cells = pivot.length;
  const variance = new Float64Array(cells);
  const covariance = new Float64Array(cells);
  for (let c = cells - 1; c >= 0; c -= 1) {
    const next = c + 1 < cells ? (ratio[c + 1] as number) : 0;
    const after = c + 1 < cells ? (variance[c + 1] as number) : 0;
    variance[c] = 1 / (pivot[c] as number) + next * next * after;
    if (c + 1 < cells) covariance[c + 1] = -next * after;
  }
  return { variance, covariance };
}

/**
 * The evolution variance that the positions imply, by the fixed point of MacKay: squared
 * changes per elapsed period over the number of changes that the votes determine.
 */
export function impliedEvolution(
  walk: Walk,
  chain: Chain,
  theta: Float64Array,
  evolution: number,
): number {
  const { variance, covariance } = chainVariances(chain);
  let squares = 0;
  let determined = 0;
  for (let c = 1; c < theta.length; c += 1) {
    const gap = walk.gap[c] as number;
    if (gap === 0) continue;
    const change = (theta[c] as number) - (theta[c - 1] as number);
    const spread =
      (variance[c] as number) + (variance[c - 1] as number) - 2 * (covariance[c] as number);
    squares += (change * change) / gap;
    determined += Math.max(0, 1 - spread / (evolution * gap));
  }
  if (determined < 1e-6) return evolution;
  return Math.min(4, Math.max(1e-5, squares / determined));
}
