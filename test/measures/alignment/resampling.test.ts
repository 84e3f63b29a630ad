import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { multinomialWeights } from "../../../src/kernels/multinomial-weights.ts";
import { percentileInterval } from "../../../src/measures/alignment/percentile-interval.ts";
import { placeInOrder } from "../../../src/measures/alignment/place-in-order.ts";
import { quantile } from "../../../src/measures/statistics/quantile.ts";

const numbers = fc.array(
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })),
  {
    minLength: 1,
    maxLength: 200,
  },
);

test("placeInOrder puts the k-th value in its place and keeps the rest on its side", () => {
  fc.assert(
    fc.property(numbers, fc.nat(), (list, seed) => {
      const k = seed % list.length;
      const placed = placeInOrder(Float64Array.from(list), k);
      const sorted = Float64Array.from(list).sort();
      expect(placed[k] === sorted[k]).toBe(true);
      expect(placed.subarray(0, k).every((value) => value <= (sorted[k] ?? 0))).toBe(true);
      expect(placed.subarray(k).every((value) => value >= (sorted[k] ?? 0))).toBe(true);
      // Zero has two signs that no order tells apart; adding zero leaves one.
      const values = (array: Float64Array) =>
        [...array].sort((x, y) => x - y).map((x) => x + 0);
      expect(values(placed)).toEqual(values(sorted));
    }),
  );
});

test("percentileInterval is the quantiles of the sorted values", () => {
  const finite = fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(finite, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (list, level) => {
      const sorted = Float64Array.from(list).sort();
      const tail = (1 - level) / 2;
      const expected = { lower: quantile(sorted, tail), upper: quantile(sorted, 1 - tail) };
      expect(percentileInterval(Float64Array.from(list), level)).toEqual(expected);
    }),
  );
  const gaps = Float64Array.from({ length: 100 }, (_, index) =>
    index < 10 ? Number.NaN : index,
  );
  expect(percentileInterval(gaps.slice(), 0.9)).not.toBeNull();
  gaps[10] = Number.NaN;
  expect(percentileInterval(gaps, 0.9)).toBeNull();
});

describe("multinomialWeights", () => {
  test("shares out as many hits as there are units", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }), (sizes) => {
        const units = sizes.reduce((sum, size) => sum + size, 0);
        const weights = multinomialWeights(sizes, 5, seededRandom(units));
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        for (let d = 0; d < 5; d++) {
          const own = weights.filter((_, index) => index % 5 === d);
          expect(own.reduce((sum, weight) => sum + weight, 0)).toBe(units);
        }
      }),
    );
  });

  // The last has more trials than one table of binomial probabilities holds.
  test.each([[[60, 25, 10, 4, 1]], [[1, 1, 1, 1, 1, 1]], [[900, 500, 100]]])(
    "has multinomial means and variances: %j",
    (sizes) => {
      const units = sizes.reduce((sum, size) => sum + size, 0);
      const draws = 40000;
      const weights = multinomialWeights(sizes, draws, seededRandom(11));
      sizes.forEach((size, k) => {
        let sum = 0;
        let squares = 0;
        for (const weight of weights.subarray(k * draws, (k + 1) * draws)) {
          sum += weight - size;
          squares += (weight - size) * (weight - size);
        }
        const variance = size * (1 - size / units);
        expect(Math.abs(sum / draws)).toBeLessThan(5 * Math.sqrt(variance / draws));
        expect(Math.abs(squares / draws / variance - 1)).toBeLessThan(0.05);
      });
    },
  );
});
