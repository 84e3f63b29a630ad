import { describe, expect, it } from "vitest";
import { baselineHazard } from "../../../src/measures/durability/baseline-hazard.ts";
import { brierScore } from "../../../src/measures/durability/brier-score.ts";
import {
  competingIncidence,
  type CompetingRows,
} from "../../../src/measures/durability/competing-incidence.ts";
import { concordance } from "../../../src/measures/durability/concordance.ts";
import { coxFit } from "../../../src/measures/durability/cox-fit.ts";
import { logRank } from "../../../src/measures/durability/log-rank.ts";
import {
  linearPredictors,
  predictedSurvival,
} from "../../../src/measures/durability/predicted-survival.ts";
import { productLimit } from "../../../src/measures/durability/product-limit.ts";
import type { CoxRows } from "../../../src/measures/durability/survival-rows.ts";
import { golden, goldenSet, SETS } from "./golden-survival.ts";

/** Largest distance from R, relative above 1; NaN on one side only is infinite. */
function distance(ours: (at: number) => number | null, theirs: readonly [number, number][]) {
  expect(theirs.length).toBeGreaterThan(0);
  return Math.max(
    ...theirs.map(([at, value]) => {
      const own = ours(at) ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(own)) {
        return Number.isNaN(value) && Number.isNaN(own) ? 0 : Infinity;
      }
      if (value === own) return 0;
      return Math.abs(own - value) / Math.max(1, Math.abs(value));
    }),
  );
}

const noTest = (): void => {};

const MODELS = ["efron", "breslow", "strata", "cluster"] as const;

const WANTED = 1e-6;

describe.each(SETS)("%s, against survival 3.5-3", (set) => {
  const data = goldenSet(set);
  const plain: CoxRows = { ...data, strata: null, cluster: null };

  // Tests of late entry and of one row a subject are made only where they apply.
  const whole = data.start === null ? it : noTest;
  const one = set === "heart" ? noTest : it;

  it("has its Kaplan-Meier curve with Greenwood and log-log limits", () => {
    const curve = productLimit(data);
    const at = (time: number) => curve.steps.find((step) => Math.abs(step.time - time) < 1e-7)!;
    expect(distance((time) => at(time).atRisk, golden(set, "km", "n.risk"))).toBe(0);
    expect(distance((time) => at(time).events, golden(set, "km", "n.event"))).toBe(0);
    expect(distance((time) => at(time).censored, golden(set, "km", "n.censor"))).toBe(0);
    expect(distance((time) => at(time).survival, golden(set, "km", "surv"))).toBeLessThan(
      1e-12,
    );
    expect(distance((time) => at(time).error, golden(set, "km", "std.err"))).toBeLessThan(
      1e-12,
    );
    // R writes the limits of a curve that has not fallen, or has fallen to 0, as 1, 1 or missing.
    const limits = golden(set, "km", "lower").filter(([time]) => at(time).lower !== null);
    const upper = golden(set, "km", "upper").filter(([time]) => at(time).upper !== null);
    expect(distance((time) => at(time).lower, limits)).toBeLessThan(1e-9);
    expect(distance((time) => at(time).upper, upper)).toBeLessThan(1e-9);
    const medians = [curve.median, curve.medianLower, curve.medianUpper];
    expect(distance((k) => medians[k]!, golden(set, "km", "median"))).toBeLessThan(1e-9);
  });

  whole("has its log-rank tests", () => {
    const test = logRank(data, data.strata);
    const is = (what: string, value: (at: number) => number) =>
      expect(distance(value, golden(set, "log-rank", what))).toBeLessThan(WANTED);
    is("observed", (k) => test.groups[k]!.observed);
    is("expected", (k) => test.groups[k]!.expected);
    is("chi-square", () => test.chiSquare);
    is("p", () => test.p);
    const lowest = Math.min(...data.covariates[1]!);
    const within = logRank(
      data,
      Int32Array.from(data.covariates[1]!, (value) => value - lowest),
      data.strata,
    );
    const chiSquare = golden(set, "log-rank-strata", "chi-square");
    expect(distance(() => within.chiSquare, chiSquare)).toBeLessThan(WANTED);
    const expected = golden(set, "log-rank-strata", "expected");
    expect(distance((k) => within.groups[k]!.expected, expected)).toBeLessThan(WANTED);
  });

  it.each(MODELS)("has its Cox model, %s", (model) => {
    const fit = coxFit(
      model === "strata"
        ? { ...plain, strata: data.strata }
        : model === "cluster"
          ? { ...plain, cluster: data.cluster }
          : plain,
      { ties: model === "breslow" ? "breslow" : "efron" },
    );
    const is = (what: string, value: (at: number) => number | null) =>
      expect(distance(value, golden(set, model, what)), what).toBeLessThan(WANTED);
    is("coefficient", (k) => fit.coefficients[k]!);
    is("variance", (k) => fit.variance[k]!);
    if (model === "cluster") is("model-variance", (k) => fit.modelVariance[k]!);
    is("log-likelihood", (k) => fit.logLikelihood[k]!);
    is("score-test", () => fit.scoreTest);
    is("wald-test", () => fit.waldTest);
    expect(fit.unbounded).toEqual([]);
    const atMeans = Math.exp(
      fit.coefficients.reduce((sum, value, k) => sum + value * fit.means[k]!, 0),
    );
    const steps = baselineHazard(fit).filter(({ stratum }) => stratum === 0);
    is(
      "base-hazard",
      (time) =>
        (steps.findLast((step) => step.time <= time + 1e-7)?.cumulativeHazard ?? 0) / atMeans,
    );
    const covariates = golden(set, "new", "covariates").map(([, value]) => value);
    const at = (time: number) =>
      predictedSurvival(fit, covariates, { times: [time + 1e-7] })[0]!;
    is("predicted", (time) => at(time).survival);
    is("predicted-error", (time) => at(time).error);
    const inner = (what: string) =>
      golden(set, model, what).filter(([time]) => at(time).lower !== null);
    expect(distance((t) => at(t).lower, inner("predicted-lower"))).toBeLessThan(WANTED);
    expect(distance((t) => at(t).upper, inner("predicted-upper"))).toBeLessThan(WANTED);
  });

  it("has its concordance and the error of it", () => {
    const scores = linearPredictors(coxFit(plain), data.covariates);
    const all = concordance(data, scores);
    const value = [all.value, all.error];
    expect(distance((k) => value[k]!, golden(set, "concordance", "value"))).toBeLessThan(
      WANTED,
    );
    const pairs = [all.concordant, all.discordant, all.tied];
    expect(distance((k) => pairs[k]!, golden(set, "concordance", "pairs"))).toBe(0);
    const within = concordance(data, scores, { strata: data.strata });
    const inside = [within.value, within.error];
    expect(
      distance((k) => inside[k]!, golden(set, "concordance-strata", "value")),
    ).toBeLessThan(WANTED);
  });

  one("has its incidence of competing ends", () => {
    const rows: CompetingRows = {
      start: data.start,
      stop: data.stop,
      cause: Uint8Array.from(data.event, (event, i) =>
        event === 0 ? 0 : data.covariates[1]![i] === 1 ? 1 : 2,
      ),
      causes: ["1", "2"],
    };
    const found = competingIncidence(rows);
    const clustered = competingIncidence({ ...rows, cluster: data.cluster }).get("1")!;
    const theirs = golden(set, "competing", "error-1-cluster");
    const near = (time: number) => clustered.find((step) => Math.abs(step.time - time) < 1e-7)!;
    expect(distance((time) => near(time).error, theirs)).toBeLessThan(1e-9);
    for (const cause of ["1", "2"]) {
      const at = (time: number) =>
        found.get(cause)!.find((step) => Math.abs(step.time - time) < 1e-7)!;
      const incidence = golden(set, "competing", `incidence-${cause}`);
      expect(distance((time) => at(time).incidence, incidence)).toBeLessThan(1e-9);
      const error = golden(set, "competing", `error-${cause}`);
      expect(distance((time) => at(time).error, error)).toBeLessThan(1e-9);
    }
  });

  whole("has its Brier score and that of the base rate", () => {
    const [[, horizon], [, value], [, baseRate]] = golden(set, "brier", "value") as [
      [number, number],
      [number, number],
      [number, number],
    ];
    const fit = coxFit(plain);
    const predicted = Array.from(data.stop, (_, i) => {
      const covariates = data.covariates.map((column) => column[i]!);
      return predictedSurvival(fit, covariates, { times: [horizon] })[0]!.survival;
    });
    const found = brierScore(data, predicted, horizon);
    expect(Math.abs(found.value - value)).toBeLessThan(WANTED);
    expect(Math.abs(found.baseRate - baseRate)).toBeLessThan(WANTED);
  });
});
