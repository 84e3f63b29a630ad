import type { CasusRecord } from "../record/record.ts";
import { type Backtest, backtest, type BacktestKind } from "./backtest.ts";
import { forecastOutcome } from "./backtest-outcomes.ts";
import { type BaseRateFit, countsByCase, fitBaseRate } from "./base-rate-model.ts";
import { type ChoiceFit, fitChoice } from "./choice-model.ts";
import { collectiveCases, type Observation, observationsOf } from "./observations.ts";
import { once } from "./once.ts";

/** The models of stances fitted to some observations: plain numbers and names. */
export interface ModelFits {
  readonly base: BaseRateFit;
  /** Null where too few stances are on record: the base rate then speaks alone. */
  readonly choice: ChoiceFit | null;
}

/**
 * Everything heavy that the scenarios of a record rest on: plain data that survive JSON, so that they
 * can be kept beside the record.
 */
export interface LaboratoryData {
  readonly observations: readonly Observation[];
  /** Fitted to every case on record. */
  readonly fits: ModelFits;
  /** Null where no choice is estimated. */
  readonly leftOut: Backtest | null;
  readonly forward: Backtest | null;
}

/** Fits the models of stances to some observations. */
export function fitModels(observations: readonly Observation[]): ModelFits {
  return {
    base: fitBaseRate(countsByCase(observations)),
    choice: fitChoice(observations),
  };
}

/** What the scenarios of a record rest on, each part made when it is first read. */
export function lazyLaboratory(record: CasusRecord): LaboratoryData {
  const cases = once(() => collectiveCases(record));
  const observations = once(() => observationsOf(record, cases()));
  const fits = once(() => fitModels(observations()));
  const tested = (kind: BacktestKind): Backtest | null => {
    const { choice } = fits();
    if (choice === null) return null;
    return backtest(kind, observations(), cases(), choice, (left, kept, models) =>
      forecastOutcome(record, left, kept, models),
    );
  };
  const leftOut = once(() => tested("left-out"));
  const forward = once(() => tested("forward"));
  return {
    get observations() {
      return observations();
    },
    get fits() {
      return fits();
    },
    get leftOut() {
      return leftOut();
    },
    get forward() {
      return forward();
    },
  };
}

/** Everything heavy that the scenarios of a record rest on, computed from the record alone. */
export function fitLaboratory(record: CasusRecord): LaboratoryData {
  // Spreading reads every part.
  return { ...lazyLaboratory(record) };
}
