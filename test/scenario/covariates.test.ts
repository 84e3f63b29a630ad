import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceModel, fitChoice } from "../../src/scenario/choice-model.ts";
import {
  COVARIATE_GROUPS,
  COVARIATE_NAMES,
  COVARIATES,
  type CovariateName,
} from "../../src/scenario/covariates.ts";
import { scenarioLaboratory } from "../../src/scenario/laboratory.ts";
import { type Observation, observationsOf } from "../../src/scenario/observations.ts";
import type { StateKey } from "../../src/states/state.ts";
import { record } from "../laboratory.ts";

const { observations, cases } = scenarioLaboratory(record).all;
const at = (name: CovariateName) => COVARIATE_NAMES.indexOf(name);
const valueOf = (item: string, state: string, name: CovariateName) =>
  observations.find((row) => row.case === item && row.state === state)!.covariates[at(name)];

describe("covariatesOf", () => {
  it("has one value for each name, in the groups' order", () => {
    for (const { covariates } of observations) {
      expect(covariates.length).toBe(COVARIATE_NAMES.length);
    }
    expect(Object.values(COVARIATE_GROUPS).flat()).toEqual(Object.keys(COVARIATES));
  });

  it("is what the record held of Armenia and Kyrgyzstan when Kazakhstan called in 2022", () => {
    const arm = (name: CovariateName) => valueOf("kaz-2022-01", "ARM", name);
    expect(arm("promises_appellant")).toBe(0.5);
    expect(arm("promises_largest")).toBe(1);
    expect(arm("promises_adversary")).toBeNull();
    expect(arm("economy_appellant")).toBeCloseTo(0.02229, 5);
    expect(arm("economy_largest")).toBeCloseTo(
      (2_626_094 / 8_378_194 + 865_580 / 2_108_935) / 2,
      12,
    );
    expect(arm("bases_largest")).toBe(1);
    expect(arm("bases_appellant")).toBe(0);
    expect(arm("place_region")).toBe(0.5);
    expect(arm("outside_area")).toBe(0);
    expect(arm("means_share")).toBeCloseTo(Math.log((1 - 0.83761) / 5), 12);
    expect(valueOf("kaz-2022-01", "RUS", "bases_largest")).toBeNull();
    // 43,393 troops of the United States in Germany in 2011, the year before Turkey asked NATO.
    expect(valueOf("tur-2012-11", "DEU", "troops_largest")).toBeCloseTo(Math.log(43_394), 12);
    // Iraq, Kuwait's adversary, was in the one alliance on record that owed Saudi Arabia defence.
    expect(valueOf("kwt-1961-07", "SAU", "promises_adversary")).toBe(1);
  });

  it("knows nothing of later years: what is on record from the call's year on changes nothing", () => {
    const day = "2012-11-20";
    const year = Number(day.slice(0, 4));
    const later = {
      ...record,
      exposures: record.exposures.map((table) => ({
        ...table,
        rows: table.rows.map(([from, partner, amount]) =>
          from < year
            ? ([from, partner, amount] as const)
            : ([from, partner, 7 * amount + 3] as const),
        ),
      })),
      means: record.means.map((row) => (row.year < year ? row : { ...row, share: 0.123 })),
    };
    const before = cases.filter((one) => one.day <= day);
    expect(before.length).toBeGreaterThan(20);
    expect(observationsOf(later, before)).toEqual(observationsOf(record, before));
    // And it does change what is known of later calls.
    expect(observationsOf(later, cases)).not.toEqual(observationsOf(record, cases));
  });
});

describe("fitChoice", () => {
  const fit = fitChoice(observations)!;

  it("gives no slope to a covariate that is the same wherever it is known", () => {
    const names = fit.favour.columns.map(({ name }) => name);
    expect(names).not.toContain("outside_area");
    expect(names).not.toContain("bases_appellant");
    for (const name of ["promises_appellant", "troops_largest", "means_share"] as const) {
      expect(names).toContain(name);
    }
    expect(fit.favour.columns.find(({ name }) => name === "economy_largest")!.known).toBe(3);
  });

  it("is the same whatever the states, cases and organisations are called", () => {
    const renamed = (text: string) => `z${text.split("").toReversed().join("")}`;
    const other = fitChoice(
      observations.map((row): Observation => ({
        ...row,
        state: renamed(row.state) as StateKey,
        case: renamed(row.case),
        organisation: renamed(row.organisation),
      })),
    )!;
    const [first] = observations;
    const asked = { ...first!, organisation: renamed(first!.organisation) };
    expect(choiceModel(other).shares(asked).contributed).toBeCloseTo(
      choiceModel(fit).shares(first!).contributed,
      6,
    );
    expect(other.favour.scales).toEqual(fit.favour.scales);
  });

  it("takes a missing value for the mean of those that are known", () => {
    const model = choiceModel(fit);
    const columns = fit.favour.columns;
    fc.assert(
      fc.property(
        fc.nat(observations.length - 1),
        fc.nat(columns.length - 1),
        (row, column) => {
          const one = observations[row]!;
          const { name, mean } = columns[column]!;
          const missing = { ...one, covariates: one.covariates.with(at(name), null) };
          const filled = { ...one, covariates: one.covariates.with(at(name), mean) };
          expect(model.favour.chance(filled)).toBeCloseTo(model.favour.chance(missing), 12);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("reads nothing beyond the range that was observed", () => {
    const model = choiceModel(fit);
    const [one] = observations;
    const chanceAt = (name: CovariateName, value: number) =>
      model.favour.chance({ ...one!, covariates: one!.covariates.with(at(name), value) });
    for (const { name, least, most } of fit.favour.columns) {
      expect(chanceAt(name, most + 5)).toBe(chanceAt(name, most));
      expect(chanceAt(name, least - 5)).toBe(chanceAt(name, least));
    }
    // Russia has a third of Armenia's trade; no caller on record has had more than 2 %.
    const { most } = fit.favour.columns.find((column) => column.name === "economy_appellant")!;
    expect(most).toBeLessThan(0.03);
  });

  it("keeps to the covariates that it is given", () => {
    const names = COVARIATE_GROUPS.relation;
    const reduced = fitChoice(observations, { names })!;
    for (const { name } of reduced.favour.columns) expect(names).toContain(name);
    const [one] = observations;
    const moved = { ...one!, covariates: one!.covariates.with(at("means_share"), 0) };
    const model = choiceModel(reduced);
    expect(model.favour.chance(moved)).toBe(model.favour.chance(one!));
    expect(choiceModel(fit).favour.chance(moved)).not.toBe(
      choiceModel(fit).favour.chance(one!),
    );
  });
});
