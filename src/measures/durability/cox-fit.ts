import { UsageError } from "../../errors.ts";
import { cholesky, inverseWith, quadratic, solveWith } from "./cholesky.ts";
import { hazardJumps } from "./cox-hazard.ts";
import { type CoxOrder, coxOrder } from "./cox-order.ts";
import { type CoxSums, coxSums, relativeRisks, type Ties } from "./cox-sums.ts";
import { scoreResiduals } from "./score-residuals.ts";
import { checkCoxRows, type CoxRows } from "./survival-rows.ts";

/** A fitted proportional-hazards model. */
export interface CoxFit {
  readonly names: readonly string[];
  readonly ties: Ties;
  /** Log hazard ratio of one unit of each covariate. */
  readonly coefficients: Float64Array;
  /** Variance of the coefficients by rows: robust where rows are clustered, else model-based. */
  readonly variance: Float64Array;
  readonly modelVariance: Float64Array;
  readonly errors: Float64Array;
  readonly n: number;
  readonly events: number;
  /** Without and with the covariates. */
  readonly logLikelihood: readonly [number, number];
  /** Score (log-rank) and Wald chi-squares, the latter of `variance`. */
  readonly scoreTest: number;
  readonly waldTest: number;
  readonly iterations: number;
  /** Covariates whose coefficient still runs off: events on one side only. */
  readonly unbounded: readonly string[];
  /** Means of the covariates over the rows: the baseline is taken there. */
  readonly means: Float64Array;
  readonly order: CoxOrder;
}

/** How to fit: Efron's ties unless told. */
export interface CoxOptions {
  readonly ties?: Ties;
  readonly mostIterations?: number;
}

const PRECISION = 1e-11;

function factorOf(sums: CoxSums, names: readonly string[]): Float64Array {
  const { factor, dependent } = cholesky(sums.information, names.length);
  if (dependent !== null) {
    throw new UsageError(
      `covariate "${names[dependent]}" cannot be told from those before it.`,
      {
        hint: "It is constant among the rows at risk, or a sum of the others: leave it out.",
      },
    );
  }
  return factor;
}

interface Maximum {
  readonly beta: Float64Array;
  readonly first: CoxSums;
  readonly last: CoxSums;
  readonly iterations: number;
  readonly step: Float64Array;
}

/** Newton's method, halving a step that does not raise the likelihood. */
function maximise(order: CoxOrder, names: readonly string[], options: CoxOptions): Maximum {
  const { ties = "efron", mostIterations = 30 } = options;
  let beta = new Float64Array(order.width);
  const first = coxSums(order, beta, ties);
  let sums = first;
  let step = solveWith(factorOf(sums, names), sums.score);
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    let length = 1;
    let next = beta.map((value, k) => value + step[k]!);
    let tried = coxSums(order, next, ties);
    while (!(tried.logLikelihood >= sums.logLikelihood - 1e-9) && length > 1e-6) {
      length /= 2;
      const part = length;
      next = beta.map((value, k) => value + part * step[k]!);
      tried = coxSums(order, next, ties);
    }
    const gain = Math.abs(tried.logLikelihood - sums.logLikelihood);
    beta = next;
    sums = tried;
    const done = gain <= PRECISION * Math.abs(sums.logLikelihood);
    // A likelihood that flattens out towards infinity leaves nothing to solve with.
    const { factor, dependent } = cholesky(sums.information, order.width);
    if (dependent === null) step = solveWith(factor, sums.score);
    if (done || dependent !== null) return { beta, first, last: sums, iterations, step };
  }
  return { beta, first, last: sums, iterations: mostIterations, step };
}

/** D'D, D being the rows' (or clusters') parts of the coefficients. */
function robustVariance(
  data: CoxRows,
  order: CoxOrder,
  beta: Float64Array,
  inverse: Float64Array,
  ties: Ties,
): Float64Array {
  const { width, n, rows } = order;
  const risks = relativeRisks(order, beta, new Float64Array(n));
  const residuals = scoreResiduals(order, hazardJumps(order, beta, ties), risks);
  const sums = new Map<number, Float64Array>();
  for (let at = 0; at < n; at += 1) {
    const group = data.cluster?.[rows[at]!] ?? at;
    const own = sums.get(group) ?? new Float64Array(width);
    sums.set(group, own);
    for (let k = 0; k < width; k += 1) own[k]! += residuals[at * width + k]!;
  }
  const variance = new Float64Array(width * width);
  for (const own of sums.values()) {
    const moved = own.map((_, j) =>
      own.reduce((sum, value, k) => sum + value * inverse[j * width + k]!, 0),
    );
    for (let j = 0; j < width; j += 1) {
      for (let k = 0; k < width; k += 1) variance[j * width + k]! += moved[j]! * moved[k]!;
    }
  }
  return variance;
}

/**
 * Cox's proportional-hazards model by partial likelihood (Cox 1972,
 * doi:10.1111/j.2517-6161.1972.tb00899.x), with Efron's tied events (1977,
 * doi:10.1080/01621459.1977.10480613) unless Breslow's are asked for. Rows are at risk on
 * (start, stop], so that covariates may change between the rows of a subject; strata have their
 * own baselines; rows in one cluster may depend on each other (Lin and Wei 1989,
 * doi:10.1080/01621459.1989.10478874). Coefficients are log hazard ratios a unit.
 *
 * @throws UsageError for data that do not fit together, no event, or a covariate that depends on
 * others.
 */
export function coxFit(data: CoxRows, options: CoxOptions = {}): CoxFit {
  checkCoxRows(data);
  const { ties = "efron" } = options;
  const events = data.event.reduce((sum, value) => sum + value, 0);
  if (events === 0) throw new UsageError("a Cox model needs an event; all rows are censored.");
  const order = coxOrder(data);
  const { width, scales } = order;
  const { beta, first, last, iterations, step } = maximise(order, data.names, options);
  const firstStep = solveWith(factorOf(first, data.names), first.score);
  const inverse = inverseWith(factorOf(last, data.names), width);
  const own = data.cluster == null ? inverse : robustVariance(data, order, beta, inverse, ties);
  const unscaled = (matrix: Float64Array): Float64Array =>
    matrix.map((value, at) => value / (scales[Math.floor(at / width)]! * scales[at % width]!));
  const variance = unscaled(own);
  const coefficients = beta.map((value, k) => value / scales[k]!);
  const { factor, dependent } = cholesky(own, width);
  return {
    names: data.names,
    ties,
    coefficients,
    variance,
    modelVariance: unscaled(inverse),
    errors: Float64Array.from({ length: width }, (_, k) => Math.sqrt(variance[k * width + k]!)),
    n: order.n,
    events,
    logLikelihood: [first.logLikelihood, last.logLikelihood],
    scoreTest: firstStep.reduce((sum, value, k) => sum + value * first.score[k]!, 0),
    waldTest: dependent === null ? quadratic(inverseWith(factor, width), beta) : Number.NaN,
    iterations,
    unbounded: data.names.filter(
      (_, k) => Math.abs(step[k]!) > 1e-3 * (1 + Math.abs(beta[k]!)),
    ),
    means: order.means,
    order,
  };
}
