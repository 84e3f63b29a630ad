import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../../src/measures/statistics/clopper-pearson.ts";
import { incompleteBeta } from "../../../src/measures/statistics/incomplete-beta.ts";
import { logGamma } from "../../../src/measures/statistics/log-gamma.ts";

const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe("incompleteBeta", () => {
  it("mirrors: I_x(a, b) + I_(1-x)(b, a) = 1", () => {
    // Dyadic x, so that 1 - x is exact.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 }), shape, shape, (k, a, b) => {
        const x = k / 1024;
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("lies in [0, 1] and rises with x", () => {
    fc.assert(
      fc.property(unit, unit, shape, shape, (x, y, a, b) => {
        const low = incompleteBeta(Math.min(x, y), a, b);
        const high = incompleteBeta(Math.max(x, y), a, b);
        expect(low).toBeGreaterThanOrEqual(-1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(high).toBeGreaterThanOrEqual(low - 1e-10);
      }),
    );
  });

  it("is x for the uniform distribution", () => {
    fc.assert(
      fc.property(unit, (x) => {
        expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
      }),
    );
  });
});

describe("logGamma", () => {
  it("keeps the recurrence of the factorial", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5000, noNaN: true }), (x) => {
        const step = logGamma(x + 1) - logGamma(x);
        expect(Math.abs(step - Math.log(x))).toBeLessThan(1e-10);
      }),
    );
  });

  it("knows gamma(1/2) and 100!", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(101)).toBeCloseTo(363.7393755555635, 11);
  });
});

describe("clopperPearson", () => {
  const sample = fc
    .integer({ min: 1, max: 400 })
    .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

  it("contains the share, mirrors with successes and failures, and widens with the level", () => {
    fc.assert(
      fc.property(sample, ([successes, trials]) => {
        const narrow = clopperPearson(successes, trials, 0.9);
        const wide = clopperPearson(successes, trials, 0.99);
        const mirrored = clopperPearson(trials - successes, trials, 0.9);
        expect(narrow.lower).toBeLessThanOrEqual(successes / trials);
        expect(narrow.upper).toBeGreaterThanOrEqual(successes / trials);
        expect(mirrored.lower).toBeCloseTo(1 - narrow.upper, 12);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
      }),
    );
  });
});
