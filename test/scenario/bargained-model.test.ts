import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";
import {
  bargainStances,
  favourOf,
  movedShares,
} from "../../src/scenario/bargaining/bargain-stances.ts";
import { bargainedModel } from "../../src/scenario/bargaining/bargained-model.ts";
import { bargainingRows } from "../../src/scenario/bargaining/bargaining-backtest.ts";
import { capabilitiesOf } from "../../src/scenario/bargaining/capability.ts";
import { scenarioLaboratory } from "../../src/scenario/laboratory.ts";
import type { StateKey } from "../../src/states/state.ts";
import { record } from "../laboratory.ts";
import { askedMembers, fixedModel } from "./fixed-model.ts";

const caller = "CAL" as StateKey;
const CHANCES = [
  [0.9, 0.5, 0.25],
  [0.6, 0.25, 0.5],
  [0.2, 1, 0],
] as const;

describe("bargainStances", () => {
  it("puts members at their chance, the appellant at 1, all of equal weight", () => {
    const { stakeholders, path, before } = bargainStances(
      [
        { state: "ARM" as StateKey, favour: 0.3 },
        { state: "KAZ" as StateKey, favour: 0.8 },
      ],
      [caller],
    );
    expect(stakeholders.map(({ position }) => position)).toEqual([0.3, 0.8, 1]);
    expect(
      new Set(stakeholders.map(({ capability, salience }) => capability * salience)).size,
    ).toBe(1);
    expect(path.turns[0]!.median).toBe(0.8);
    expect(path.turns[0]!.mean).toBeCloseTo(0.7, 12);
    expect(before.get("ARM" as StateKey)).toBe(0.3);
  });

  it("leaves one alone, and keeps every chance strictly between 0 and 1", () => {
    const one = [{ state: "ARM" as StateKey, favour: 0.3 }];
    expect(bargainStances(one, []).after.get("ARM" as StateKey)).toBe(0.3);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (favours) => {
          const members = favours.map((favour, k) => ({ state: `S${k}` as StateKey, favour }));
          for (const chance of bargainStances(members, [caller]).after.values()) {
            expect(chance).toBeGreaterThan(0);
            expect(chance).toBeLessThan(1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("movedShares", () => {
  it("moves the chance of being in favour and leaves the rest in proportion", () => {
    const moved = movedShares(
      { contributed: 0.3, supported: 0.1, abstained: 0.2, dissented: 0.4 },
      0.8,
    );
    expect(favourOf(moved)).toBeCloseTo(0.8, 12);
    expect(moved.contributed / moved.supported).toBeCloseTo(3, 12);
    expect(moved.dissented / moved.abstained).toBeCloseTo(2, 12);
    const sum = moved.contributed + moved.supported + moved.abstained + moved.dissented;
    expect(sum).toBeCloseTo(1, 12);
  });
});

describe("bargainedModel", () => {
  const members = askedMembers(3);
  const model = bargainedModel(fixedModel(CHANCES), members, [caller]);

  it("draws what bargaining makes of the chances, means and abstention as they were", () => {
    const [favour, means, abstaining] = [
      new Float64Array(3),
      new Float64Array(3),
      new Float64Array(3),
    ];
    model.sampler(members, seededRandom(1), () => 0).next(favour, means, abstaining);
    for (const [k, { state }] of members.entries()) {
      // A model without spread draws its mean, so that the shift lands on the position itself.
      expect(favour[k]).toBeCloseTo(model.stances.after.get(state)!, 10);
      expect(favourOf(model.shares(members[k]!))).toBeCloseTo(favour[k]!, 10);
      expect(means[k]).toBe(CHANCES[k]![1]);
      expect(abstaining[k]).toBe(CHANCES[k]![2]);
    }
  });

  it("leaves a member that did not take part as the other model has it", () => {
    const [, , outside] = askedMembers(3);
    const two = bargainedModel(fixedModel(CHANCES), members.slice(0, 2), [caller]);
    expect(two.shares(outside!)).toEqual(fixedModel(CHANCES).shares(outside!));
  });
});

describe("bargainingRows", () => {
  it("moves the forecasts of the cases and keeps the base rate and the stances", () => {
    const { test, bargained } = scenarioLaboratory(record).tested("forward")!;
    for (const capability of ["equal", "means"] as const) {
      const rows = bargainingRows(test, bargained, capability);
      expect(rows.length).toBe(test.rows.length);
      for (const [k, row] of rows.entries()) {
        const plain = test.rows[k]!;
        expect({ ...row, choice: null }).toEqual({ ...plain, choice: null });
        const { contributed, supported, abstained, dissented } = row.choice;
        expect(contributed + supported + abstained + dissented).toBeCloseTo(1, 10);
      }
      expect(rows.some((row, k) => row.choice !== test.rows[k]!.choice)).toBe(true);
    }
  });
});

describe("capabilitiesOf", () => {
  const states = (...keys: string[]) => keys as StateKey[];

  it("is the largest's share of GDP, of every other the mean of the rest", () => {
    // csto,2019,gdp,6,,RUS,0.83761
    const found = capabilitiesOf(record, "csto", states("RUS", "KAZ", "ARM"), "2022-01-05")!;
    expect([...found.values()]).toEqual([0.83761, (1 - 0.83761) / 5, (1 - 0.83761) / 5]);
    expect(capabilitiesOf(record, "csto", states("RUS"), "1992-06-01")).toBeNull();
  });

  it("weighs the median, and leaves it where all are equal", () => {
    const members = [
      { state: "RUS" as StateKey, favour: 0.2 },
      { state: "KAZ" as StateKey, favour: 0.6 },
      { state: "ARM" as StateKey, favour: 0.7 },
    ];
    const weights = capabilitiesOf(
      record,
      "csto",
      states("RUS", "KAZ", "ARM", "KGZ"),
      "2022-01-05",
    );
    const appellants = ["KGZ" as StateKey];
    const weighed = bargainStances(members, appellants, weights);
    const equal = bargainStances(members, appellants);
    expect(weighed.path.turns[0]!.median).toBe(0.2);
    expect(equal.path.turns[0]!.median).toBeGreaterThan(0.2);
    expect([weighed.capability, equal.capability]).toEqual(["means", "equal"]);
    // Only ratios matter.
    const same = new Map(states("RUS", "KAZ", "ARM", "KGZ").map((state) => [state, 0.4]));
    expect(bargainStances(members, appellants, same).after).toEqual(equal.after);
  });
});
