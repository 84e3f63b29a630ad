import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { bestPartitions } from "../../../src/kernels/best-partitions.ts";
import { changePoints } from "../../../src/measures/breaks/change-points.ts";
import { precisionWeights } from "../../../src/measures/breaks/precision-weights.ts";
import { serialCorrelation } from "../../../src/measures/breaks/serial-correlation.ts";

const lists = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 14 });

function residual(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
}

/** The least residual over all divisions with two breaks, tried one by one. */
function leastOfAll(values: readonly number[], minimum: number): number {
  let least = Infinity;
  for (let a = minimum; a <= values.length - 2 * minimum; a += 1) {
    for (let b = a + minimum; b <= values.length - minimum; b += 1) {
      const parts = [values.slice(0, a), values.slice(a, b), values.slice(b)];
      least = Math.min(
        least,
        parts.reduce((sum, part) => sum + residual(part), 0),
      );
    }
  }
  return least;
}

const ones = (n: number): number[] => Array.from({ length: n }, () => 1);

describe("bestPartitions", () => {
  it("is exact: no division with as many breaks fits better", () => {
    fc.assert(
      fc.property(lists, (values) => {
        const fits = bestPartitions(values, ones(values.length), 2, 2);
        expect(fits[2]!.residual).toBeCloseTo(leastOfAll(values, 2), 6);
        for (const { starts } of fits) {
          const bounds = [0, ...starts, values.length];
          for (const [k, bound] of bounds.slice(1).entries()) {
            expect(bound - bounds[k]!).toBeGreaterThanOrEqual(2);
          }
        }
      }),
    );
  });

  it("fits no worse with more breaks", () => {
    fc.assert(
      fc.property(lists, (values) => {
        const fits = bestPartitions(values, ones(values.length), 1, 4);
        for (const [k, { residual: own }] of fits.slice(1).entries()) {
          expect(own).toBeLessThanOrEqual(fits[k]!.residual + 1e-9);
        }
      }),
    );
  });
});

describe("changePoints", () => {
  const longer = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 12, maxLength: 20 });

  it("does not hang on the unit: twice the values, twice the levels", () => {
    fc.assert(
      fc.property(longer, fc.nat(100), (values, seed) => {
        const find = (factor: number) =>
          changePoints(
            values.map((value) => factor * value),
            { draws: 19, random: seededRandom(seed) },
          );
        const [once, twice] = [find(1), find(2)];
        expect(twice.breaks.map(({ index }) => index)).toEqual(
          once.breaks.map(({ index }) => index),
        );
        expect(twice.levels).toEqual(once.levels.map((level) => 2 * level));
        expect(twice.p).toBe(once.p);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps what it says in order and in range", () => {
    fc.assert(
      fc.property(longer, fc.nat(100), (values, seed) => {
        const found = changePoints(values, { draws: 19, random: seededRandom(seed) });
        expect(found.levels).toHaveLength(found.breaks.length + 1);
        expect(found.breaks.length).toBeLessThanOrEqual(found.proposed);
        for (const { index, lower, upper, p, before, after } of found.breaks) {
          expect(lower).toBeLessThanOrEqual(index);
          expect(upper).toBeGreaterThanOrEqual(index);
          expect(p).toBeGreaterThanOrEqual(found.smallestP);
          expect(p).toBeLessThanOrEqual(0.05);
          expect(before).not.toBe(after);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("weights and correlation", () => {
  it("keep their ranges: weights of mean 1, none more than a few times the mean", () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 9 })),
      { minLength: 4, maxLength: 20 },
    );
    fc.assert(
      fc.property(pairs, (rows) => {
        const values = rows.map(([value]) => value);
        const weights = precisionWeights(
          values,
          rows.map(([, error]) => error / 3),
        );
        const mean = weights.reduce((sum, weight) => sum + weight, 0) / rows.length;
        expect(mean).toBeCloseTo(1, 10);
        expect(Math.min(...weights)).toBeGreaterThan(0);
        const correlation = serialCorrelation(values, weights);
        expect(correlation).toBeGreaterThanOrEqual(0);
        expect(correlation).toBeLessThanOrEqual(0.9);
      }),
    );
  });
});
