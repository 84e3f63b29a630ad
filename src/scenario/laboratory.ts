import type { CasusRecord } from "../record/record.ts";
import type { BacktestKind } from "./backtest.ts";
import { type BaseRate, baseRate } from "./base-rate-model.ts";
import { type ChoiceModel, choiceModel } from "./choice-model.ts";
import {
  fitModels,
  type LaboratoryData,
  lazyLaboratory,
  type ModelFits,
  type TestedStances,
} from "./fit-laboratory.ts";
import { type CollectiveCase, collectiveCases, type Observation } from "./observations.ts";
import { once } from "../record/once.ts";
import { countUnseen, type Unseen } from "./unseen.ts";

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
  /**
   * Fitted to the cases before a day, so that a call of the past knows nothing of its future; with
   * members that were not seen counted as something, or left out.
   */
  readonly before: (day: string, unseen?: Unseen | null) => FittedModels;
  /** A back-test with what else is forecast on its cases; null where no choice is estimated. */
  readonly tested: (kind: BacktestKind) => TestedStances | null;
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
  const prepared = new Map<string, FittedModels>();
  const modelsOf = (kept: number, unseen: Unseen | null): FittedModels => {
    const first = cases.slice(0, kept);
    const ids = new Set(first.map(({ item }) => item.id));
    const seen = {
      cases: first,
      observations: data.observations.filter((row) => ids.has(row.case)),
    };
    const own = unseen === null ? seen : countUnseen(seen, unseen);
    const known = unseen === null ? data.fits : data.unseen[unseen];
    const fits = kept === cases.length ? known : fitModels(own.observations);
    return fittedModels(own.observations, own.cases, fits);
  };
  const before: ScenarioLaboratory["before"] = (day, unseen = null) => {
    // Cases stand in the order of their days.
    const kept = cases.filter((one) => one.day < day).length;
    const key = `${kept} ${unseen}`;
    const models = prepared.get(key) ?? modelsOf(kept, unseen);
    prepared.set(key, models);
    return models;
  };
  const all = once(() => before("9999-12-31"));
  return {
    get all() {
      return all();
    },
    before,
    tested: (kind) => data.tests[kind],
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
