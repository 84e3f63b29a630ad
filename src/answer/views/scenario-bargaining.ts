import { seededRandom } from "../../kernels/random.ts";
import type { CasusRecord } from "../../record/record.ts";
import {
  type BacktestKind,
  BACKTESTS,
  type BacktestScore,
  backtestScore,
  type Target,
  TARGETS,
} from "../../scenario/backtest.ts";
import { bargainingRows } from "../../scenario/bargaining/bargaining-backtest.ts";
import { spatialChoices, SPATIAL_DEFAULTS } from "../../scenario/bargaining/spatial-options.ts";
import { scenarioLaboratory } from "../../scenario/laboratory.ts";
import type { CallRun } from "../../scenario/run-call.ts";
import type { Finding, MethodNote, Section } from "../answer.ts";
import { counted, fixed } from "../text.ts";

/** Draws and seed of the intervals of a back-test, as for the other models. */
const DRAWS = 1000;
const SEED = 1;
const LEVEL = 0.9;

/** How members bargain before they answer. */
export const BARGAINING_METHOD: MethodNote = {
  name: "Bargaining",
  text:
    "The issue is how far to go for the appellant, from 0 to 1. Each member stands at its chance to " +
    "be in favour by the choice model (by the base rate where no choice is estimated), the " +
    "appellant at 1; capability and salience are equal, since no table of either by state ships. " +
    "They press each other by the spatial model of politics; what it adds to a member's log odds of " +
    `being in favour is added at every draw. Choices: ${spatialChoices(SPATIAL_DEFAULTS).join("; ")}.`,
  reference:
    "KAPSARC Toolkit for Behavioral Analysis, Wise, Lester and Efird 2015; /bargaining",
};

/** What bargaining cannot say. */
export const BARGAINING_CAVEATS: readonly string[] = [
  "Bargaining is an alternative to the choice model, not an improvement that the record shows: its " +
    "back-test stands beside it. It is deterministic and adds no uncertainty of its own.",
  "Positions are estimated, capability and salience are equal: who is strong or cares more is not " +
    "in it, and outsiders take no part.",
];

interface Scored {
  readonly kind: BacktestKind;
  readonly score: BacktestScore;
}

function scored(record: CasusRecord, level: number): readonly Scored[] {
  const laboratory = scenarioLaboratory(record);
  return (Object.keys(BACKTESTS) as BacktestKind[]).flatMap((kind) => {
    const test = laboratory.backtest(kind);
    if (test === null) return [];
    const rows = bargainingRows(test);
    return (Object.keys(TARGETS) as Target[]).flatMap((target) => {
      const random = seededRandom(SEED);
      const score = backtestScore(rows, target, { level, draws: DRAWS, random });
      return score === null ? [] : [{ kind, score }];
    });
  });
}

function standing({
  lower,
  upper,
}: BacktestScore): "beats" | "is worse than" | "does not beat" {
  if (lower === null || upper === null) return "does not beat";
  return upper < 0 ? "beats" : lower > 0 ? "is worse than" : "does not beat";
}

/** What the back-tests say of bargaining, against the same base rate as the choice model. */
export function bargainingBacktestFindings(
  record: CasusRecord,
  level = LEVEL,
): readonly Finding[] {
  return scored(record, level)
    .filter(({ score }) => score.target === "in_favour")
    .map(({ kind, score }) => ({
      id: `backtest-bargaining-${kind}`,
      text:
        `Bargaining, on ${counted(score.stances, "stance")} in ${counted(score.cases, "case")} ` +
        `(${BACKTESTS[kind]}), in favour or not: it ${standing(score)} the base rate. Brier score ` +
        `${fixed(score.choice, 4)} against ${fixed(score.base, 4)}, difference ` +
        fixed(score.difference, 4) +
        (score.lower === null || score.upper === null
          ? "; no interval below ten cases."
          : ` (${fixed(score.lower, 4)} to ${fixed(score.upper, 4)}); lower is better.`),
      value: score.difference,
      lower: score.lower,
      upper: score.upper,
      level: score.lower === null ? null : level,
      n: score.stances,
      comparison: "the base rate of stances in the other cases",
      method: "Back-test",
      evidence: ["/scenarios/backtest", "/bargaining"],
    }));
}

/** The scores of bargaining in both back-tests. */
export function bargainingScores(record: CasusRecord, level = LEVEL): Section {
  return {
    id: "bargaining-backtest",
    title: "How often bargaining would have been right",
    text: [
      "The members asked in a case, seen or not, bargain from where the choice model without that " +
        "case has them, with the appellants at 1.",
    ],
    findings: bargainingBacktestFindings(record, level).map(({ id }) => id),
    address: "/scenarios/backtest",
    columns: [
      { name: "test", label: "Back-test" },
      { name: "question", label: "Question" },
      { name: "stances", label: "Stances" },
      { name: "cases", label: "Cases" },
      {
        name: "bargaining",
        label: "Bargaining",
        digits: 4,
        note: "mean score; lower is better",
      },
      { name: "base_rate", label: "Base rate", digits: 4, note: "mean score; lower is better" },
      {
        name: "difference",
        label: "Difference",
        digits: 4,
        note: "bargaining less base rate; below 0 bargaining is better",
      },
      { name: "lower", label: "Lower", digits: 4, note: "empty below ten cases" },
      { name: "upper", label: "Upper", digits: 4 },
      { name: "beats", label: "Beats the base rate" },
    ],
    rows: scored(record, level).map(({ kind, score }) => ({
      test: kind,
      question: TARGETS[score.target],
      stances: score.stances,
      cases: score.cases,
      bargaining: score.choice,
      base_rate: score.base,
      difference: score.difference,
      lower: score.lower,
      upper: score.upper,
      beats: { beats: "yes", "is worse than": "no", "does not beat": "not shown" }[
        standing(score)
      ],
    })),
    figure: null,
  };
}

function pathSection(record: CasusRecord, run: CallRun): Section {
  const { stakeholders, path } = run.bargained().stances;
  const { call } = run.plan;
  return {
    id: "bargaining",
    title: "Positions, turn by turn",
    text: [
      "From 0, nothing, to 1, all that is asked for. The median and the mean give every member the " +
        "same weight. " +
        (path.stopped === "quiet"
          ? "It ended because moves had died down."
          : "It ended at the last turn that is run, with moves still made."),
    ],
    findings: ["bargaining"],
    address: null,
    columns: [
      { name: "turn", label: "Turn" },
      { name: "state", label: "State" },
      { name: "name", label: "Name" },
      { name: "position", label: "Position", digits: 4 },
      { name: "median", label: "Median of all", digits: 4 },
      { name: "mean", label: "Mean of all", digits: 4 },
    ],
    rows: path.turns.flatMap(({ turn, positions, median, mean }) =>
      stakeholders.map(({ id }, k) => ({
        turn,
        state: id,
        name: record.states.name(id as typeof call.appellant, call.at),
        position: positions[k]!,
        median,
        mean,
      })),
    ),
    figure: {
      kind: "series",
      title: "Positions, turn by turn",
      x: "turn",
      y: "position",
      lower: null,
      upper: null,
      series: "name",
      xLabel: "Turn",
      yLabel: "How far to go",
      domain: [0, 1],
      rule: null,
    },
  };
}

/** What bargaining did to a call: its back-test first, then who moved and how far. */
export function bargainingPart(
  record: CasusRecord,
  run: CallRun,
): { readonly sections: readonly Section[]; readonly findings: readonly Finding[] } {
  const { path } = run.bargained().stances;
  const [first, last] = [path.turns[0], path.turns.at(-1)];
  const moved: readonly Finding[] =
    first === undefined || last === undefined
      ? []
      : [
          {
            id: "bargaining",
            text:
              `Bargaining moves the median from ${fixed(first.median)} to ${fixed(last.median)} and ` +
              `the mean from ${fixed(first.mean)} to ${fixed(last.mean)} in ` +
              `${counted(last.turn, "turn")}, everybody's capability and salience taken as equal.`,
            value: last.median,
            lower: null,
            upper: null,
            level: null,
            n: last.positions.length,
            comparison: `where the choice model has them: ${fixed(first.median)}`,
            method: "Bargaining",
            evidence: ["/bargaining"],
          },
        ];
  return {
    sections: [bargainingScores(record), pathSection(record, run)],
    findings: [...bargainingBacktestFindings(record), ...moved],
  };
}
