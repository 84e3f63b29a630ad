import type { CasusRecord } from "../record/record.ts";
import { type Backtest, backtest, type BacktestKind } from "./backtest.ts";
import { forecastOutcome } from "./backtest-outcomes.ts";
import { type BaseRate, baseRate, countsByCase } from "./base-rate-model.ts";
import { type ChoiceModel, choiceModel } from "./choice-model.ts";
import {
  type CollectiveCase,
  collectiveCases,
  type Observation,
  observationsOf,
} from "./observations.ts";

/** The stances on record before a day, and the models fitted to them. */
export interface FittedModels {
  readonly cases: readonly CollectiveCase[];
  readonly observations: readonly Observation[];
  readonly base: BaseRate;
  /** Null where too few stances are on record: the base rate then speaks alone. */
  readonly choice: ChoiceModel | null;
}

/** What every scenario of a record rests on. */
export interface ScenarioLaboratory {
  /** Fitted to every case on record. */
  readonly all: FittedModels;
  /** Fitted to the cases before a day, so that a call of the past knows nothing of its future. */
  readonly before: (day: string) => FittedModels;
  /** Null where no choice is estimated. */
  readonly backtest: (kind: BacktestKind) => Backtest | null;
}

const PREPARED = new WeakMap<object, ScenarioLaboratory>();

function fitted(
  observations: readonly Observation[],
  cases: readonly CollectiveCase[],
): FittedModels {
  const base = baseRate(countsByCase(observations));
  return { cases, observations, base, choice: choiceModel(observations) };
}

/** Fits the models of stances to a record once; the same record gives the same models. */
export function scenarioLaboratory(record: CasusRecord): ScenarioLaboratory {
  const known = PREPARED.get(record.cases);
  if (known !== undefined) return known;
  const cases = collectiveCases(record);
  const observations = observationsOf(record, cases);
  const all = fitted(observations, cases);
  const { choice } = all;
  const tests = new Map<BacktestKind, Backtest>();
  const byCount = new Map<number, FittedModels>([[cases.length, all]]);
  const made: ScenarioLaboratory = {
    all,
    before: (day) => {
      const kept = cases.filter((one) => one.day < day);
      const ids = new Set(kept.map(({ item }) => item.id));
      const found =
        byCount.get(kept.length) ??
        fitted(
          observations.filter((row) => ids.has(row.case)),
          kept,
        );
      byCount.set(kept.length, found);
      return found;
    },
    backtest: (kind) => {
      if (choice === null) return null;
      const found =
        tests.get(kind) ??
        backtest(kind, observations, cases, choice, (left, kept, models) =>
          forecastOutcome(record, left, kept, models),
        );
      tests.set(kind, found);
      return found;
    },
  };
  PREPARED.set(record.cases, made);
  return made;
}
