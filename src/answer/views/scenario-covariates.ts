import type { CasusRecord } from "../../record/record.ts";
import {
  type BacktestKind,
  BACKTESTS,
  type BacktestScore,
  backtestScore,
  type Target,
  TARGETS,
} from "../../scenario/backtest.ts";
import {
  COVARIATE_GROUPS,
  COVARIATE_NAMES,
  COVARIATES,
  type CovariateName,
} from "../../scenario/covariates.ts";
import { scenarioLaboratory } from "../../scenario/laboratory.ts";
import { againstReduced, type ReducedName } from "../../scenario/reduced-choice.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { counted, fixed } from "../text.ts";
import {
  differenceInWords,
  differenceValues,
  scoreOptions,
  standing,
} from "./scenario-backtest-scores.ts";

const WORDS = {
  dependence: "dependence",
  cost: "cost",
  both: "dependence and cost together",
} as const satisfies Record<ReducedName, string>;

interface Gain {
  readonly kind: BacktestKind;
  readonly name: ReducedName;
  readonly score: BacktestScore;
}

function gains(record: CasusRecord, level: number): readonly Gain[] {
  const laboratory = scenarioLaboratory(record);
  return (Object.keys(BACKTESTS) as BacktestKind[]).flatMap((kind) => {
    const tested = laboratory.tested(kind);
    if (tested === null) return [];
    return (Object.keys(WORDS) as ReducedName[]).flatMap((name) => {
      const rows = againstReduced(tested.test.rows, tested.reduced[name]);
      return (Object.keys(TARGETS) as Target[]).flatMap((target) => {
        const score = backtestScore(rows, target, scoreOptions(level));
        return score === null ? [] : [{ kind, name, score }];
      });
    });
  });
}

const STANDING_TEXT = {
  better: "improves the forecasts",
  worse: "makes the forecasts worse",
  undecided: "does not change the forecasts by more than chance would",
} as const;

/** Whether a group of covariates helps, as its table says it. */
const HELPS = { better: "yes", worse: "worse", undecided: "not shown" } as const;

/** What dependence and cost add to the choice model, one sentence a back-test. */
export function covariateGainsFindings(record: CasusRecord, level: number): readonly Finding[] {
  return gains(record, level)
    .filter(({ name, score }) => name === "both" && score.target === "in_favour")
    .map(({ kind, name, score }) => ({
      id: `gain-${kind}`,
      text:
        `What the members' ${WORDS[name]} add, on ${counted(score.stances, "stance")} in ` +
        `${counted(score.cases, "case")} (${BACKTESTS[kind]}), in favour or not: the choice model with ` +
        `them ${STANDING_TEXT[standing(score)]}. Brier score ${fixed(score.choice, 4)} with, ` +
        `${fixed(score.base, 4)} without, difference ${differenceInWords(score)}`,
      ...differenceValues(score, level),
      n: score.stances,
      comparison: "the choice model fitted without them",
      method: "Back-test",
      evidence: ["/scenarios/backtest"],
    }));
}

/** The scores of the choice model with and without dependence, cost and both. */
export function covariateGainsSection(record: CasusRecord, level: number): Section {
  return {
    id: "covariate-gains",
    title: "What dependence and cost add to the choice model",
    text: [
      "The choice model with every covariate against the same fitted anew without some, on the same " +
        "stances.",
    ],
    findings: covariateGainsFindings(record, level).map(({ id }) => id),
    address: null,
    columns: [
      { name: "test", label: "Back-test" },
      { name: "without", label: "Left out" },
      { name: "question", label: "Question" },
      { name: "stances", label: "Stances" },
      { name: "cases", label: "Cases" },
      { name: "with_them", label: "With", digits: 4, note: "mean score; lower is better" },
      { name: "without_them", label: "Without", digits: 4, note: "mean score" },
      {
        name: "difference",
        label: "Difference",
        digits: 4,
        note: "with less without; below 0 they help",
      },
      { name: "lower", label: "Lower", digits: 4, note: "empty below ten cases" },
      { name: "upper", label: "Upper", digits: 4 },
      { name: "helps", label: "Helps" },
    ],
    rows: gains(record, level).map(({ kind, name, score }) => ({
      test: kind,
      without: WORDS[name],
      question: TARGETS[score.target],
      stances: score.stances,
      cases: score.cases,
      with_them: score.choice,
      without_them: score.base,
      difference: score.difference,
      lower: score.lower,
      upper: score.upper,
      helps: HELPS[standing(score)],
    })),
    figure: null,
  };
}

/** The group of a covariate. */
function groupOf(name: CovariateName): string {
  if (COVARIATE_GROUPS.dependence.includes(name)) return "dependence";
  return COVARIATE_GROUPS.cost.includes(name)
    ? "cost"
    : "position, relation, precedent, threat";
}

/** Every covariate with how many of the stances have it, and over which range. */
export function covariatesSection(record: CasusRecord): Section {
  const { observations, choice } = scenarioLaboratory(record).all;
  const seen = observations.filter(({ stance }) => stance !== "not-seen");
  return {
    id: "covariates",
    title: "The covariates of the choice model, and how many stances have each",
    text: [
      `Of ${counted(seen.length, "stance")}. Where a covariate is missing the member stands at its ` +
        "mean over those that have it. One that is the same wherever it is known has no slope. Only " +
        "what ships with the record is used, never a file that a user brought.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "covariate", label: "Covariate" },
      { name: "group", label: "Of" },
      { name: "known", label: "Known", note: "stances that have it" },
      { name: "least", label: "Least", digits: 3 },
      { name: "mean", label: "Mean", digits: 3 },
      { name: "most", label: "Most", digits: 3 },
      { name: "estimated", label: "Slope estimated" },
      { name: "text", label: "What it is" },
    ],
    rows: COVARIATE_NAMES.map((name, k): Row => {
      const known = seen.flatMap(({ covariates }) => covariates[k] ?? []);
      const sum = known.reduce((total, value) => total + value, 0);
      return {
        covariate: name,
        group: groupOf(name),
        known: known.length,
        least: known.length === 0 ? null : Math.min(...known),
        mean: known.length === 0 ? null : sum / known.length,
        most: known.length === 0 ? null : Math.max(...known),
        estimated: choice?.favour.fit.columns.some((column) => column.name === name) ?? false,
        text: COVARIATES[name],
      };
    }),
    figure: null,
  };
}
