import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";
import { outcomeScore, type OutcomeRow } from "../../src/scenario/backtest-outcomes.ts";
import { backtestScore, type BacktestRow, calibrationOf } from "../../src/scenario/backtest.ts";
import { choiceModel, FEWEST_STANCES, fitChoice } from "../../src/scenario/choice-model.ts";
import { scenarioLaboratory } from "../../src/scenario/laboratory.ts";
import { withoutCase } from "../../src/scenario/observations.ts";
import type { StateKey } from "../../src/states/state.ts";
import { record } from "../laboratory.ts";

const shares = (contributed: number, supported: number, abstained: number) => ({
  contributed,
  supported,
  abstained,
  dissented: 1 - contributed - supported - abstained,
});
const row = (item: string, stance: BacktestRow["stance"]): BacktestRow => ({
  case: item,
  organisation: "test",
  day: "2000-01-01",
  state: "AAA" as StateKey,
  stance,
  choice: shares(0.5, 0.25, 0.125),
  base: shares(0.25, 0.25, 0.25),
});
const options = () => ({ level: 0.9, draws: 200, random: seededRandom(1) });

describe("backtestScore", () => {
  const rows = [row("one", "contributed"), row("one", "dissented"), row("two", "supported")];

  it("is the mean squared gap, by hand", () => {
    const favour = backtestScore(rows, "in_favour", options())!;
    expect(favour.choice).toBeCloseTo((0.25 ** 2 + 0.75 ** 2 + 0.25 ** 2) / 3, 12);
    expect(favour.base).toBeCloseTo(0.25, 12);
    const means = backtestScore(rows, "contributed", options())!;
    expect(means.choice).toBeCloseTo((0.5 ** 2 * 3) / 3, 12);
    expect(means.base).toBeCloseTo((0.75 ** 2 + 2 * 0.25 ** 2) / 3, 12);
    expect([favour.stances, favour.cases, favour.lower]).toEqual([3, 2, null]);
  });

  it("is minus the mean logarithm, by hand", () => {
    const { choice, base } = backtestScore(rows, "stance", options())!;
    expect(choice).toBeCloseTo(-(Math.log(0.5) + Math.log(0.125) + Math.log(0.25)) / 3, 12);
    expect(base).toBeCloseTo(-Math.log(0.25), 12);
  });

  it("has an interval over cases from ten on, and none where all cases are alike", () => {
    const alike = Array.from({ length: 12 }, (_, i) => row(`case ${i}`, "contributed"));
    const { difference, lower, upper } = backtestScore(alike, "in_favour", options())!;
    expect(lower).toBeCloseTo(difference, 12);
    expect(upper).toBeCloseTo(difference, 12);
    expect(backtestScore([], "stance", options())).toBeNull();
  });

  it("counts calibration by bins", () => {
    const bins = calibrationOf(rows, "choice", "in_favour");
    expect(bins.map(({ n, hits }) => [n, hits])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [3, 2],
      [0, 0],
    ]);
    expect(bins[3]!.forecast).toBeCloseTo(0.75, 12);
  });
});

describe("outcomeScore", () => {
  it("is the mean squared gap of each forecast, by hand", () => {
    const outcome = (adopted: boolean): OutcomeRow => ({
      case: "x",
      organisation: "test",
      day: "2000-01-01",
      rule: "consensus",
      adopted,
      came: adopted,
      choice: { adopted: 0.5, came: 0.5 },
      base: { adopted: 0.75, came: 0.75 },
      plain: { adopted: 1, came: 1 },
    });
    const found = outcomeScore([outcome(true), outcome(false)], "adopted", options())!;
    expect([found.choice, found.base, found.plain]).toEqual([0.25, 0.3125, 0.5]);
    expect([found.hits, found.cases, found.difference]).toEqual([1, 2, -0.25]);
  });
});

describe("the back-test of the record", () => {
  const laboratory = scenarioLaboratory(record);
  const { cases, observations } = laboratory.all;

  it("forecasts every stance seen, once, and none that is not seen", () => {
    const seen = observations.filter(({ stance }) => stance !== "not-seen");
    const { rows, withheld } = laboratory.tested("left-out")!.test;
    expect(withheld).toEqual([]);
    expect(rows.map((one) => `${one.case} ${one.state}`).sort()).toEqual(
      seen.map((one) => `${one.case} ${one.state}`).sort(),
    );
    for (const { choice, base } of rows) {
      for (const { contributed, supported, abstained, dissented } of [choice, base]) {
        expect(contributed + supported + abstained + dissented).toBeCloseTo(1, 9);
      }
    }
  });

  it("keeps the case and its stances out of what its forecast rests on", () => {
    const left = cases.find(({ item }) => item.id === "kaz-2022-01")!;
    const kept = withoutCase(observations, cases, left, false);
    expect(kept.some((one) => one.case === left.item.id)).toBe(false);
    // A forecast forward in time rests on no later case.
    const earlier = withoutCase(observations, cases, left, true);
    for (const one of earlier) expect(one.day < left.day).toBe(true);
    expect(earlier.length).toBeLessThan(kept.length);
  });

  it("estimates no choice below 150 stances", () => {
    const seen = observations.filter(({ stance }) => stance !== "not-seen");
    expect(fitChoice(seen.slice(0, FEWEST_STANCES - 1))).toBeNull();
    expect(fitChoice(seen.slice(0, FEWEST_STANCES))).not.toBeNull();
  });

  it("says the same whatever the order of the rows", () => {
    const forward = choiceModel(fitChoice(observations)!);
    const backward = choiceModel(fitChoice(observations.toReversed())!);
    const [one] = observations;
    expect(backward.shares(one!).contributed).toBeCloseTo(forward.shares(one!).contributed, 6);
  });
});
