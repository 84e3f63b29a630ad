import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { chiSquareTail } from "../../../src/measures/durability/chi-square-tail.ts";
import { competingIncidence } from "../../../src/measures/durability/competing-incidence.ts";
import { concordance } from "../../../src/measures/durability/concordance.ts";
import { conditionalRows } from "../../../src/measures/durability/conditional-rows.ts";
import { coxFit } from "../../../src/measures/durability/cox-fit.ts";
import { logRank } from "../../../src/measures/durability/log-rank.ts";
import { productLimit, survivalAt } from "../../../src/measures/durability/product-limit.ts";
import { predictedSurvival } from "../../../src/measures/durability/predicted-survival.ts";
import type { CoxRows } from "../../../src/measures/durability/survival-rows.ts";

const spell = fc.record({
  stop: fc.integer({ min: 1, max: 30 }),
  event: fc.integer({ min: 0, max: 1 }),
  x: fc.integer({ min: -5, max: 5 }),
  late: fc.integer({ min: 0, max: 10 }),
});
const spells = fc.array(spell, { minLength: 12, maxLength: 60 });
type Spell = typeof spell extends fc.Arbitrary<infer T> ? T : never;

const rowsOf = (list: readonly Spell[], late = false): CoxRows => ({
  start: late ? Float64Array.from(list, (one) => one.late) : null,
  stop: Float64Array.from(list, (one) => one.stop + (late ? one.late : 0)),
  event: Uint8Array.from(list, (one) => one.event),
  names: ["x"],
  covariates: [Float64Array.from(list, (one) => one.x)],
});

/** The fit, or null where the drawn rows bear none. */
function fitted(rows: CoxRows) {
  try {
    const fit = coxFit(rows);
    return fit.unbounded.length > 0 || Math.abs(fit.coefficients[0]!) > 5 ? null : fit;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

describe("productLimit", () => {
  it("falls from 1, within its limits, and ends at the share left where nothing is censored", () => {
    fc.assert(
      fc.property(spells, fc.boolean(), (list, late) => {
        const { steps } = productLimit(rowsOf(list, late), 0.9);
        let last = 1;
        for (const { survival, lower, upper, atRisk, events } of steps) {
          expect(survival).toBeLessThanOrEqual(last);
          expect(events).toBeLessThanOrEqual(atRisk);
          if (lower !== null) expect(lower).toBeLessThanOrEqual(survival);
          if (upper !== null) expect(upper).toBeGreaterThanOrEqual(survival);
          last = survival;
        }
        const full = list.map((one) => ({ ...one, event: 1 }));
        const curve = productLimit(rowsOf(full));
        const left = full.filter(({ stop }) => stop > 9).length / full.length;
        expect(survivalAt(curve, 9).survival).toBeCloseTo(left, 12);
      }),
    );
  });

  it("factors: lasting to 12 is lasting to 5 and, from there, to 12", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const rows = rowsOf(list);
        const later = conditionalRows(rows, 5);
        const all = survivalAt(productLimit(rows), 12).survival;
        const first = survivalAt(productLimit(rows), 5).survival;
        if (later === null) return;
        const second = survivalAt(productLimit(later), 12).survival;
        expect(first * second).toBeCloseTo(all, 12);
      }),
    );
  });
});

describe("competingIncidence", () => {
  it("adds up to what has not lasted, and is the curve where there is one cause", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const rows = rowsOf(list);
        const cause = Uint8Array.from(list, ({ event, x }) =>
          event === 0 ? 0 : x > 0 ? 1 : 2,
        );
        const both = competingIncidence({ ...rows, cause, causes: ["a", "b"] });
        const curve = productLimit(rows);
        for (const [k, { time, incidence }] of both.get("a")!.entries()) {
          const other = both.get("b")![k]!.incidence;
          expect(incidence + other).toBeCloseTo(1 - survivalAt(curve, time).survival, 12);
        }
        const single = competingIncidence({ ...rows, cause: rows.event, causes: ["end"] });
        for (const { time, incidence, error } of single.get("end")!) {
          const step = curve.steps.find((one) => one.time === time)!;
          expect(incidence).toBeCloseTo(1 - step.survival, 12);
          // The jackknife of one cause is Greenwood's formula.
          if (step.survival > 0) expect(error).toBeCloseTo(step.survival * step.error, 10);
        }
      }),
    );
  });
});

describe("coxFit", () => {
  it("turns its sign with the covariate and does not mind a shift, a unit or the order", () => {
    fc.assert(
      fc.property(spells, fc.boolean(), (list, late) => {
        const fit = fitted(rowsOf(list, late));
        if (fit === null) return;
        const [b] = fit.coefficients as unknown as [number];
        const moved = list.map((one) => ({ ...one, x: -3 * one.x + 100 })).reverse();
        const other = coxFit(rowsOf(moved, late));
        expect(other.coefficients[0]! * -3).toBeCloseTo(b, 7);
        expect(other.errors[0]! * 3).toBeCloseTo(fit.errors[0]!, 7);
        expect(other.logLikelihood[1]).toBeCloseTo(fit.logLikelihood[1], 7);
        expect(fit.logLikelihood[1]).toBeGreaterThanOrEqual(fit.logLikelihood[0] - 1e-9);
      }),
    );
  });

  it("is the same for a subject cut into rows, clustered or not", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const whole = rowsOf(list);
        const cluster = Int32Array.from(list, (_, i) => i);
        if (fitted(whole) === null) return;
        const fit = coxFit({ ...whole, cluster });
        const cut = list.flatMap((one, i) =>
          one.stop < 3
            ? [{ ...one, from: 0, i }]
            : [
                { ...one, stop: 2, event: 0, from: 0, i },
                { ...one, from: 2, i },
              ],
        );
        const parts = coxFit({
          ...rowsOf(cut),
          start: Float64Array.from(cut, ({ from }) => from),
          cluster: Int32Array.from(cut, ({ i }) => i),
        });
        expect(parts.coefficients[0]).toBeCloseTo(fit.coefficients[0]!, 7);
        expect(parts.modelVariance[0]).toBeCloseTo(fit.modelVariance[0]!, 7);
        expect(parts.variance[0]).toBeCloseTo(fit.variance[0]!, 7);
        const at = { times: [4, 11] };
        const [one, two] = [predictedSurvival(fit, [1], at), predictedSurvival(parts, [1], at)];
        expect(two[1]!.survival).toBeCloseTo(one[1]!.survival, 7);
        expect(two[1]!.error).toBeCloseTo(one[1]!.error, 6);
      }),
    );
  });

  it("scores like the log-rank test where the covariate is a group and no times are tied", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const rows = rowsOf(list.map((one, i) => ({ ...one, x: i % 2 })));
        const untied = { ...rows, stop: rows.stop.map((stop, i) => stop + i / 1000) };
        const fit = fitted(untied);
        if (fit === null) return;
        const test = logRank(untied, Int32Array.from(untied.covariates[0]!));
        expect(fit.scoreTest).toBeCloseTo(test.chiSquare, 7);
        expect(test.groups[0]!.expected + test.groups[1]!.expected).toBeCloseTo(fit.events, 9);
      }),
    );
  });

  it("says which covariate cannot be told apart, and which runs off", () => {
    const list = Array.from({ length: 20 }, (_, i) => ({
      stop: i + 1,
      event: 1,
      x: i,
      late: 0,
    }));
    const rows = rowsOf(list);
    const twice = {
      ...rows,
      names: ["x", "y"],
      covariates: [rows.covariates[0]!, rows.covariates[0]!.map((v) => 2 * v)],
    };
    expect(() => coxFit(twice)).toThrow('covariate "y" cannot be told from those before it');
    expect(coxFit(rows).unbounded).toEqual(["x"]);
    const censored = { ...rows, event: new Uint8Array(20) };
    expect(() => coxFit(censored)).toThrow("needs an event");
    expect(() => coxFit({ ...rows, start: rows.stop })).toThrow("row 0: (1, 1]");
  });
});

describe("concordance", () => {
  it("is turned round with the score and one half for equal scores", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const rows = rowsOf([
          ...list,
          { stop: 1, event: 1, x: 0, late: 0 },
          { stop: 40, event: 0, x: 1, late: 0 },
        ]);
        const scores = rows.covariates[0]!;
        const one = concordance(rows, scores);
        const other = concordance(
          rows,
          scores.map((x) => -x),
        );
        expect(one.value + other.value).toBeCloseTo(1, 12);
        expect(one.error).toBeCloseTo(other.error, 12);
        expect(
          concordance(
            rows,
            scores.map(() => 7),
          ).value,
        ).toBe(0.5);
        // A censoring stands after an event of the same time.
        const order = rows.stop.map((stop, i) => rows.event[i]! / 2 - stop);
        expect(concordance(rows, order).value).toBe(1);
      }),
    );
  });
});

describe("chiSquareTail", () => {
  it("is exp(-x/2) on two degrees of freedom, and falls", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 80, noNaN: true }), (x) => {
        expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10);
        expect(chiSquareTail(x + 1, 5)).toBeLessThan(chiSquareTail(x, 5));
      }),
    );
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  });
});
