import type { PredictionScore } from "../../scenario/dynamics/score-predictions.ts";
import type { Predicted } from "../../scenario/dynamics/validate-dynamics.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { fixed, withInterval } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { type DynamicsRun, PAST_YEARS } from "./dynamics-run.ts";

const NAMES: Readonly<Record<Predicted, string>> = {
  calls: "Calls",
  answers: "Answered calls",
  exits: "Exits",
};

/** Whether the predictions of the past did better than the plain rate of the class. */
export function verdictOf({ gainLower, gainUpper }: PredictionScore): string {
  if (gainLower > 0) return "better than the plain rate";
  return gainUpper < 0 ? "worse than the plain rate" : "not shown to beat the plain rate";
}

function lastDecade({ predictions }: DynamicsRun, what: Predicted): string {
  const own = predictions.filter((one) => one.what === what);
  const at = own.at(-1)?.at;
  const last = own.filter((one) => one.at === at);
  const expected = last.reduce((sum, one) => sum + one.expected, 0);
  const observed = last.reduce((sum, one) => sum + one.observed, 0);
  return (
    `Of the ${PAST_YEARS} years from ${at} it expected ${fixed(expected, 1)} in all and the ` +
    `record has ${observed}.`
  );
}

/** How each count of the past was predicted; stated before anything of the future. */
export function validationFindings(run: DynamicsRun): readonly Finding[] {
  const { scores, query, base } = run;
  if (scores.length === 0) {
    return [
      {
        id: "past",
        text:
          "The record has no ten years before this day from which to predict another ten: what " +
          "follows has not been held against the past.",
        value: null,
        ...WITHOUT_INTERVAL,
        n: 0,
        comparison: null,
        method: "Prediction of the past",
        evidence: [base],
      },
    ];
  }
  return scores.map((score) => ({
    id: `past-${score.what}`,
    text:
      `${NAMES[score.what]} in ten years, predicted from what was known before them: ` +
      `${score.inside} of ${score.n} fell within the ${Math.round(query.level * 100)} % interval; ` +
      `${fixed(score.expected, 1)} expected, ${score.observed} recorded. Log score against one ` +
      `rate for the class: ${withInterval(score.gain, score.gainLower, score.gainUpper)}, ` +
      `${verdictOf(score)}. ${lastDecade(run, score.what)}`,
    value: score.inside / score.n,
    lower: score.covered.lower,
    upper: score.covered.upper,
    level: query.level,
    n: score.n,
    comparison:
      `${Math.round(query.level * 100)} % or a little more, counts being whole; and one Poisson ` +
      "rate for the class",
    method: "Prediction of the past",
    evidence: [base],
  }));
}

const SCORE_COLUMNS: Section["columns"] = [
  { name: "what", label: "Predicted" },
  { name: "predictions", label: "Predictions" },
  { name: "inside", label: "Within the interval" },
  { name: "covered", label: "Share within", digits: 3 },
  { name: "covered_lower", label: "Lower", digits: 3 },
  { name: "covered_upper", label: "Upper", digits: 3 },
  { name: "expected", label: "Expected", digits: 1 },
  { name: "recorded", label: "Recorded" },
  { name: "log_score", label: "Mean log score", digits: 3 },
  { name: "plain", label: "That of the plain rate", digits: 3 },
  { name: "gain", label: "Difference", digits: 3 },
  { name: "gain_lower", label: "Lower", digits: 3 },
  { name: "gain_upper", label: "Upper", digits: 3 },
  { name: "verdict", label: "Verdict" },
];

/** The scores, and each prediction beside what happened. */
export function validationSections({ scores, predictions, base }: DynamicsRun) {
  if (scores.length === 0) return [];
  const scored: Section = {
    id: "past",
    title: "The past, predicted",
    text: [
      "A rate fitted up to each 1 January was held against the ten years after it. An " +
        "organisation that ended within them is predicted for as long as it stood.",
    ],
    findings: scores.map(({ what }) => `past-${what}`),
    address: base,
    columns: SCORE_COLUMNS,
    rows: scores.map((score): Row => ({
      what: score.what,
      predictions: score.n,
      inside: score.inside,
      covered: score.inside / score.n,
      covered_lower: score.covered.lower,
      covered_upper: score.covered.upper,
      expected: score.expected,
      recorded: score.observed,
      log_score: score.logScore,
      plain: score.plainScore,
      gain: score.gain,
      gain_lower: score.gainLower,
      gain_upper: score.gainUpper,
      verdict: verdictOf(score),
    })),
    figure: null,
  };
  const each: Section = {
    id: "predictions",
    title: "Each prediction beside what happened",
    text: ["From the day on, for ten years or as long as the organisation stood."],
    findings: [],
    address: base,
    columns: [
      { name: "from", label: "From" },
      { name: "organisation", label: "Organisation" },
      { name: "what", label: "Predicted" },
      { name: "years", label: "Years", digits: 1 },
      { name: "expected", label: "Expected", digits: 2 },
      { name: "lower", label: "Lower" },
      { name: "upper", label: "Upper" },
      { name: "recorded", label: "Recorded" },
      { name: "inside", label: "Within" },
      { name: "log_score", label: "Log score", digits: 3 },
      { name: "plain", label: "That of the plain rate", digits: 3 },
    ],
    rows: predictions.map((one) => ({
      from: one.at,
      organisation: one.organisation,
      what: one.what,
      years: one.years,
      expected: one.expected,
      lower: one.lower,
      upper: one.upper,
      recorded: one.observed,
      inside: one.inside,
      log_score: one.logScore,
      plain: one.plainScore,
    })),
    figure: null,
  };
  return [scored, each];
}
