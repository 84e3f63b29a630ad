import type { CasusRecord } from "../record/record.ts";
import type { Backtest, BacktestKind } from "./backtest.ts";
import { type BaseRate, baseRate } from "./base-rate-model.ts";
import { type ChoiceModel, choiceModel } from "./choice-model.ts";
import {
  fitModels,
  type LaboratoryData,
  lazyLaboratory,
  type ModelFits,
} from "./fit-laboratory.ts";
import { type CollectiveCase, collectiveCases, type Observation } from "./observations.ts";
import { once } from "./once.ts";

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

function fittedModels(
  observations: readonly Observation[],
  cases: readonly CollectiveCase[],
  fits: ModelFits,
): FittedModels {
  return {
    cases,
    observations,
    base: baseRate(fits.base),
    choice: fits.choice === null ? null : choiceModel(fits.choice),
  };
}

/** The models of a record's stances from what was fitted to it before. */
export function laboratoryOf(record: CasusRecord, data: LaboratoryData): ScenarioLaboratory {
  const cases = collectiveCases(record);
  const all = once(() => fittedModels(data.observations, cases, data.fits));
  const byCount = new Map<number, FittedModels>();
  return {
    get all() {
      return all();
    },
    before: (day) => {
      const kept = cases.filter((one) => one.day < day);
      if (kept.length === cases.length) return all();
      const found = byCount.get(kept.length);
      if (found !== undefined) return found;
      const ids = new Set(kept.map(({ item }) => item.id));
      const observations = data.observations.filter((row) => ids.has(row.case));
      const made = fittedModels(observations, kept, fitModels(observations));
      byCount.set(kept.length, made);
      return made;
    },
    backtest: (kind) => (kind === "forward" ? data.forward : data.leftOut),
  };
}

/**
 * The models of a record's stances, as they ship with it or fitted once; the same record gives the
 * same models.
 */
export function scenarioLaboratory(record: CasusRecord): ScenarioLaboratory {
  const known = PREPARED.get(record.cases);
  if (known !== undefined) return known;
  const made = laboratoryOf(
    record,
    (record.stanceModels() as LaboratoryData | null) ?? lazyLaboratory(record),
  );
  PREPARED.set(record.cases, made);
  return made;
}
