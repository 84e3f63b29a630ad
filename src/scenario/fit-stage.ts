import { chooseScales } from "./choose-scales.ts";
import { COVARIATE_NAMES, type Covariates } from "./covariates.ts";
import type { LogitData, Scales } from "./fit-logit.ts";
import type { Observation } from "./observations.ts";

/** Mean and standard deviation of a covariate over the rows that have it, and how many do. */
export interface Standard {
  readonly mean: number;
  readonly sd: number;
  readonly known: number;
}

function standardsOf(rows: readonly Observation[]): readonly Standard[] {
  return COVARIATE_NAMES.map((_, k) => {
    const known = rows.flatMap(({ covariates }) => covariates[k] ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    const square = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    const sd = Math.sqrt(square / Math.max(1, known.length));
    return { mean, sd, known: known.length };
  });
}

/** The standardised covariates; one that is missing, or the same in all rows, is at its mean. */
export function standardised(
  covariates: Covariates,
  standards: readonly Standard[],
): readonly number[] {
  return standards.map(({ mean, sd }, k) => {
    const value = covariates[k] ?? null;
    return value === null || sd < 1e-9 ? 0 : (value - mean) / sd;
  });
}

/** One fitted step of the choice: plain numbers and names. */
export interface StageFit {
  readonly n: number;
  readonly cases: number;
  /** Those with a case in the estimate, in the order of their effects. */
  readonly organisations: readonly string[];
  /** Of each covariate. */
  readonly standards: readonly Standard[];
  /** Standard deviations of the priors, of largest evidence. */
  readonly scales: Scales;
  /** Intercept, slopes and organisations. */
  readonly mode: readonly number[];
  /** Lower triangular L, by rows, with L L' the precision of `mode`. */
  readonly factor: readonly number[];
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/**
 * Fits one step of the choice to rows of which each is a yes or a no. The rows of one case share a
 * normal effect, so do those of one organisation; the slopes are drawn to zero as far as the data do
 * not hold them (`chooseScales`).
 */
export function fitStage(
  rows: readonly Observation[],
  isYes: (row: Observation) => boolean,
  start?: Scales,
): StageFit {
  const standards = standardsOf(rows);
  const organisations = distinct(rows.map((row) => row.organisation));
  const cases = distinct(rows.map((row) => row.case));
  const columns = COVARIATE_NAMES.length;
  const x = new Float64Array(rows.length * columns);
  for (const [row, { covariates }] of rows.entries()) {
    x.set(standardised(covariates, standards), row * columns);
  }
  const data: LogitData = {
    n: rows.length,
    columns,
    x,
    organisation: Int32Array.from(rows, (row) => organisations.indexOf(row.organisation)),
    organisations: organisations.length,
    case: Int32Array.from(rows, (row) => cases.indexOf(row.case)),
    cases: cases.length,
    y: Uint8Array.from(rows, (row) => (isYes(row) ? 1 : 0)),
  };
  const { scales, mode, factor } = chooseScales(data, start);
  return {
    n: rows.length,
    cases: cases.length,
    organisations,
    standards,
    scales,
    mode: Array.from(mode),
    factor: Array.from(factor),
  };
}
