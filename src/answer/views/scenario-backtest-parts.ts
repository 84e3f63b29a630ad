import { jeffreysInterval } from "../../measures/responsiveness/jeffreys-interval.ts";
import type { CasusRecord } from "../../record/record.ts";
import {
  type Backtest,
  type BacktestKind,
  BACKTESTS,
  type BacktestScore,
  backtestScore,
  calibrationOf,
  type Target,
  TARGETS,
} from "../../scenario/backtest.ts";
import {
  OUTCOME_TARGETS,
  outcomeScore,
  type OutcomeScore,
} from "../../scenario/backtest-outcomes.ts";
import { FEWEST_STANCES } from "../../scenario/choice-model.ts";
import { type ScenarioLaboratory, scenarioLaboratory } from "../../scenario/laboratory.ts";
import type { Column, Finding, Row, Section } from "../answer.ts";
import { counted, fixed } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { DIFFERENCE_LIMITS, scoreColumn } from "./scenario-backtest-columns.ts";
import {
  BACKTEST_LEVEL,
  BEATS,
  differenceInterval,
  differenceValues,
  scoreOptions,
  standing,
} from "./scenario-backtest-scores.ts";

/** The scores of one back-test; none where no choice is estimated. */
interface ScoredBacktest {
  readonly test: Backtest;
  readonly scores: readonly BacktestScore[];
  readonly outcomes: readonly OutcomeScore[];
}

/** Scores made before: one screen shows them in several places. */
const SCORED = new WeakMap<ScenarioLaboratory, Map<string, ScoredBacktest | null>>();

/** The scores of a back-test of a record. */
function scoredBacktest(
  laboratory: ScenarioLaboratory,
  kind: BacktestKind,
  level: number,
): ScoredBacktest | null {
  const known = SCORED.get(laboratory) ?? new Map<string, ScoredBacktest | null>();
  SCORED.set(laboratory, known);
  const key = `${kind} ${level}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = scoreBacktest(laboratory, kind, level);
  known.set(key, made);
  return made;
}

function scoreBacktest(
  laboratory: ScenarioLaboratory,
  kind: BacktestKind,
  level: number,
): ScoredBacktest | null {
  const test = laboratory.tested(kind)?.test ?? null;
  if (test === null) return null;
  const scores = (Object.keys(TARGETS) as Target[]).flatMap(
    (target) => backtestScore(test.rows, target, scoreOptions(level)) ?? [],
  );
  const outcomes = (Object.keys(OUTCOME_TARGETS) as OutcomeScore["target"][]).flatMap(
    (target) => outcomeScore(test.outcomes, target, scoreOptions(level)) ?? [],
  );
  return { test, scores, outcomes };
}

const STANDING_TEXT = {
  better: "the choice model beats the base rate",
  worse: "the choice model is worse than the base rate",
  undecided: "the choice model does not beat the base rate",
} as const;

const OUTCOME_STANDING = {
  better: "the simulation of members' choices beats the plain share of the other cases",
  worse: "the simulation of members' choices is worse than the plain share of the other cases",
  undecided:
    "the simulation of members' choices does not beat the plain share of the other cases",
} as const;

/** What a back-test says of the outcomes. */
function outcomeFinding(kind: BacktestKind, score: OutcomeScore, level: number): Finding {
  const what = score.target === "adopted" ? "a decision or none" : "forces or none";
  return {
    id: `backtest-${kind}-${score.target}`,
    text:
      `On ${counted(score.cases, "case")} (${BACKTESTS[kind]}), ${what}: ` +
      `${OUTCOME_STANDING[standing(score)]}. Brier score ${fixed(score.choice, 4)} by the choice ` +
      `model, ${fixed(score.base, 4)} by the base rate of stances, ${fixed(score.plain, 4)} by the ` +
      `plain share; choice less plain ${fixed(score.difference, 4)} (${differenceInterval(score)}). It came so in ` +
      `${score.hits} of the cases.`,
    ...differenceValues(score, level),
    n: score.cases,
    comparison: "the share of the other cases in which it came so",
    method: "Back-test",
    evidence: ["/scenarios/backtest"],
  };
}

/**
 * What the back-tests say of the models: the first thing that a scenario's answer states. `kinds`
 * keeps to some of them.
 */
export function backtestFindings(
  record: CasusRecord,
  level = BACKTEST_LEVEL,
  kinds: readonly BacktestKind[] = ["left-out"],
): readonly Finding[] {
  const laboratory = scenarioLaboratory(record);
  const { observations, cases } = laboratory.all;
  const seen = observations.filter(({ stance }) => stance !== "not-seen").length;
  if (laboratory.all.choice === null) {
    return [
      {
        id: "base-rate-alone",
        text:
          `${counted(seen, "stance")} of members in ${counted(cases.length, "case")} are on record, ` +
          `below ${FEWEST_STANCES}: no choice is estimated and the base rate alone speaks.`,
        value: seen,
        ...WITHOUT_INTERVAL,
        n: cases.length,
        comparison: null,
        method: "Back-test",
        evidence: ["/scenarios/backtest"],
      },
    ];
  }
  return kinds.flatMap((kind) => {
    const scored = scoredBacktest(laboratory, kind, level);
    const stances = (scored?.scores ?? [])
      .filter(({ target }) => target !== "stance")
      .map((score): Finding => {
        const what =
          score.target === "in_favour" ? "in favour or not" : "means of its own or not";
        return {
          id: `backtest-${kind}-${score.target}`,
          text:
            `On ${counted(score.stances, "stance")} in ${counted(score.cases, "case")} ` +
            `(${BACKTESTS[kind]}), ${what}: ${STANDING_TEXT[standing(score)]}. Brier score ` +
            `${fixed(score.choice, 4)} against ${fixed(score.base, 4)}, difference ` +
            `${fixed(score.difference, 4)} (${differenceInterval(score)}); lower is better.`,
          ...differenceValues(score, level),
          n: score.stances,
          comparison: "the base rate of stances in the other cases",
          method: "Back-test",
          evidence: ["/scenarios/backtest"],
        };
      });
    const outcomes = (scored?.outcomes ?? []).map((score) =>
      outcomeFinding(kind, score, level),
    );
    return [...stances, ...outcomes];
  });
}

/** Whether the choice model surely beats the base rate on stances in favour; null without a test. */
export function beatsBaseRate(record: CasusRecord): boolean | null {
  const scored = scoredBacktest(scenarioLaboratory(record), "left-out", BACKTEST_LEVEL);
  const score = scored?.scores.find(({ target }) => target === "in_favour");
  return score === undefined ? null : standing(score) === "better";
}

/** The columns of the table of scores. */
export const SCORE_COLUMNS: readonly Column[] = [
  { name: "test", label: "Back-test" },
  { name: "question", label: "Question" },
  { name: "stances", label: "Stances", note: "empty: the question is of cases" },
  { name: "cases", label: "Cases" },
  scoreColumn("choice", "Choice model"),
  scoreColumn("base_rate", "Base rate"),
  {
    name: "plain",
    label: "Plain share",
    digits: 4,
    note: "of an outcome: the share of the other cases in which it came so",
  },
  {
    name: "difference",
    label: "Difference",
    digits: 4,
    note: "choice model less base rate, of outcomes less plain share; below 0 the choice model is better",
  },
  ...DIFFERENCE_LIMITS,
  { name: "beats", label: "Beats it" },
];

/** The table of scores of both back-tests. */
export function scoreRows(record: CasusRecord, level = BACKTEST_LEVEL): readonly Row[] {
  const laboratory = scenarioLaboratory(record);
  const beats = (score: Pick<BacktestScore, "lower" | "upper">): string =>
    BEATS[standing(score)];
  return (Object.keys(BACKTESTS) as BacktestKind[]).flatMap((kind): Row[] => {
    const scored = scoredBacktest(laboratory, kind, level);
    const stances = (scored?.scores ?? []).map((score) => ({
      test: kind,
      question: TARGETS[score.target],
      stances: score.stances,
      cases: score.cases,
      choice: score.choice,
      base_rate: score.base,
      plain: null,
      difference: score.difference,
      lower: score.lower,
      upper: score.upper,
      beats: beats(score),
    }));
    const outcomes = (scored?.outcomes ?? []).map((score) => ({
      test: kind,
      question: OUTCOME_TARGETS[score.target],
      stances: null,
      cases: score.cases,
      choice: score.choice,
      base_rate: score.base,
      plain: score.plain,
      difference: score.difference,
      lower: score.lower,
      upper: score.upper,
      beats: beats(score),
    }));
    return [...stances, ...outcomes];
  });
}

const CALIBRATION_COLUMNS: readonly Column[] = [
  { name: "model", label: "Model" },
  { name: "question", label: "Question" },
  { name: "from", label: "Forecast from", digits: 1 },
  { name: "to", label: "To", digits: 1 },
  { name: "n", label: "Stances" },
  {
    name: "forecast",
    label: "Mean forecast",
    digits: 3,
    note: "empty: no forecast in the bin",
  },
  { name: "observed", label: "Share that came true", digits: 3 },
  {
    name: "lower",
    label: "Lower",
    digits: 3,
    note: "Jeffreys, the stances taken as independent",
  },
  { name: "upper", label: "Upper", digits: 3 },
];

/** Calibration of both models where each case was left out. */
export function calibrationSection(record: CasusRecord, level = BACKTEST_LEVEL): Section {
  const test = scenarioLaboratory(record).tested("left-out")?.test;
  const rows = (["choice", "base"] as const).flatMap((model) =>
    (["in_favour", "contributed"] as const).flatMap((target) =>
      calibrationOf(test?.rows ?? [], model, target).map((bin): Row => {
        const interval = bin.n === 0 ? null : jeffreysInterval(bin.hits, bin.n, level);
        return {
          model: model === "base" ? "base-rate" : model,
          question: target,
          from: bin.from,
          to: bin.to,
          n: bin.n,
          forecast: bin.forecast,
          observed: bin.observed,
          lower: interval?.lower ?? null,
          upper: interval?.upper ?? null,
        };
      }),
    ),
  );
  return {
    id: "calibration",
    title: "Calibration: how often what was forecast came true",
    text: [
      "Each case forecast from all the others. A model is calibrated where the share that came true " +
        "equals the forecast. Stances of one case go together, so that the intervals are too narrow.",
    ],
    findings: [],
    address: "/scenarios/backtest",
    columns: CALIBRATION_COLUMNS,
    rows,
    figure: null,
  };
}

/** The scores of both back-tests, beside every probability of a scenario. */
export function backtestSection(record: CasusRecord): Section {
  return {
    id: "backtest",
    title: "How often the models would have been right",
    text: [
      "Stances on record, each forecast by both models without its own case. The base rate is the " +
        "share of all other cases, whoever called and whoever was asked.",
      "Outcomes: every member of the day is asked, seen or not, and the rule in force is run. Members " +
        "that are not seen seldom objected, and the models know only those that are seen, so that the " +
        "simulation finds fewer decisions than were taken.",
    ],
    findings: backtestFindings(record).map(({ id }) => id),
    address: "/scenarios/backtest",
    columns: SCORE_COLUMNS,
    rows: scoreRows(record),
    figure: null,
  };
}
