import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";
import { normalDraws } from "../../src/measures/positions/draw-normal.ts";
import { betaBinomial } from "../../src/scenario/beta-binomial.ts";
import { drawBeta } from "../../src/scenario/draw-beta.ts";

/** The probability of k of n by the beta-binomial, from products alone. */
function mass(k: number, n: number, a: number, b: number): number {
  let value = 1;
  for (let i = 0; i < k; i += 1) value *= (a + i) / (i + 1);
  for (let i = 0; i < n - k; i += 1) value *= (b + i) / (i + 1);
  for (let i = 0; i < n; i += 1) value *= (i + 1) / (a + b + i);
  return value;
}

describe("betaBinomial", () => {
  it("is the posterior mean over the grid, worked out afresh", () => {
    const counts = [
      { successes: 3, trials: 4 },
      { successes: 0, trials: 2 },
      { successes: 5, trials: 5 },
    ];
    let total = 0;
    let mean = 0;
    let correlation = 0;
    for (let i = 0; i < 40; i += 1) {
      for (let j = 0; j < 20; j += 1) {
        const [m, r] = [(i + 0.5) / 40, (j + 0.5) / 20];
        const strength = 1 / r - 1;
        let weight = 1 / Math.sqrt(m * (1 - m));
        for (const { successes, trials } of counts) {
          weight *= mass(successes, trials, m * strength, (1 - m) * strength);
        }
        total += weight;
        mean += weight * m;
        correlation += weight * r;
      }
    }
    const found = betaBinomial(counts);
    expect(found.mean).toBeCloseTo(mean / total, 10);
    expect(found.correlation).toBeCloseTo(correlation / total, 10);
    expect([found.cases, found.trials]).toEqual([3, 11]);
  });

  it("tells cases that go together from cases that do not", () => {
    const together = Array.from({ length: 12 }, (_, i) => ({
      successes: i % 2 === 0 ? 6 : 0,
      trials: 6,
    }));
    const apart = Array.from({ length: 12 }, () => ({ successes: 3, trials: 6 }));
    expect(betaBinomial(together).correlation).toBeGreaterThan(0.7);
    expect(betaBinomial(apart).correlation).toBeLessThan(0.15);
    expect(betaBinomial(together).mean).toBeCloseTo(0.5, 6);
  });

  it("is its prior without a case: a mean of one half", () => {
    expect(betaBinomial([]).mean).toBeCloseTo(0.5, 10);
  });
});

describe("drawBeta", () => {
  it.each([
    [2, 3],
    [0.3, 0.2],
    [40, 4],
  ])("has the mean and the variance of Beta(%d, %d)", (a, b) => {
    const random = seededRandom(11);
    const normal = normalDraws(random);
    const draws = Array.from({ length: 20_000 }, () => drawBeta(a, b, random, normal));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(4 * Math.sqrt(expected / draws.length));
    expect(variance / expected).toBeGreaterThan(0.93);
    expect(variance / expected).toBeLessThan(1.07);
    for (const draw of draws) expect(draw >= 0 && draw <= 1).toBe(true);
  });
});
