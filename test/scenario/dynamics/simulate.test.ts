import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { batchEstimate } from "../../../src/scenario/dynamics/batch-estimate.ts";
import { compoundPoisson } from "../../../src/scenario/dynamics/compound-poisson.ts";
import { countDraws } from "../../../src/scenario/dynamics/draw-gamma.ts";
import type { DynamicsParameters } from "../../../src/scenario/dynamics/fit-dynamics.ts";
import { COMPARED_RULES, rulePasses } from "../../../src/scenario/dynamics/rule-passes.ts";
import type { StateKey } from "../../../src/states/state.ts";
import { simulatePath } from "../../../src/scenario/dynamics/simulate-path.ts";

const MEMBERS = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"] as unknown as readonly StateKey[];

const parameters: DynamicsParameters = {
  callRate: 0.4,
  answered: 0.7,
  exitDays: 0.004,
  sizes: [0.6, 0.4],
  support: (answered) => (answered ? { a: 9, b: 1 } : { a: 2, b: 2 }),
  abstain: { a: 1, b: 1 },
  odds: new Map([[MEMBERS[4]!, 0.5]]),
  passedAnswered: 0.9,
  stoppedAnswered: 0.2,
};

const options = {
  years: 10,
  members: MEMBERS,
  actual: "consensus",
  rules: COMPARED_RULES,
} as const;

function paths(seed: number, n: number, over: Partial<DynamicsParameters> = {}) {
  const random = seededRandom(seed);
  const draws = countDraws(random);
  return Array.from({ length: n }, () =>
    simulatePath({ ...parameters, ...over }, options, random, draws),
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("rulePasses", () => {
  it("counts the caller in favour, and asks for somebody to answer", () => {
    expect(rulePasses("unanimity", 5, 0, 6)).toBe(true);
    expect(rulePasses("unanimity", 4, 0, 6)).toBe(false);
    expect(rulePasses("consensus", 1, 0, 6)).toBe(true);
    expect(rulePasses("consensus", 4, 1, 6)).toBe(false);
    expect(rulePasses("two-thirds", 3, 2, 6)).toBe(true);
    expect(rulePasses("two-thirds", 2, 3, 6)).toBe(false);
    expect(rulePasses("majority", 3, 2, 6)).toBe(true);
    expect(rulePasses("majority", 2, 3, 6)).toBe(false);
    expect(rulePasses("each-for-itself", 1, 4, 6)).toBe(true);
    for (const rule of COMPARED_RULES) expect(rulePasses(rule, 0, 0, 1)).toBe(false);
  });

  it("lets through under a rule that asks for less whatever one that asks for more does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 31 }),
        (yes, no) => {
          const members = yes + no + 4;
          const passes = (rule: (typeof COMPARED_RULES)[number]): boolean =>
            rulePasses(rule, yes, no, members);
          if (passes("unanimity")) expect(passes("consensus")).toBe(true);
          if (passes("two-thirds")) expect(passes("majority")).toBe(true);
          if (passes("majority")) expect(passes("each-for-itself")).toBe(true);
          expect(passes("consensus")).toBe(passes("consensus-minus-abstainers"));
        },
      ),
    );
  });
});

describe("simulatePath", () => {
  it("brings calls, answers and exits at their rates", () => {
    const all = paths(1, 6000);
    const calls = all.reduce((sum, path) => sum + path.calls, 0);
    const own = COMPARED_RULES.indexOf("consensus");
    expect(calls / 6000).toBeCloseTo(4, 0);
    // Under the rule in force the recorded share holds, whatever the ballots.
    expect(all.reduce((sum, path) => sum + path.answered[own]!, 0) / calls).toBeCloseTo(0.7, 1);
    // The share with nobody gone in a year follows the compound Poisson distribution.
    const whole = meanOf(all.map(({ remaining }) => (remaining[0] === 6 ? 1 : 0)));
    expect(whole).toBeCloseTo(compoundPoisson(0.024, [0.6, 0.4], 5)[0]!, 2);
    const lost = meanOf(all.map(({ remaining }) => 6 - remaining[0]!));
    expect(lost).toBeCloseTo(0.024 * 1.4, 2);
  });

  it("never loses an answer under a rule that lets more through", () => {
    const at = (rule: (typeof COMPARED_RULES)[number]): number => COMPARED_RULES.indexOf(rule);
    for (const { answered, calls } of paths(2, 2000)) {
      expect(answered[at("unanimity")]).toBeLessThanOrEqual(answered[at("consensus")]!);
      expect(answered[at("two-thirds")]).toBeLessThanOrEqual(answered[at("majority")]!);
      expect(answered[at("majority")]).toBeLessThanOrEqual(answered[at("each-for-itself")]!);
      expect(Math.max(...answered)).toBeLessThanOrEqual(calls);
    }
  });

  it("moves no answer where what the rule stops is answered as often", () => {
    for (const { answered } of paths(3, 500, { passedAnswered: 0.5, stoppedAnswered: 0.6 })) {
      expect(new Set(answered).size).toBe(1);
    }
  });

  it("has no call without two members, and members that only leave", () => {
    for (const { remaining, calls } of paths(4, 200, { exitDays: 5, callRate: 0 })) {
      expect(calls).toBe(0);
      for (const [k, left] of remaining.entries()) {
        expect(left).toBeGreaterThanOrEqual(0);
        if (k > 0) expect(left).toBeLessThanOrEqual(remaining[k - 1]!);
      }
    }
  });

  it("repeats itself with the same seed", () => {
    expect(paths(9, 50)).toEqual(paths(9, 50));
  });
});

describe("batchEstimate", () => {
  it("is worked by hand", () => {
    const batches = [
      [
        { top: 1, bottom: 2 },
        { top: 1, bottom: 2 },
      ],
      [{ top: 3, bottom: 4 }],
      [{ top: 0, bottom: 0 }],
    ];
    const estimate = batchEstimate(batches, 0.9)!;
    expect(estimate.value).toBeCloseTo(5 / 8, 12);
    // Batches of 2/4 and 3/4: the fifth and ninety-fifth part of the way between them.
    expect(estimate.lower).toBeCloseTo(0.5125, 12);
    expect(estimate.upper).toBeCloseTo(0.7375, 12);
    // Residuals 2 - 2.5, 3 - 2.5 and 0 over the eight in all.
    expect(estimate.error).toBeCloseTo(Math.sqrt(0.5) / 8, 12);
    expect(estimate.least).toBeCloseTo(0.5, 12);
  });

  it("is null where no future has a value", () => {
    expect(batchEstimate([[{ top: 0, bottom: 0 }]], 0.9)).toBeNull();
  });
});
