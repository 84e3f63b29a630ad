import { describe, expect, it } from "vitest";
import { correlation } from "../../../bench/positions-compare.ts";
import { simulateVotes } from "../../../bench/positions-simulate.ts";
import { UsageError } from "../../../src/errors.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { effectiveSize, splitRHat } from "../../../src/measures/positions/convergence.ts";
import { drawBetween, normalDraws } from "../../../src/measures/positions/draw-normal.ts";
import { fitPositions } from "../../../src/measures/positions/fit-positions.ts";
import { samplePositions } from "../../../src/measures/positions/sample-positions.ts";

const open = await createPositionKernel();
const plan = {
  voters: 25,
  periods: 4,
  itemsPerPeriod: 20,
  evolution: 0.1,
  absence: 0.1,
  linked: 0.2,
  categories: 3,
};
const sampling = { draws: 300, burn: 150, thin: 2, chains: 2 } as const;

describe("samplePositions", () => {
  it("agrees with the maximum and its intervals, and its chains with each other", () => {
    const { data, evolution } = simulateVotes(plan, seededRandom(21));
    const options = { evolution, anchors: { high: 0, low: 1 } };
    const fit = fitPositions(data, options, open);
    const sample = samplePositions(
      data,
      { ...options, ...sampling, random: seededRandom(1) },
      open,
    );
    expect(correlation([...sample.rows.position], [...fit.rows.position])).toBeGreaterThan(
      0.995,
    );
    const ratios = Array.from(sample.rows.se, (se, c) => se / (fit.rows.se[c] ?? NaN));
    ratios.sort((a, b) => a - b);
    expect(ratios[ratios.length >> 1]).toBeGreaterThan(0.9);
    expect(ratios[ratios.length >> 1]).toBeLessThan(1.1);
    const rHat = [...sample.rHat].sort((a, b) => a - b);
    expect(rHat[Math.floor(rHat.length * 0.95)]).toBeLessThan(1.06);
    expect(Math.min(...sample.effective)).toBeGreaterThan(30);
    expect(sample.accepted).toBeGreaterThan(0.15);
    expect(sample.accepted).toBeLessThan(0.5);
  });

  it("gives the same draws for the same seed", () => {
    const { data } = simulateVotes(plan, seededRandom(22));
    const short = { draws: 5, burn: 2, thin: 1, chains: 2, anchors: { high: 0 } };
    const once = samplePositions(data, { ...short, random: seededRandom(7) }, open);
    const twice = samplePositions(data, { ...short, random: seededRandom(7) }, open);
    const other = samplePositions(data, { ...short, random: seededRandom(8) }, open);
    expect(twice.rows).toEqual(once.rows);
    expect(other.rows.position).not.toEqual(once.rows.position);
  });

  it("refuses counts out of range", () => {
    const { data } = simulateVotes(plan, seededRandom(23));
    const wrong = { draws: 3, burn: 0, thin: 1, chains: 1, random: seededRandom(1) };
    expect(() => samplePositions(data, wrong, open)).toThrow(UsageError);
    expect(() => samplePositions(data, wrong, open)).toThrow("draws");
  });
});

describe("drawBetween", () => {
  // Means from R: (dnorm(lower) - dnorm(upper)) / (pnorm(upper) - pnorm(lower)).
  it.each([
    [0, Infinity, 0.79788456],
    [-Infinity, 0.1, -0.73533175],
    [-Infinity, -3, -3.2830987],
    [4, Infinity, 4.2256071],
    [-1, 1, 0],
    [0.5, 0.6, 0.54954184],
    [3, 3.1, 3.0474631],
    [-0.2, 2.5, 0.65180065],
    [2, 6, 2.3732155],
  ])("between %f and %f has mean %f", (lower, upper, mean) => {
    const random = seededRandom(31);
    const normal = normalDraws(random);
    const draws = Array.from({ length: 20_000 }, () =>
      drawBetween(random, normal, lower, upper),
    );
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(lower);
    expect(Math.max(...draws)).toBeLessThanOrEqual(upper);
    const found = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    expect(Math.abs(found - mean)).toBeLessThan(0.025);
  });
});

describe("convergence", () => {
  const random = seededRandom(41);
  const normal = normalDraws(random);
  const series = (length: number, keep: number, shift = 0): Float64Array => {
    let value = 0;
    return Float64Array.from({ length }, () => {
      value = keep * value + Math.sqrt(1 - keep * keep) * normal();
      return value + shift;
    });
  };
  it("finds independent draws worth their number", () => {
    const chains = [series(1000, 0), series(1000, 0)];
    expect(splitRHat(chains)).toBeLessThan(1.01);
    expect(effectiveSize(chains)).toBeGreaterThan(1500);
  });
  it("discounts draws that follow each other, by (1 - a) / (1 + a)", () => {
    const found = effectiveSize([series(5000, 0.8), series(5000, 0.8)]) / 10_000;
    expect(found).toBeGreaterThan(0.07);
    expect(found).toBeLessThan(0.16);
  });
  it("shows chains apart, and says nothing of too few draws", () => {
    expect(splitRHat([series(500, 0), series(500, 0, 2)])).toBeGreaterThan(1.3);
    expect(splitRHat([Float64Array.of(1, 2, 3)])).toBeNaN();
    expect(effectiveSize([Float64Array.of(1, 1, 1, 1)])).toBeNaN();
  });
});
