import { backtest, type BacktestKind, type BacktestRow } from "./backtest.ts";
import { fitChoice } from "./choice-model.ts";
import { COVARIATE_GROUPS, COVARIATE_NAMES, type CovariateName } from "./covariates.ts";
import type { CollectiveCase, Observation } from "./observations.ts";
import type { StanceShares } from "./stance-model.ts";

/** What the choice model is fitted without, to see what it adds. */
export const REDUCED: Readonly<
  Record<"dependence" | "cost" | "both", readonly CovariateName[]>
> = {
  dependence: COVARIATE_GROUPS.dependence,
  cost: COVARIATE_GROUPS.cost,
  both: [...COVARIATE_GROUPS.dependence, ...COVARIATE_GROUPS.cost],
};

/** Which covariates the choice model is fitted without. */
export type ReducedName = keyof typeof REDUCED;

/** Shares of the stances, in the order of a back-test's rows. */
export type ReducedShares = readonly StanceShares[];

/** Shares are kept to so many parts: they ship with the record and are only scored. */
const PARTS = 1e6;

const kept = (share: number): number => Math.round(share * PARTS) / PARTS;

/** A back-test's forecasts by the choice model without some covariates; every fit is done anew. */
export function reducedShares(
  kind: BacktestKind,
  observations: readonly Observation[],
  cases: readonly CollectiveCase[],
  without: readonly CovariateName[],
): ReducedShares {
  const names = COVARIATE_NAMES.filter((name) => !without.includes(name));
  const full = fitChoice(observations, { names });
  if (full === null) return [];
  return backtest(kind, observations, cases, full, { names }).rows.map(({ choice }) => ({
    contributed: kept(choice.contributed),
    supported: kept(choice.supported),
    abstained: kept(choice.abstained),
    dissented: kept(choice.dissented),
  }));
}

/**
 * The rows of a back-test with the reduced model in place of the base rate, so that a score's
 * difference is what the covariates add: below 0 they help.
 */
export function againstReduced(
  rows: readonly BacktestRow[],
  reduced: ReducedShares,
): readonly BacktestRow[] {
  return rows.map((row, k) => ({ ...row, base: reduced[k]! }));
}
