import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { clopperPearson } from "../../../src/measures/statistics/clopper-pearson.ts";
import { incompleteBeta } from "../../../src/measures/statistics/incomplete-beta.ts";

const golden = readFileSync(
  new URL("../../golden/clopper-pearson.csv", import.meta.url),
  "utf8",
)
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number) as [number, number, number, number, number]);

describe("clopperPearson", () => {
  it("has golden values that include none and all of the trials", () => {
    expect(golden.length).toBeGreaterThanOrEqual(50);
    expect(golden.some(([successes]) => successes === 0)).toBe(true);
    expect(golden.some(([successes, trials]) => successes === trials)).toBe(true);
  });

  it.each(golden)(
    "agrees with R for %i of %i at %f",
    (successes, trials, level, lower, upper) => {
      const interval = clopperPearson(successes, trials, level);
      expect(Math.abs(interval.lower - lower)).toBeLessThan(1e-10);
      expect(Math.abs(interval.upper - upper)).toBeLessThan(1e-10);
    },
  );

  it("rules nothing out without a trial", () => {
    expect(clopperPearson(0, 0)).toEqual({ lower: 0, upper: 1 });
  });

  it("inverts the exact test: each limit puts half of 1 - level in its tail", () => {
    // P(X >= k | p) = I_p(k, n - k + 1) and P(X <= k | p) = 1 - I_p(k + 1, n - k).
    const { lower, upper } = clopperPearson(4, 11, 0.9);
    expect(incompleteBeta(lower, 4, 8)).toBeCloseTo(0.05, 12);
    expect(1 - incompleteBeta(upper, 5, 7)).toBeCloseTo(0.05, 12);
  });

  it("covers at least the level for every p, counted exactly", () => {
    const trials = 8;
    for (let step = 1; step < 40; step += 1) {
      const p = step / 40;
      let covered = 0;
      let mass = 1;
      for (let i = 0; i < trials; i += 1) mass *= 1 - p;
      for (let k = 0; k <= trials; k += 1) {
        const { lower, upper } = clopperPearson(k, trials, 0.9);
        if (lower <= p && p <= upper) covered += mass;
        mass *= ((trials - k) / (k + 1)) * (p / (1 - p));
      }
      expect(covered).toBeGreaterThanOrEqual(0.9);
    }
  });

  it("refuses what is not a count or a level", () => {
    expect(() => clopperPearson(3, 2)).toThrow(UsageError);
    expect(() => clopperPearson(0.5, 2)).toThrow(UsageError);
    expect(() => clopperPearson(1, -1)).toThrow(UsageError);
    expect(() => clopperPearson(1, 2, 1)).toThrow(UsageError);
  });
});
