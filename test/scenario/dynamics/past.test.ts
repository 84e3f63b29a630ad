import { describe, expect, it } from "vitest";
import { rulesInForce } from "../../../src/answer/views/rule-in-force.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { exitsAfterCalls } from "../../../src/scenario/dynamics/exits-after-calls.ts";
import {
  type DynamicsInput,
  fitDynamics,
} from "../../../src/scenario/dynamics/fit-dynamics.ts";
import { recordedCalls } from "../../../src/scenario/dynamics/recorded-calls.ts";
import { scorePredictions } from "../../../src/scenario/dynamics/score-predictions.ts";
import {
  type Prediction,
  validateDynamics,
} from "../../../src/scenario/dynamics/validate-dynamics.ts";
import { record } from "../../laboratory.ts";

const input: DynamicsInput = {
  cases: record.cases,
  organisations: record.organisations.filter(({ kind }) => kind === "alliance"),
  at: "2025-12-18",
  coding: "help",
  ruleOf: rulesInForce(record),
};
const options = { years: 10, draws: 40, level: 0.9 };
const calls = recordedCalls(input.cases, input.organisations, input.at, input);

describe("recordedCalls", () => {
  it("reads stances of members as votes and leaves out those not seen", () => {
    const kwt = calls.find(({ id }) => id === "kwt-1990-08")!;
    expect(kwt).toMatchObject({
      organisation: "arab-league",
      day: "1990-08-02",
      callers: ["KWT"],
      answered: true,
      rule: "two-thirds",
    });
    const counts = (ballot: string): number =>
      kwt.seen.filter((one) => one.ballot === ballot).length;
    // Nine supported and three contributed, Kuwait's own among them; five dissented.
    expect(counts("no")).toBe(5);
    expect(counts("abstain")).toBe(1);
    expect(kwt.seen.some(({ state }) => state === "KWT")).toBe(false);
    expect(counts("yes")).toBeLessThanOrEqual(12);
  });

  it("has no case without a call and none after the day", () => {
    expect(calls.some(({ id }) => id === "rus-2022-02")).toBe(false);
    const early = recordedCalls(input.cases, input.organisations, "1990-08-01", input);
    expect(early.every(({ day }) => day <= "1990-08-01")).toBe(true);
    expect(early.some(({ id }) => id === "kwt-1990-08")).toBe(false);
  });
});

describe("fitDynamics", () => {
  it("counts exits by the day on which members left", () => {
    const { histories } = fitDynamics(input);
    expect(histories.find(({ id }) => id === "csto")!.leavers).toEqual([3, 1]);
    expect(histories.find(({ id }) => id === "ecowas")!.leavers).toEqual([1, 3]);
    expect(histories.find(({ id }) => id === "nato")!.leavers).toEqual([]);
  });
});

describe("validateDynamics", () => {
  const origins = ["2000-01-01"];
  const found = validateDynamics(input, { ...options, origins }, seededRandom(1));

  it("holds predictions against what the record has in the ten years", () => {
    const of = (organisation: string, what: string): Prediction =>
      found.find((one) => one.organisation === organisation && one.what === what)!;
    // KGZ 1999 lies before, UZB 2000 within, June 2010 after.
    expect(of("csto", "calls").observed).toBe(1);
    expect(of("ecowas", "exits").observed).toBe(1);
    expect(of("cis", "exits").observed).toBe(2);
    for (const { expected, lower, upper, inside, observed, logScore } of found) {
      expect(expected).toBeGreaterThan(0);
      expect(inside).toBe(observed >= lower && observed <= upper);
      expect(logScore).toBeLessThan(0);
      expect(Number.isFinite(logScore)).toBe(true);
    }
  });

  it("knows nothing of what came after the day", () => {
    const before = input.cases.filter(({ events }) =>
      events.some(({ date }) => date.earliest < Date.parse("2000-01-01T00:00:00Z")),
    );
    const blind = validateDynamics(
      { ...input, cases: before },
      { ...options, origins },
      seededRandom(1),
    );
    expect(blind.map(({ expected }) => expected)).toEqual(
      found.map(({ expected }) => expected),
    );
  });

  it("predicts an organisation that ended for as long as it stood", () => {
    const pact = validateDynamics(
      input,
      { ...options, origins: ["1990-01-01"] },
      seededRandom(1),
    ).find(({ organisation }) => organisation === "warsaw-pact")!;
    expect(pact.years).toBeCloseTo(1.5, 1);
  });
});

describe("scorePredictions", () => {
  it("is worked by hand", () => {
    const one = (organisation: string, inside: boolean, gain: number): Prediction => ({
      at: "2000-01-01",
      organisation,
      what: "calls",
      years: 10,
      expected: 1,
      lower: 0,
      upper: 2,
      observed: inside ? 1 : 3,
      inside,
      logScore: -1 + gain,
      plainScore: -1,
    });
    const score = scorePredictions(
      [one("a", true, 0.2), one("b", false, 0.2), one("c", true, 0.2)],
      "calls",
      0.9,
      seededRandom(1),
    )!;
    expect(score).toMatchObject({ n: 3, inside: 2, expected: 3, observed: 5 });
    expect(score.gain).toBeCloseTo(0.2, 12);
    expect(score.gainLower).toBeCloseTo(0.2, 12);
    expect(scorePredictions([], "calls", 0.9, seededRandom(1))).toBeNull();
  });
});

describe("exitsAfterCalls", () => {
  it("finds who left after a call, and withholds a ratio of few", () => {
    const { answered, unanswered, ratio, withheld } = exitsAfterCalls(
      calls,
      input.organisations,
      input.at,
      0.9,
    );
    expect(answered.exits).toBe(0);
    expect(unanswered.left).toEqual(["PAK (pak-1965-09)", "NER (ner-2023-07)"]);
    expect(withheld).toContain("2 exits");
    expect(ratio?.upper).toBeNull();
    expect(ratio!.lower).toBeGreaterThan(0);
  });
});
