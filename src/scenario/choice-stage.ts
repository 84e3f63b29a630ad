import { solveWith } from "../measures/durability/cholesky.ts";
import { type StageFit, standardised } from "./fit-stage.ts";
import { logistic } from "./fit-logit.ts";
import type { AskedMember } from "./stance-model.ts";

/** One step of the choice: a fitted logit, and how a member's row enters it. */
export interface ChoiceStage {
  readonly fit: StageFit;
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

/** What can be asked of a fitted step of the choice. */
export function choiceStage(fit: StageFit): ChoiceStage {
  const { standards, organisations, mode, scales } = fit;
  const columns = standards.length;
  const factor = Float64Array.from(fit.factor);
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
