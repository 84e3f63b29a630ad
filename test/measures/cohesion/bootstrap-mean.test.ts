import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { bootstrapMean } from "../../../src/measures/cohesion/bootstrap-mean.ts";

const numbered = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe("bootstrapMean", () => {
  const random = seededRandom(3);
  const values = Array.from({ length: 200 }, () => random.uniform());

  it("approaches the normal interval where every value is its own family", () => {
    const { mean, lower, upper, families, n } = bootstrapMean(values, numbered(200), {
      draws: 4000,
      level: 0.9,
      random: seededRandom(1),
    });
    const variance =
      values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 200;
    const half = 1.6449 * Math.sqrt(variance / 200);
    expect(families).toBe(200);
    expect(n).toBe(200);
    expect(mean - lower!).toBeGreaterThan(0.9 * half);
    expect(mean - lower!).toBeLessThan(1.1 * half);
    expect(upper! - mean).toBeGreaterThan(0.9 * half);
    expect(upper! - mean).toBeLessThan(1.1 * half);
  });

  it("widens as much as texts repeat: five copies of a value are worth one", () => {
    const copied = values.flatMap((value) => [value, value, value, value, value]);
    const families = numbered(1000).map((index) => Math.floor(index / 5));
    const options = { draws: 500 };
    const single = bootstrapMean(values, numbered(200), {
      ...options,
      random: seededRandom(5),
    });
    const grouped = bootstrapMean(copied, families, { ...options, random: seededRandom(5) });
    const naive = bootstrapMean(copied, numbered(1000), {
      ...options,
      random: seededRandom(5),
    });
    expect(grouped.lower).toBeCloseTo(single.lower!, 12);
    expect(grouped.upper).toBeCloseTo(single.upper!, 12);
    expect(naive.upper! - naive.lower!).toBeLessThan(0.6 * (grouped.upper! - grouped.lower!));
  });

  it("covers the true mean of clustered values about as often as it says", () => {
    const source = seededRandom(11);
    let covered = 0;
    const rounds = 300;
    for (let round = 0; round < rounds; round += 1) {
      const families = numbered(120).map((index) => Math.floor(index / 4));
      const centres = Array.from({ length: 30 }, () => source.uniform());
      const drawn = families.map((family) => (centres[family]! + source.uniform()) / 2);
      const { lower, upper } = bootstrapMean(drawn, families, { draws: 200, random: source });
      if (lower! <= 0.5 && upper! >= 0.5) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.83);
    expect(covered / rounds).toBeLessThan(0.95);
  });

  it("is the same for the same seed, whatever the families are called", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, shift) => {
        const few = values.slice(0, 40);
        const families = numbered(40).map((index) => index % 13);
        const renamed = families.map((family) => 1000 - 7 * family + shift);
        const options = { draws: 50 };
        expect(bootstrapMean(few, renamed, { ...options, random: seededRandom(seed) })).toEqual(
          bootstrapMean(few, families, { ...options, random: seededRandom(seed) }),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("keeps the mean and withholds the interval below ten families", () => {
    const result = bootstrapMean([0, 1, 1], [4, 5, 5], { random: seededRandom(1) });
    expect(result.mean).toBeCloseTo(2 / 3, 14);
    expect(result.lower).toBeNull();
    expect(result.upper).toBeNull();
    expect(result.withheld).toBe("2 families of resolutions; 10 are needed");
  });

  it("refuses lists that do not match and odd options", () => {
    const options = { random: seededRandom(1) };
    expect(() => bootstrapMean([], [], options)).toThrow(UsageError);
    expect(() => bootstrapMean([1], [], options)).toThrow(UsageError);
    expect(() => bootstrapMean([1], [1], { ...options, draws: 0 })).toThrow(UsageError);
    expect(() => bootstrapMean([1], [1], { ...options, level: 1 })).toThrow(UsageError);
  });
});
