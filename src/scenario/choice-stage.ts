import { solveWith } from "../measures/durability/cholesky.ts";
import { chooseScales } from "./choose-scales.ts";
import { COVARIATE_NAMES, type Covariates } from "./covariates.ts";
import { type LogitData, type LogitFit, logistic, type Scales } from "./fit-logit.ts";
import type { Observation } from "./observations.ts";
import type { AskedMember } from "./stance-model.ts";

/** One step of the choice: a fitted logit, and how a member's row enters it. */
export interface ChoiceStage {
  readonly fit: LogitFit;
  readonly n: number;
  readonly cases: number;
  readonly organisations: readonly string[];
  /** A member's row: columns that are not zero, and their values; intercept first. */
  readonly rowOf: (member: AskedMember) => {
    readonly index: readonly number[];
    readonly value: readonly number[];
    /** Whether the organisation has no case in the estimate. */
    readonly newOrganisation: boolean;
  };
  /** The standard error of a parameter of the mode, by Laplace. */
  readonly error: (parameter: number) => number;
  /** The chance of one member in a new case, everything unknown averaged out. */
  readonly chance: (member: AskedMember) => number;
}

/** Mean and standard deviation of each covariate over the rows that have it. */
interface Standard {
  readonly mean: number;
  readonly sd: number;
}

function standardsOf(rows: readonly Observation[]): readonly Standard[] {
  return COVARIATE_NAMES.map((_, k) => {
    const known = rows.flatMap(({ covariates }) => covariates[k] ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    const square = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return { mean, sd: Math.sqrt(square / Math.max(1, known.length)) };
  });
}

/** The standardised covariates; one that is missing, or the same in all rows, is at its mean. */
function standardised(
  covariates: Covariates,
  standards: readonly Standard[],
): readonly number[] {
  return standards.map(({ mean, sd }, k) => {
    const value = covariates[k] ?? null;
    return value === null || sd < 1e-9 ? 0 : (value - mean) / sd;
  });
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
): ChoiceStage {
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
  const fit = chooseScales(data, start);
  const rowOf: ChoiceStage["rowOf"] = ({ organisation, covariates }) => {
    const index = [0];
    const value = [1];
    for (const [k, cell] of standardised(covariates, standards).entries()) {
      if (cell === 0) continue;
      index.push(1 + k);
      value.push(cell);
    }
    const at = organisations.indexOf(organisation);
    if (at >= 0) {
      index.push(1 + columns + at);
      value.push(1);
    }
    return { index, value, newOrganisation: at < 0 };
  };
  return {
    fit,
    n: rows.length,
    cases: cases.length,
    organisations,
    rowOf,
    error: (parameter) => {
      const unit = new Float64Array(fit.mode.length);
      unit[parameter] = 1;
      return Math.sqrt(solveWith(fit.factor, unit)[parameter] as number);
    },
    chance: (member) => {
      const { index, value, newOrganisation } = rowOf(member);
      const { mode, factor, scales } = fit;
      const size = mode.length;
      const solved = new Float64Array(size);
      for (const [k, at] of index.entries()) solved[at] = value[k] as number;
      let eta = 0;
      for (const [k, at] of index.entries()) eta += (value[k] as number) * (mode[at] as number);
      // |L^-1 x|^2 is the posterior variance of the linear predictor.
      let variance = scales.case * scales.case;
      if (newOrganisation) variance += scales.organisation * scales.organisation;
      for (let i = 0; i < size; i += 1) {
        let sum = solved[i] as number;
        for (let k = 0; k < i; k += 1)
          sum -= (factor[i * size + k] as number) * (solved[k] as number);
        sum /= factor[i * size + i] as number;
        solved[i] = sum;
        variance += sum * sum;
      }
      return logistic(eta / Math.sqrt(1 + (Math.PI * variance) / 8));
    },
  };
}
