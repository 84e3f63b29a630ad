import { cholesky, solveWith } from "../measures/durability/cholesky.ts";

/** Rows of a logit with sparse random intercepts: all in typed arrays. */
export interface LogitData {
  readonly n: number;
  /** Columns of `x`, standardised; by rows. */
  readonly columns: number;
  readonly x: Float64Array;
  /** Index of a row's organisation and case. */
  readonly organisation: Int32Array;
  readonly organisations: number;
  readonly case: Int32Array;
  readonly cases: number;
  /** 1 or 0. */
  readonly y: Uint8Array;
}

/** Standard deviations of the normal priors: of the slopes, of organisations, of cases. */
export interface Scales {
  readonly slope: number;
  readonly organisation: number;
  readonly case: number;
}

/** A fitted logit: the mode, the factor of its precision, and the evidence for the scales. */
export interface LogitFit {
  readonly scales: Scales;
  /** Intercept, slopes and organisations. */
  readonly mode: Float64Array;
  /** The modes of the cases' effects. */
  readonly cases: Float64Array;
  /**
   * Lower triangular L with L L' the precision of `mode`, the cases' effects integrated out, in
   * Laplace's approximation.
   */
  readonly factor: Float64Array;
  /** Logarithm of the marginal likelihood of the scales, by Laplace, up to a constant. */
  readonly evidence: number;
}

const MOST_STEPS = 50;
/** Newton's last step squares its error: below this one nothing is left in eight digits. */
const PRECISION = 1e-5;

/** The logistic function. */
export function logistic(eta: number): number {
  return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
}

/** ln(1 + e^eta), without overflow. */
function softplus(eta: number): number {
  return eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta));
}

/** Gradient and negative Hessian of the log posterior, the cases' diagonal block apart. */
interface Curvature {
  readonly dense: Float64Array;
  readonly gradient: Float64Array;
  /** By case: the row of the cross block, then its own curvature and gradient. */
  readonly cross: Float64Array;
  readonly own: Float64Array;
  readonly ownGradient: Float64Array;
}

/** Fills in the curvature at a point and returns the log posterior there. */
function curve(
  data: LogitData,
  precision: Float64Array,
  casePrecision: number,
  point: { readonly mode: Float64Array; readonly cases: Float64Array },
  into: Curvature,
): number {
  const { n, columns, x, y } = data;
  const { mode, cases } = point;
  const { dense, gradient, cross, own, ownGradient } = into;
  const size = mode.length;
  dense.fill(0);
  cross.fill(0);
  own.fill(casePrecision);
  let logPosterior = 0;
  for (let k = 0; k < size; k += 1) {
    const held = (precision[k] as number) * (mode[k] as number);
    gradient[k] = -held;
    dense[k * size + k] = precision[k] as number;
    logPosterior -= (held * (mode[k] as number)) / 2;
  }
  for (let c = 0; c < cases.length; c += 1) {
    const held = casePrecision * (cases[c] as number);
    ownGradient[c] = -held;
    logPosterior -= (held * (cases[c] as number)) / 2;
  }
  for (let row = 0; row < n; row += 1) {
    const c = data.case[row] as number;
    const unit = 1 + columns + (data.organisation[row] as number);
    let eta = (mode[0] as number) + (mode[unit] as number) + (cases[c] as number);
    for (let k = 0; k < columns; k += 1) {
      eta += (x[row * columns + k] as number) * (mode[1 + k] as number);
    }
    const p = logistic(eta);
    const residual = (y[row] as number) - p;
    const weight = p * (1 - p);
    logPosterior += (y[row] as number) * eta - softplus(eta);
    gradient[0]! += residual;
    gradient[unit]! += residual;
    ownGradient[c]! += residual;
    own[c]! += weight;
    dense[0]! += weight;
    dense[unit * size]! += weight;
    dense[unit * size + unit]! += weight;
    cross[c * size]! += weight;
    cross[c * size + unit]! += weight;
    for (let k = 0; k < columns; k += 1) {
      const cell = x[row * columns + k] as number;
      if (cell === 0) continue;
      const weighted = weight * cell;
      gradient[1 + k]! += cell * residual;
      cross[c * size + 1 + k]! += weighted;
      dense[(1 + k) * size]! += weighted;
      dense[unit * size + 1 + k]! += weighted;
      for (let j = 0; j <= k; j += 1) {
        dense[(1 + k) * size + 1 + j]! += weighted * (x[row * columns + j] as number);
      }
    }
  }
  return logPosterior;
}

/** Takes the cases' block out: the precision and gradient of the rest, in place. */
function eliminate({ dense, gradient, cross, own, ownGradient }: Curvature): void {
  const size = gradient.length;
  for (let c = 0; c < own.length; c += 1) {
    const curvature = own[c] as number;
    for (let k = 0; k < size; k += 1) {
      const share = (cross[c * size + k] as number) / curvature;
      if (share === 0) continue;
      gradient[k]! -= share * (ownGradient[c] as number);
      // Only the lower triangle is read.
      for (let j = 0; j <= k; j += 1) {
        dense[k * size + j]! -= share * (cross[c * size + j] as number);
      }
    }
  }
}

/**
 * The mode of a logit with normal priors, by Newton's method, and the evidence for the scales:
 *
 *     y ~ Bernoulli(logistic(a + x b + u[organisation] + v[case])),
 *     b ~ N(0, slope^2), u ~ N(0, organisation^2), v ~ N(0, case^2), a flat.
 *
 * The evidence is Laplace's, up to a constant: log posterior at the mode plus half the log
 * determinant of the prior precision less that of the posterior one (Tierney and Kadane 1986,
 * doi:10.1080/01621459.1986.10478240). Needs both outcomes in `y`.
 */
export function fitLogit(
  data: LogitData,
  scales: Scales,
  start?: Pick<LogitFit, "mode" | "cases">,
): LogitFit {
  const { columns, organisations } = data;
  const size = 1 + columns + organisations;
  const precision = new Float64Array(size);
  precision.fill(1 / (scales.slope * scales.slope), 1, 1 + columns);
  precision.fill(1 / (scales.organisation * scales.organisation), 1 + columns);
  const casePrecision = 1 / (scales.case * scales.case);
  const mode = start === undefined ? new Float64Array(size) : Float64Array.from(start.mode);
  const cases =
    start === undefined ? new Float64Array(data.cases) : Float64Array.from(start.cases);
  const at: Curvature = {
    dense: new Float64Array(size * size),
    gradient: new Float64Array(size),
    cross: new Float64Array(data.cases * size),
    own: new Float64Array(data.cases),
    ownGradient: new Float64Array(data.cases),
  };
  let factor = at.dense;
  let evidence = -Infinity;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    evidence = curve(data, precision, casePrecision, { mode, cases }, at);
    eliminate(at);
    ({ factor } = cholesky(at.dense, size));
    const move = solveWith(factor, at.gradient);
    let largest = 0;
    // A step is held to 2: far from the mode the quadratic overshoots.
    const held = (by: number): number => Math.max(-2, Math.min(2, by));
    for (let k = 0; k < size; k += 1) {
      move[k] = held(move[k] as number);
      mode[k]! += move[k] as number;
      largest = Math.max(largest, Math.abs(move[k] as number));
    }
    for (let c = 0; c < cases.length; c += 1) {
      let right = at.ownGradient[c] as number;
      for (let k = 0; k < size; k += 1) {
        right -= (at.cross[c * size + k] as number) * (move[k] as number);
      }
      const by = held(right / (at.own[c] as number));
      cases[c]! += by;
      largest = Math.max(largest, Math.abs(by));
    }
    if (largest < PRECISION) break;
  }
  for (let k = 0; k < size; k += 1) {
    if (k > 0) evidence += Math.log(precision[k] as number) / 2;
    evidence -= Math.log(factor[k * size + k] as number);
  }
  for (const curvature of at.own) evidence += Math.log(casePrecision / curvature) / 2;
  return { scales, mode, cases, factor, evidence };
}
