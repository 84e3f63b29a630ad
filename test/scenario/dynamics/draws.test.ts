import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { logGamma } from "../../../src/measures/statistics/log-gamma.ts";
import { compoundPoisson } from "../../../src/scenario/dynamics/compound-poisson.ts";
import { countDraws } from "../../../src/scenario/dynamics/draw-gamma.ts";

const N = 40_000;

function moments(draw: () => number): { readonly mean: number; readonly variance: number } {
  const values = Array.from({ length: N }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / N;
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / N;
  return { mean, variance };
}

describe("countDraws", () => {
  it.each([0.2, 1, 4.5])("draws a gamma of shape %s", (shape) => {
    const { gamma } = countDraws(seededRandom(1));
    const { mean, variance } = moments(() => gamma(shape));
    expect(mean / shape).toBeCloseTo(1, 1);
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.08);
  });

  it("draws a beta within [0, 1], ends included where its parameters are tiny", () => {
    const { beta } = countDraws(seededRandom(2));
    const { mean, variance } = moments(() => beta(2, 3));
    expect(mean).toBeCloseTo(0.4, 2);
    expect(variance).toBeCloseTo(0.04, 2);
    const tiny = moments(() => beta(3e-5, 1e-5));
    expect(tiny.mean).toBeCloseTo(0.75, 1);
  });

  it.each([0, 0.3, 7, 75])("draws a Poisson count of mean %s", (mean) => {
    const { poisson } = countDraws(seededRandom(4));
    const found = moments(() => poisson(mean));
    expect(Math.abs(found.mean - mean)).toBeLessThan(0.05 + mean * 0.01);
    expect(Math.abs(found.variance - mean)).toBeLessThan(0.05 + mean * 0.04);
  });
});

describe("compoundPoisson", () => {
  it("is the Poisson distribution with sizes of one", () => {
    const chances = compoundPoisson(2.5, [1], 30);
    for (let n = 0; n <= 20; n += 1) {
      const exact = Math.exp(-2.5 + n * Math.log(2.5) - logGamma(n + 1));
      expect(chances[n]).toBeCloseTo(exact, 12);
    }
  });

  it("is worked by hand for sizes of one and two", () => {
    // Two events at most matter for a sum of two: p(2) = e^-1 (f(2) + f(1)^2 / 2).
    const chances = compoundPoisson(1, [0.75, 0.25], 2);
    expect(chances[0]).toBeCloseTo(Math.exp(-1), 14);
    expect(chances[1]).toBeCloseTo(0.75 * Math.exp(-1), 14);
    expect(chances[2]).toBeCloseTo((0.25 + 0.28125) * Math.exp(-1), 14);
  });

  it("adds up to one, with mean that of count times size", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (mean, two) => {
          const chances = compoundPoisson(mean, [1 - two, two], 120);
          const total = chances.reduce((sum, chance) => sum + chance, 0);
          const first = chances.reduce((sum, chance, n) => sum + n * chance, 0);
          expect(total).toBeCloseTo(1, 9);
          expect(first).toBeCloseTo(mean * (1 + two), 7);
        },
      ),
    );
  });
});
