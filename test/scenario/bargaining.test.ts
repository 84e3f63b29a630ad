import { describe, expect, it } from "vitest";
import { challenge } from "../../src/scenario/bargaining/challenge.ts";
import { condorcetElection } from "../../src/scenario/bargaining/condorcet-election.ts";
import {
  expectedGain,
  expectedUtilityModel,
  riskExponents,
  roundOf,
} from "../../src/scenario/bargaining/expected-utility-model.ts";
import { EXPECTED_UTILITY_DEFAULTS } from "../../src/scenario/bargaining/expected-utility-options.ts";
import { REFERENCE_CASES } from "../../src/scenario/bargaining/reference-cases.ts";
import { estimatedRisk, riskAttitudes } from "../../src/scenario/bargaining/risk-attitudes.ts";
import { spatialModel } from "../../src/scenario/bargaining/spatial-model.ts";
import { SPATIAL_DEFAULTS } from "../../src/scenario/bargaining/spatial-options.ts";
import type { Stakeholder } from "../../src/scenario/bargaining/stakeholder.ts";
import { varyChoices } from "../../src/scenario/bargaining/vary-choices.ts";
import { victoryChance } from "../../src/scenario/bargaining/victory-chance.ts";
import { voteStrength } from "../../src/scenario/bargaining/vote-strength.ts";
import { weightedMean, weightedMedian } from "../../src/scenario/bargaining/weighted-middle.ts";

const three: readonly Stakeholder[] = [
  { id: "a", position: 0, capability: 1, salience: 1 },
  { id: "b", position: 0.5, capability: 1, salience: 0.5 },
  { id: "c", position: 1, capability: 2, salience: 0.5 },
];

const caseOf = (id: string) => REFERENCE_CASES.find((one) => one.id === id)!;

describe("the parts of the models", () => {
  it("vote by their rule", () => {
    expect(voteStrength("proportional", 2, 0.5)).toBe(1);
    expect(voteStrength("binary", 2, 0.5)).toBe(2);
    expect(voteStrength("prop-bin", 1, 0.5)).toBeCloseTo(0.6, 12);
    expect(voteStrength("cubic", 1, 0.5)).toBe(0.125);
    expect(voteStrength("prop-cubic", 1, 0.5)).toBe(0.3125);
    expect(voteStrength("prospect", 3, 0.5)).toBe(1);
    expect(voteStrength("prospect", 3, -0.5)).toBe(-1.5);
  });

  it("win by their model", () => {
    expect(victoryChance("linear", 1, 3)).toBe(0.25);
    expect(victoryChance("square", 1, 3)).toBeCloseTo(0.1, 12);
    expect(victoryChance("quartic", 1, 3)).toBeCloseTo(1 / 82, 12);
    expect(victoryChance("octic", 1, 3)).toBeCloseTo(1 / 6562, 12);
    expect(victoryChance("threshold", 1.1, 1)).toBeCloseTo(1, 5);
    expect(victoryChance("threshold", 1.05, 1)).toBeCloseTo(
      (2.1 * (1.05 / 2.05) - 1) / 0.1,
      10,
    );
  });

  it("elect an option by the chance that it beats all others", () => {
    // Weights 1, 1, 2 at 0, 1/2, 1. Votes for b over a 0.5 + 1, for a over b 0.5: 3/4; for c over
    // a 2 against 1: 2/3; for c over b 1 against 1/2 + 1/2: 1/2. Each against itself 1/2.
    const at = three.map(({ position }) => position);
    const chances = condorcetElection(
      [1, 1, 2],
      3,
      (k, i) => 1 - Math.abs(at[k]! - at[i]!),
      SPATIAL_DEFAULTS,
    );
    const raw = [(1 / 4) * (1 / 3), (3 / 4) * (1 / 2), (2 / 3) * (1 / 2)];
    const total = raw.reduce((sum, one) => sum + one, 0);
    for (const [k, one] of raw.entries()) expect(chances[k]).toBeCloseTo(one / total, 6);
  });

  it("take risks by their chances, and others' by an estimate", () => {
    expect(riskAttitudes([0.125, 0.25, 0.375], "mid")).toEqual([-0.5, 0.25, 1]);
    expect(riskAttitudes([0.125, 0.25, 0.375], "min")).toEqual([0, 0.5, 1]);
    expect(riskAttitudes([0.2, 0.2], "max")).toEqual([0, 0]);
    expect(estimatedRisk(0, 0.9, "one-third")).toBeCloseTo(0.3, 12);
    expect(estimatedRisk(0.3, 0.9, "full")).toBe(0.9);
  });

  it("measure the middle by weight", () => {
    expect(weightedMedian([4, 7, 10], [1, 1, 3])).toBe(10);
    expect(weightedMedian([10, 4, 7], [1, 1, 2])).toBe(7);
    expect(weightedMean([4, 10], [1, 3])).toBe(8.5);
  });

  it("challenge as worked by hand", () => {
    // Two alone at distance 1, risk neutral: i throws in 1 x 1 x 1, j 2 x 0.5 x 1: chance 1/2. j
    // resists with chance 1/2: 1/2 x 2 + 1/2 x 1 less 1.
    const found = challenge(0, 1, {
      utilities: Float64Array.from([1, 0, 0, 1]),
      weights: Float64Array.from([1, 1]),
      salience: Float64Array.from([1, 0.5]),
      options: SPATIAL_DEFAULTS,
    });
    expect(found.chance).toBeCloseTo(0.5, 9);
    expect(found.gain).toBeCloseTo(0.5, 9);
  });

  it("let a third party back the side that it prefers where its weight counts", () => {
    // The third stands with i. By one chance for both sides it backs j, whose victory leaves it
    // where it is; by a chance with its weight on either side it backs i where sides are fixed.
    const base = {
      utilities: Float64Array.from([1, 0, 1, 0, 1, 0, 1, 0, 1]),
      weights: Float64Array.from([1, 1, 1]),
      salience: Float64Array.from([1, 1, 1]),
    };
    const at = (options: Partial<typeof SPATIAL_DEFAULTS>) =>
      challenge(0, 1, { ...base, options: { ...SPATIAL_DEFAULTS, ...options } }).chance;
    expect(at({ thirdPartyChances: "one", thirdParties: "semi" })).toBeLessThan(0.5);
    expect(at({ thirdPartyChances: "one", thirdParties: "none" })).toBeCloseTo(0.5, 9);
    expect(at({ thirdPartyChances: "by-side", thirdParties: "none" })).toBeGreaterThan(0.5);
    expect(at({ thirdPartyChances: "by-side", thirdParties: "full" })).toBeGreaterThan(0.5);
  });
});

describe("spatialModel", () => {
  it("moves three as worked by hand in the first turn", () => {
    const { turns } = spatialModel(three, { ...SPATIAL_DEFAULTS, turns: 1 });
    expect(turns[0]).toMatchObject({ median: 0.5, mean: (0.25 + 1) / 2.5 });
    for (const position of turns[1]!.positions) {
      expect(position).toBeGreaterThanOrEqual(0);
      expect(position).toBeLessThanOrEqual(1);
      // Four decimals, as the published paths are kept to.
      expect(Math.round(position * 10_000) / 10_000).toBe(position);
    }
  });

  it("stays where all agree", () => {
    const agreed = three.map((one) => ({ ...one, position: 3 }));
    expect(spatialModel(agreed).turns).toHaveLength(1);
    expect(expectedUtilityModel(agreed).turns).toHaveLength(1);
  });

  it("names the choice by which KTAB's example ends near its published course", () => {
    const item = caseOf("soe-policy");
    const end = (options: Partial<typeof SPATIAL_DEFAULTS>): number =>
      spatialModel(item.stakeholders, { ...SPATIAL_DEFAULTS, ...options }, item.scale).turns.at(
        -1,
      )!.median;
    const published = item.published[0]!.median;
    expect(Math.abs(end({ thirdParties: "none" }) - published)).toBeLessThan(1.5);
    expect(Math.abs(end({}) - published)).toBeLessThan(5);
  });
});

describe("expectedUtilityModel", () => {
  const car = caseOf("car-emissions");
  const end = (options: Partial<typeof EXPECTED_UTILITY_DEFAULTS>): number =>
    expectedUtilityModel(car.stakeholders, {
      ...EXPECTED_UTILITY_DEFAULTS,
      ...options,
    }).turns.at(-1)!.median;

  it("expects what is worked by hand", () => {
    // a against b at distance 1/2 of the span, r = 1: Us = 1, Uf = -1, Uq = 0. Weights 1, 0.5, 1:
    // a is nearer to itself by 1/2 (0.5), b (0.25) and c (0.5) to b: chance 0.5 / 1.25. b resists
    // with chance 0.5: 0.5 (0.4 - 0.6) + 0.5.
    const round = roundOf(three, [0, 0.5, 1], 1);
    expect(round.chances[1]).toBeCloseTo(0.4, 12);
    expect(expectedGain(0, 1, 1, round)).toBeCloseTo(0.4, 12);
    // At r = 2: Us = 2 - 4 / 16, Uf = 2 - 36 / 16, Uq = 1.
    expect(expectedGain(0, 1, 2, round)).toBeCloseTo(
      0.5 * (0.4 * 1.75 + 0.6 * -0.25) + 0.5 * 1.75 - 1,
      12,
    );
  });

  it("has risk exponents from 1/2 to 2 that no truncation could keep", () => {
    const positions = car.stakeholders.map(({ position }) => position);
    const exponents = riskExponents(roundOf(car.stakeholders, positions, 6), "column");
    expect(Math.min(...exponents)).toBeCloseTo(0.5, 12);
    expect(Math.max(...exponents)).toBeCloseTo(2, 12);
    const between = exponents.filter((r) => r > 0.5001 && r < 1.9999);
    expect(between.length).toBeGreaterThan(4);
    // A whole exponent makes of every actor below 1 one with exponent 0, to whom all is the same.
    const round = roundOf(car.stakeholders, positions, 6);
    const r = exponents.find((one) => one < 1)!;
    expect(expectedGain(1, 0, Math.trunc(r), round)).toBeCloseTo(0, 12);
    expect(Math.abs(expectedGain(1, 0, r, round))).toBeGreaterThan(0.05);
  });

  it("ends within one year of the published outcomes of the car-emissions case", () => {
    expect(car.published.map(({ median }) => median)).toEqual([9.05, 9.9, 9.53]);
    for (const { median } of car.published)
      expect(Math.abs(end({}) - median)).toBeLessThanOrEqual(1);
    // The choice that moves it: security by row, and a confrontation that the loser pays for.
    expect(end({ security: "row" })).toBeCloseTo(9.39, 2);
    expect(end({ confrontation: "loser-moves" })).toBe(7);
  });
});

describe("varyChoices", () => {
  it("turns each open choice once from its default", () => {
    const runs = varyChoices(caseOf("car-emissions"));
    const names = runs.map(({ model, choice }) => `${model} ${choice}`);
    expect(new Set(names).size).toBe(names.length);
    expect(runs.filter(({ choice }) => choice === null)).toHaveLength(2);
    expect(names).toContain("spatial victory=octic");
    expect(names).toContain("expected-utility security=row");
  });
});

describe("stakeholders that no model can bargain over", () => {
  it.each([
    [[three[0]!], "cannot bargain"],
    [[three[0]!, { ...three[1]!, id: "a" }], "named twice"],
    [[three[0]!, { ...three[1]!, salience: 0 }], "(0, 1]"],
    [[three[0]!, { ...three[1]!, capability: -1 }], "above 0"],
    [[three[0]!, { ...three[1]!, position: Number.NaN }], "must be a number"],
  ])("are refused in one line", (stakeholders, text) => {
    expect(() => spatialModel(stakeholders)).toThrow(text);
    expect(() => expectedUtilityModel(stakeholders)).toThrow(text);
  });

  it("are refused a scale that does not hold them", () => {
    expect(() => spatialModel(three, SPATIAL_DEFAULTS, { low: 0, high: 0.8 })).toThrow("scale");
  });
});
