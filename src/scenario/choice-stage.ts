import { solveWith } from "../measures/durability/cholesky.ts";
import { type StageFit, standardised } from "./fit-stage.ts";
import { logistic } from "./fit-logit.ts";
import type { AskedMember } from "./stance-model.ts";

/** A member's row: columns that are not zero, and their values; intercept first. */
export interface StageRow {
  readonly index: readonly number[];
  readonly value: readonly number[];
  /** Whether the organisation has no case in the estimate. */
  readonly newOrganisation: boolean;
}

/** One step of the choice: a fitted logit, and how a member's row enters it. */
export interface ChoiceStage {
  readonly fit: StageFit;
  /** The fit's mode and factor as the loops want them. */
  readonly mode: Float64Array;
  readonly factor: Float64Array;
  /** A member's row, made once a member. */
  readonly rowOf: (member: AskedMember) => StageRow;
  /** The standard error of a parameter of the mode, by Laplace. */
  readonly error: (parameter: number) => number;
  /** The chance of one member in a new case, everything unknown averaged out. */
  readonly chance: (member: AskedMember) => number;
}

/** What can be asked of a fitted step of the choice. */
export function choiceStage(fit: StageFit): ChoiceStage {
  const { columns, organisations, scales } = fit;
  const mode = Float64Array.from(fit.mode);
  const factor = Float64Array.from(fit.factor);
  const rows = new WeakMap<AskedMember, StageRow>();
  const makeRow = ({ organisation, covariates }: AskedMember): StageRow => {
    const index = [0];
    const value = [1];
    for (const [k, cell] of standardised(covariates, columns).entries()) {
      if (cell === 0) continue;
      index.push(1 + k);
      value.push(cell);
    }
    const at = organisations.indexOf(organisation);
    if (at >= 0) {
      index.push(1 + columns.length + at);
      value.push(1);
    }
    return { index, value, newOrganisation: at < 0 };
  };
  const rowOf: ChoiceStage["rowOf"] = (member) => {
    const known = rows.get(member);
    if (known !== undefined) return known;
    const made = makeRow(member);
    rows.set(member, made);
    return made;
  };
  return {
    fit,
    mode,
    factor,
    rowOf,
    error: (parameter) => {
      const unit = new Float64Array(mode.length);
      unit[parameter] = 1;
      return Math.sqrt(solveWith(factor, unit)[parameter] as number);
    },
    chance: (member) => {
      const { index, value, newOrganisation } = rowOf(member);
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
