import type { CasusRecord } from "../record/record.ts";
import { type Backtest, backtest, type BacktestKind } from "./backtest.ts";
import { forecastOutcome } from "./backtest-outcomes.ts";
import { type BargainedGroup, bargainedGroups } from "./bargaining/bargaining-backtest.ts";
import { type BaseRateFit, countsByCase, fitBaseRate } from "./base-rate-model.ts";
import { type ChoiceFit, fitChoice } from "./choice-model.ts";
import {
  type ReducedName,
  type ReducedShares,
  reducedShares,
  REDUCED,
} from "./reduced-choice.ts";
import {
  type CollectiveCase,
  collectiveCases,
  type Observation,
  observationsOf,
} from "./observations.ts";
import { once } from "../record/once.ts";
import { countUnseen, type Unseen } from "./unseen.ts";

/** The models of stances fitted to some observations: plain numbers and names. */
export interface ModelFits {
  readonly base: BaseRateFit;
  /** Null where too few stances are on record: the base rate then speaks alone. */
  readonly choice: ChoiceFit | null;
}

/** A back-test with what else is forecast on the same cases. */
export interface TestedStances {
  readonly test: Backtest;
  /** Of each of the test's groups, where bargaining leaves its members. */
  readonly bargained: readonly BargainedGroup[];
  /** Of each of the test's rows, the shares of the choice model without some covariates. */
  readonly reduced: Readonly<Record<ReducedName, ReducedShares>>;
}

/**
 * Everything heavy that the scenarios of a record rest on: plain data that survive JSON, so that they
 * can be kept beside the record.
 */
export interface LaboratoryData {
  readonly observations: readonly Observation[];
  /** Members that were not seen left out of the estimates. */
  readonly fits: ModelFits;
  /** Members that were not seen counted as something. */
  readonly unseen: Readonly<Record<Unseen, ModelFits>>;
  /** By kind; null where no choice is estimated. */
  readonly tests: Readonly<Record<BacktestKind, TestedStances | null>>;
}

/** Fits the models of stances to some observations. */
export function fitModels(observations: readonly Observation[]): ModelFits {
  return {
    base: fitBaseRate(countsByCase(observations)),
    choice: fitChoice(observations),
  };
}

/** An object whose parts are made when they are first read. */
function lazily<T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {};
  for (const name of Object.keys(parts) as (keyof T)[]) {
    Object.defineProperty(made, name, { enumerable: true, get: once(parts[name]) });
  }
  return made as T;
}

function testedStances(
  record: CasusRecord,
  cases: readonly CollectiveCase[],
  kind: BacktestKind,
  { observations, fits }: Pick<LaboratoryData, "observations" | "fits">,
): TestedStances | null {
  const { choice } = fits;
  if (choice === null) return null;
  const test = once(() =>
    backtest(kind, observations, cases, choice, {
      outcomeOf: (left, kept, models) => forecastOutcome(record, left, kept, models),
    }),
  );
  const reduced = (name: ReducedName): ReducedShares =>
    reducedShares(kind, observations, cases, REDUCED[name]);
  return lazily<TestedStances>({
    test,
    bargained: () => bargainedGroups(record, test(), cases),
    reduced: () =>
      lazily<TestedStances["reduced"]>({
        dependence: () => reduced("dependence"),
        cost: () => reduced("cost"),
        both: () => reduced("both"),
      }),
  });
}

/** What the scenarios of a record rest on, each part made when it is first read. */
export function lazyLaboratory(record: CasusRecord): LaboratoryData {
  const cases = collectiveCases(record);
  const observations = once(() => observationsOf(record, cases));
  const fits = once(() => fitModels(observations()));
  const counted = (unseen: Unseen) => (): ModelFits =>
    fitModels(countUnseen({ cases, observations: observations() }, unseen).observations);
  const tested = (kind: BacktestKind) => (): TestedStances | null =>
    testedStances(record, cases, kind, { observations: observations(), fits: fits() });
  return lazily<LaboratoryData>({
    observations,
    fits,
    unseen: () =>
      lazily<LaboratoryData["unseen"]>({
        acquiescing: counted("acquiescing"),
        abstaining: counted("abstaining"),
      }),
    tests: () =>
      lazily<LaboratoryData["tests"]>({
        "left-out": tested("left-out"),
        forward: tested("forward"),
      }),
  });
}

/** Everything heavy that the scenarios of a record rest on, computed from the record alone. */
export function fitLaboratory(record: CasusRecord): LaboratoryData {
  // A journey through JSON reads every part.
  return JSON.parse(JSON.stringify(lazyLaboratory(record))) as LaboratoryData;
}
