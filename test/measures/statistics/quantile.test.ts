import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { quantile, quantiles } from "../../../src/measures/statistics/quantile.ts";

describe("quantile", () => {
  it("interpolates between order statistics, as R's type 7", () => {
    // quantile(c(1, 2, 4, 8), c(0.1, 0.5, 0.9)): places 0.3, 1.5 and 2.7.
    expect(quantile([1, 2, 4, 8], 0.1)).toBeCloseTo(1.3, 14);
    expect(quantile([1, 2, 4, 8], 0.5)).toBe(3);
    expect(quantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 14);
  });

  it("takes the ends, and a single value for everything", () => {
    expect(quantile([3, 5, 9], 0)).toBe(3);
    expect(quantile([3, 5, 9], 1)).toBe(9);
    expect(quantile([7], 0.3)).toBe(7);
  });

  it("sorts a copy", () => {
    const values = [10, 9, 100, 1];
    expect(quantiles(values, [0, 0.5, 1])).toEqual([1, 9.5, 100]);
    expect(values).toEqual([10, 9, 100, 1]);
  });

  it("refuses nothing at all and what is no probability", () => {
    expect(() => quantile([], 0.5)).toThrow(UsageError);
    expect(() => quantile([1], 1.1)).toThrow(UsageError);
    expect(() => quantile([1], Number.NaN)).toThrow(UsageError);
  });

  it("stays within the values and rises with the probability", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), unit, unit, (values, p, q) => {
        const [low, high] = quantiles(values, [Math.min(p, q), Math.max(p, q)]);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(high).toBeGreaterThanOrEqual(low! - 1e-9);
      }),
    );
  });
});
