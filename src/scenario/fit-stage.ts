import { chooseScales } from "./choose-scales.ts";
import { COVARIATE_NAMES, type CovariateName, type Covariates } from "./covariates.ts";
import type { LogitData, Scales } from "./fit-logit.ts";
import type { Observation } from "./observations.ts";

/** A covariate of a fit, standardised by its mean and standard deviation over the rows that have it. */
export interface Column {
  readonly name: CovariateName;
  readonly mean: number;
  readonly sd: number;
  /** The range of its values. */
  readonly least: number;
  readonly most: number;
  /** Rows that have it. */
  readonly known: number;
}

/** One fitted step of the choice: plain numbers and names. */
export interface StageFit {
  readonly n: number;
  readonly cases: number;
  /** The covariates that differ between the rows, in the order of their slopes. */
  readonly columns: readonly Column[];
  /** Those with a case in the estimate, in the order of their effects. */
  readonly organisations: readonly string[];
  /** Standard deviations of the priors, of largest evidence. */
  readonly scales: Scales;
  /** Intercept, slopes and organisations. */
  readonly mode: readonly number[];
  /** Lower triangular L, by rows, with L L' the precision of `mode`. */
  readonly factor: readonly number[];
}

/** Below this spread a covariate is the same in all rows. */
const SAME = 1e-9;

/** A covariate that is the same wherever it is known has no slope to estimate, and no column. */
function columnsOf(
  rows: readonly Observation[],
  names: readonly CovariateName[],
): readonly Column[] {
  return names.flatMap((name): Column[] => {
    const k = COVARIATE_NAMES.indexOf(name);
    const known = rows.flatMap(({ covariates }) => covariates[k] ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    const square = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    const sd = Math.sqrt(square / Math.max(1, known.length));
    if (sd < SAME) return [];
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return [{ name, mean, sd, least, most, known: known.length }];
  });
}

/**
 * The standardised covariates of some columns; one that is missing is at its mean, 0, and one outside
 * the range of the fit at the nearer end: nothing is read beyond what was observed.
 */
export function standardised(
  covariates: Covariates,
  columns: readonly Column[],
): readonly number[] {
  return columns.map(({ name, mean, sd, least, most }) => {
    const value = covariates[COVARIATE_NAMES.indexOf(name)] ?? null;
    return value === null ? 0 : (Math.min(most, Math.max(least, value)) - mean) / sd;
  });
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/**
 * Fits one step of the choice to rows of which each is a yes or a no. The rows of one case share a
 * normal effect, so do those of one organisation; the slopes are drawn to zero as far as the data do
 * not hold them (`chooseScales`). `names` keeps to some covariates.
 */
export function fitStage(
  rows: readonly Observation[],
  isYes: (row: Observation) => boolean,
  start?: Scales,
  names: readonly CovariateName[] = COVARIATE_NAMES,
): StageFit {
  const columns = columnsOf(rows, names);
  const organisations = distinct(rows.map((row) => row.organisation));
  const cases = distinct(rows.map((row) => row.case));
  const x = new Float64Array(rows.length * columns.length);
  for (const [row, { covariates }] of rows.entries()) {
    x.set(standardised(covariates, columns), row * columns.length);
  }
  const data: LogitData = {
    n: rows.length,
    columns: columns.length,
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
    columns,
    organisations,
    scales,
    mode: Array.from(mode),
    factor: Array.from(factor),
  };
}
