import { assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  keepBaseRate,
  keepModel,
  outlook,
} from "../../../src/measures/durability/age-hazard.ts";
import { allianceCovariates } from "../../../src/measures/durability/alliance-covariates.ts";
import { coxFit } from "../../../src/measures/durability/cox-fit.ts";
import {
  type Life,
  lifeRows,
  lifeYears,
  newYear,
} from "../../../src/measures/durability/life-years.ts";
import { outOfTime } from "../../../src/measures/durability/out-of-time.ts";
import { predictedSurvival } from "../../../src/measures/durability/predicted-survival.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { record } from "../../laboratory.ts";

type X = "x";

const life = (
  cluster: string,
  from: number,
  to: number,
  ended: boolean,
  x: number,
): Life<X> => ({
  cluster,
  from: newYear(from),
  to: newYear(from) + (to - from) * 365.25,
  ended,
  stratum: 0,
  covariatesOn: () => ({ x }),
});

/** Lives from 1950 on whose rate of ends is 0.05 a year, times e for x = 1. */
function simulated(n: number, seed = 7): readonly Life<X>[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const x = i % 2;
    const years = -Math.log(1 - random.uniform()) / (0.05 * Math.exp(x));
    return life(String(i), 1950, 1950 + Math.min(40, Math.max(0.01, years)), years < 40, x);
  });
}

describe("allianceCovariates", () => {
  const all = {
    members: 3,
    gdp: [6, 3, 1],
    positions: [0, 1, 3],
    regimes: ["democracy", "democracy", "autocracy"],
    formal: true,
  };

  it("is the hand-worked one", () => {
    const found = allianceCovariates(all);
    expect(found.asymmetry).toBeCloseTo(0.6, 12);
    // Distances 1, 3 and 2.
    expect(found.distance).toBeCloseTo(2, 12);
    expect(found.size).toBeCloseTo(Math.log(3), 12);
    expect(found.formal).toBe(1);
    expect(found.likeness).toBeCloseTo(1 / 3, 12);
  });

  it("does not know what too few members tell", () => {
    const found = allianceCovariates({
      ...all,
      members: 6,
      positions: [1],
      regimes: [],
      formal: null,
    });
    // Three of six GDPs are not more than half.
    expect(found).toMatchObject({
      asymmetry: null,
      distance: null,
      formal: null,
      likeness: null,
    });
  });
});

describe("lifeYears", () => {
  it("cuts a life at each new year, adds up to it, and ends it once", () => {
    const rows = lifeYears([life("a", 1950, 1953.5, true, 0)], 1947, 1990);
    expect(rows.map(({ year }) => year)).toEqual([1950, 1951, 1952, 1953]);
    expect(rows.reduce((sum, { start, stop }) => sum + stop - start, 0)).toBeCloseTo(3.5, 10);
    expect(rows.map(({ event }) => event)).toEqual([false, false, false, true]);
  });

  it("enters late what began before, and does not see an end after the last year", () => {
    const rows = lifeYears([life("a", 1940, 1995, true, 0)], 1947, 1990);
    expect(rows[0]!.start).toBeCloseTo(7, 1);
    expect(rows.some(({ event }) => event)).toBe(false);
    expect(rows.at(-1)!.year).toBe(1990);
  });
});

describe("keepBaseRate", () => {
  it("is ends over years lived in each band of age", () => {
    const lives = [life("a", 1950, 1953, true, 0), life("b", 1950, 1956, false, 0)];
    const kept = keepBaseRate(lifeYears(lives, 1950, 1990), 0);
    const at = (from: number) => kept.hazards.find((band) => band.from === from)!;
    expect(at(0).rate).toBe(0);
    // One end over 2 + 4 years between one and five.
    expect(at(1).rate).toBeCloseTo(1 / 6, 10);
    expect(at(1).squared).toBeCloseTo(1 / 36, 10);
    const one = outlook(kept, [], { reached: 1, horizon: 3, level: 0.9 });
    expect(one.survival).toBeCloseTo(Math.exp(-0.5), 10);
    expect(one.observed).toBe(true);
    expect(outlook(kept, [], { reached: 5, horizon: 3, level: 0.9 }).observed).toBe(false);
  });
});

describe("keepModel", () => {
  const years = lifeYears(simulated(600), 1950, 1995);
  const { rows, kept } = lifeRows(years, ["x"]);
  const fit = coxFit(rows);
  const model = keepModel(fit, kept, 0);

  it("predicts what the step function of the fit predicts", () => {
    for (const x of [0, 1]) {
      const [step] = predictedSurvival(fit, [x], { times: [15], reached: 5, level: 0.9 });
      const band = outlook(model, [x], { reached: 5, horizon: 10, level: 0.9 });
      expect(Math.abs(band.survival - step!.survival)).toBeLessThan(0.02);
      expect(band.upper! - band.lower!).toBeCloseTo(step!.upper! - step!.lower!, 1);
    }
  });

  it("holds what was simulated in its limits about as often as they say", () => {
    const truth = Math.exp(-0.05 * Math.E * 10);
    const covered = Array.from({ length: 60 }, (_, seed) => {
      const own = lifeRows(lifeYears(simulated(200, seed), 1950, 1995), ["x"]);
      const one = outlook(keepModel(coxFit(own.rows), own.kept, 0), [1], {
        reached: 5,
        horizon: 10,
        level: 0.9,
      });
      return one.lower! <= truth && truth <= one.upper!;
    }).filter(Boolean).length;
    // Of 60 at 90 %: 99 of 100 such counts lie in 48 to 59.
    expect(covered).toBeGreaterThanOrEqual(48);
    expect(covered).toBeLessThanOrEqual(59);
  });

  it("multiplies over years, falls with them, and lies in its limits", () => {
    assert(
      property(
        double({ min: 0, max: 30, noNaN: true }),
        double({ min: 0.5, max: 10, noNaN: true }),
        integer({ min: 0, max: 1 }),
        (reached, horizon, x) => {
          const at = (from: number, span: number) =>
            outlook(model, [x], { reached: from, horizon: span, level: 0.9 });
          const whole = at(reached, 2 * horizon);
          const parts = at(reached, horizon).survival * at(reached + horizon, horizon).survival;
          expect(whole.survival).toBeCloseTo(parts, 10);
          expect(whole.survival).toBeLessThanOrEqual(at(reached, horizon).survival);
          expect(whole.lower!).toBeLessThanOrEqual(whole.survival);
          expect(whole.upper!).toBeGreaterThanOrEqual(whole.survival);
        },
      ),
    );
  });
});

describe("outOfTime", () => {
  it("does better than the base rate where the covariate tells, and not where it does not", () => {
    const told = simulated(400).map((one) => ({
      ...one,
      covariatesOn: () => ({
        asymmetry: one.covariatesOn(0).x,
        distance: 0,
        size: 0,
        formal: 0,
        likeness: 0,
      }),
    }));
    const shifted = told.map((one, i) => ({
      ...one,
      from: one.from + (i % 20) * 365.25,
      to: one.to + (i % 20) * 365.25,
    }));
    const early = lifeRows(lifeYears(shifted, 1950, 1970), ["asymmetry"]);
    const fit = coxFit(early.rows);
    const found = outOfTime({
      lives: shifted,
      years: lifeYears(shifted, 1971, 2009),
      names: ["asymmetry"],
      models: [keepModel(fit, early.kept, 0)],
      bases: [keepBaseRate(early.kept, 0)],
      from: 1971,
      to: 2009,
      landmarks: [1971, 1976],
      horizons: [10],
      level: 0.9,
    });
    expect(found.concordance.value).toBeGreaterThan(0.55);
    const [ten] = found.horizons;
    expect(ten!.difference.value).toBeCloseTo(ten!.brier.value - ten!.base.value, 12);
    expect(ten!.difference.upper).toBeLessThan(0);
    const n = found.calibration.reduce((sum, group) => sum + group.n, 0);
    expect(n).toBe(ten!.n);
  });
});

describe("the model that ships", () => {
  const { models, base, tests } = record.allianceSurvival;

  it("has variances that are symmetric and positive, and covariates in their ranges", () => {
    for (const { names, variance, means, ranges } of models) {
      const size = names.length;
      for (let j = 0; j < size; j += 1) {
        expect(variance[j * size + j]).toBeGreaterThan(0);
        expect(means[j]).toBeGreaterThanOrEqual(ranges[j]![0]);
        expect(means[j]).toBeLessThanOrEqual(ranges[j]![1]);
        for (let k = 0; k < j; k += 1) {
          expect(variance[j * size + k]).toBeCloseTo(variance[k * size + j]!, 5);
        }
      }
    }
  });

  it("rests on more than ten ends, and its tests on predictions that were made before", () => {
    expect(base.events).toBeGreaterThanOrEqual(10);
    for (const { fit, from, horizons, calibration } of tests) {
      expect(fit.to).toBeLessThan(from);
      for (const { difference, brier, base: rate } of horizons) {
        expect(difference.value).toBeCloseTo(brier.value - rate.value, 6);
      }
      for (const { predicted, observed } of calibration) {
        expect(Math.max(predicted, observed)).toBeLessThanOrEqual(1);
      }
    }
  });
});
