import { COVARIATE_TEXT } from "../../measures/durability/alliance-covariates.ts";
import { normalSpan } from "../../measures/positions/normal-span.ts";
import type { AllianceSurvival, Scored } from "../../record/alliance-survival.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { fixed, grouped, withInterval } from "../text.ts";

const limits = (name: string, { value, lower, upper }: Scored): Row => ({
  [name]: value,
  [`${name}_lower`]: lower,
  [`${name}_upper`]: upper,
});

const scored = (name: string, label: string, digits = 4, note?: string) => [
  { name, label, digits, ...(note === undefined ? {} : { note }) },
  { name: `${name}_lower`, label: `${label}, lower`, digits },
  { name: `${name}_upper`, label: `${label}, upper`, digits },
];

/** How the model did after the years that it was fitted to, a row a kind of end and horizon. */
export function testSection(base: string, { tests }: AllianceSurvival): Section {
  return {
    id: "out-of-time",
    title: "Fitted to 1990, held against what came after",
    text: [
      "Predictions of every alliance in force on the landmark days whose covariates are known, from " +
        "the age it had reached. Brier score: mean squared error, 0 is perfect; the base rate is " +
        "that of the years fitted, at the same age, and the last columns hold the model against " +
        "the share that did last, which nobody could know. Errors leave out one alliance at a time.",
    ],
    findings: ["model-test"],
    address: base,
    columns: [
      { name: "ends", label: "Ends that count" },
      { name: "fitted", label: "Fitted" },
      { name: "fitted_ends", label: "Ends fitted" },
      { name: "tested", label: "Tested" },
      { name: "tested_ends", label: "Ends tested" },
      ...scored("concordance", "Concordance", 4, "one half is chance"),
      { name: "horizon", label: "Years ahead" },
      { name: "predictions", label: "Predictions" },
      { name: "came", label: "Of which ended" },
      ...scored("base", "Brier, base rate"),
      ...scored("brier", "Brier, model"),
      ...scored("difference", "Model less base rate", 5, "below 0 the model did better"),
      ...scored("hindsight", "Model less the share that lasted", 5),
    ],
    rows: tests.flatMap((test) =>
      test.horizons.map((one) => ({
        ends: test.ends,
        fitted: `${test.fit.from}-${test.fit.to}`,
        fitted_ends: test.fit.events,
        tested: `${test.from}-${test.to}`,
        tested_ends: test.events,
        ...limits("concordance", test.concordance),
        horizon: one.horizon,
        predictions: one.n,
        came: one.ends,
        ...limits("base", one.base),
        ...limits("brier", one.brier),
        ...limits("difference", one.difference),
        ...limits("hindsight", one.hindsight),
      })),
    ),
    figure: null,
  };
}

/** Predicted against observed survival in groups, from the lowest prediction on. */
export function calibrationSection(base: string, { tests }: AllianceSurvival): Section {
  return {
    id: "calibration",
    title: "Calibration: predicted and observed",
    text: ["Quarters of the predictions, from the lowest on; observed by product limit."],
    findings: ["model-test"],
    address: base,
    columns: [
      { name: "ends", label: "Ends that count" },
      { name: "horizon", label: "Years ahead" },
      { name: "n", label: "Predictions" },
      { name: "base", label: "Base rate", digits: 4 },
      { name: "predicted", label: "Model", digits: 4 },
      { name: "observed", label: "Observed", digits: 4 },
      { name: "lower", label: "Lower", digits: 4 },
      { name: "upper", label: "Upper", digits: 4 },
    ],
    rows: tests.flatMap(({ ends, calibration }) =>
      calibration.map(({ horizon, n, predicted, base: rate, observed, lower, upper }) => ({
        ends,
        horizon,
        n,
        base: rate,
        predicted,
        observed,
        lower,
        upper,
      })),
    ),
    figure: null,
  };
}

/** The coefficients of the fit to all years and of the fit that was tested. */
export function coefficientSection(
  base: string,
  { models, tests, fitted }: AllianceSurvival,
  level: number,
): Section {
  const span = normalSpan(level);
  const row = (
    years: string,
    ends: number,
    name: string,
    value: number,
    error: number,
  ): Row => ({
    fitted: years,
    ends,
    covariate: name,
    means: COVARIATE_TEXT[name as keyof typeof COVARIATE_TEXT],
    coefficient: value,
    error,
    ratio: Math.exp(value),
    lower: Math.exp(value - span * error),
    upper: Math.exp(value + span * error),
  });
  const [model, test] = [models[0]!, tests[0]!];
  const width = model.names.length;
  return {
    id: "coefficients",
    title: "Coefficients",
    text: [
      "Ratio: of the rate of ends for one unit more of the covariate, errors robust by alliance. " +
        "Associations among alliances that were formed for reasons of their own, not effects.",
    ],
    findings: ["model-test"],
    address: base,
    columns: [
      { name: "fitted", label: "Fitted" },
      { name: "ends", label: "Ends" },
      { name: "covariate", label: "Covariate" },
      { name: "means", label: "Is" },
      { name: "coefficient", label: "Coefficient", digits: 4 },
      { name: "error", label: "Standard error", digits: 4 },
      { name: "ratio", label: "Ratio of rates", digits: 3 },
      { name: "lower", label: "Lower", digits: 3 },
      { name: "upper", label: "Upper", digits: 3 },
    ],
    rows: [
      ...model.names.map((name, k) =>
        row(
          `${fitted.from}-${fitted.to}`,
          model.events,
          name,
          model.coefficients[k]!,
          Math.sqrt(model.variance[k * width + k]!),
        ),
      ),
      ...test.names.map((name, k) =>
        row(
          `${test.fit.from}-${test.fit.to}`,
          test.fit.events,
          name,
          test.fit.coefficients[k]!,
          test.fit.errors[k]!,
        ),
      ),
    ],
    figure: null,
  };
}

const verdict = ({ lower, upper }: Scored): string =>
  upper < 0
    ? "the model did better than the base rate"
    : lower > 0
      ? "the model did worse than the base rate"
      : "the model is not shown to predict better than the base rate";

/** Whether the model predicts out of time, first of all that is said of it. */
export function testFinding(base: string, { tests, level }: AllianceSurvival): Finding {
  const test = tests[0]!;
  const at = test.horizons.map(
    ({ horizon, n, ends, brier, base: rate, difference }) =>
      `at ${horizon} years, ${ends} of ${grouped(n)} predictions having ended, the ` +
      `base rate has a Brier score of ${withInterval(rate.value, rate.lower, rate.upper, 4)} and ` +
      `the model ${withInterval(brier.value, brier.lower, brier.upper, 4)}, ` +
      `${withInterval(difference.value, difference.lower, difference.upper, 4)} apart: ` +
      verdict(difference),
  );
  const last = test.horizons.at(-1)!;
  const groups = test.calibration.filter(({ horizon }) => horizon === last.horizon);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const mean = (name: "base" | "predicted" | "observed"): number =>
    groups.reduce((sum, group) => sum + group.n * group[name], 0) / n;
  const { concordance } = test;
  return {
    id: "model-test",
    text:
      `A model of how long alliances last, fitted to ${test.fit.from}-${test.fit.to} ` +
      `(${test.fit.events} ends) and held against ${test.from}-${test.to} (${test.events} ends): ` +
      `${at.join("; ")}. It orders who ends first with a concordance of ` +
      `${withInterval(concordance.value, concordance.lower, concordance.upper)}, one half being ` +
      `chance. Over ${last.horizon} years ${fixed(mean("observed"), 3)} of the alliances lasted, ` +
      `where the base rate gave ${fixed(mean("base"), 3)} and the model ` +
      `${fixed(mean("predicted"), 3)}.`,
    ...{
      value: last.difference.value,
      lower: last.difference.lower,
      upper: last.difference.upper,
    },
    level,
    n: last.n,
    comparison: `The base rate of ${test.fit.from}-${test.fit.to} at the same age, by kind of duty.`,
    method: "Model of alliances",
    evidence: [base],
  };
}
