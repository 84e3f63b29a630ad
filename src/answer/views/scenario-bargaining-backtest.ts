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
import { CAPABILITIES, type Capability } from "../../scenario/bargaining/capability.ts";
import { scenarioLaboratory } from "../../scenario/laboratory.ts";
import type { Finding, Section } from "../answer.ts";
import { counted, fixed } from "../text.ts";
import { DIFFERENCE_LIMITS, scoreColumn } from "./scenario-backtest-columns.ts";
import {
  BACKTEST_LEVEL,
  BEATS,
  differenceInWords,
  differenceValues,
  scoreOptions,
  standing,
} from "./scenario-backtest-scores.ts";

interface Scored {
  readonly kind: BacktestKind;
  readonly capability: Capability;
  /** Cases whose members' means are on record. */
  readonly known: number;
  readonly score: BacktestScore;
  /** Against equal capability; null for equal capability itself. */
  readonly gain: BacktestScore | null;
}

const NAMES = Object.keys(CAPABILITIES) as readonly Capability[];

function scored(
  record: CasusRecord,
  level: number,
  capabilities: readonly Capability[],
): readonly Scored[] {
  const laboratory = scenarioLaboratory(record);
  return (Object.keys(BACKTESTS) as BacktestKind[]).flatMap((kind) => {
    const tested = laboratory.tested(kind);
    if (tested === null) return [];
    const { test, bargained } = tested;
    const known = bargained.filter(({ meansKnown }) => meansKnown).length;
    const equal = bargainingRows(test, bargained, "equal");
    return capabilities.flatMap((capability) => {
      const rows = bargainingRows(test, bargained, capability);
      const paired = rows.map((row, k) => ({ ...row, base: equal[k]!.choice }));
      return (Object.keys(TARGETS) as Target[]).flatMap((target) => {
        const score = backtestScore(rows, target, scoreOptions(level));
        const gain =
          capability === "equal" ? null : backtestScore(paired, target, scoreOptions(level));
        return score === null ? [] : [{ kind, capability, known, score, gain }];
      });
    });
  });
}

/** How capability is named in a sentence. */
export const CAPABILITY_WORDS = {
  equal: "equal capability",
  means: "capability by the members' means",
} as const satisfies Record<Capability, string>;

const STANDING_TEXT = {
  better: "beats",
  worse: "is worse than",
  undecided: "does not beat",
} as const;

/** What the back-tests say of bargaining, against the same base rate as the choice model. */
export function bargainingBacktestFindings(
  record: CasusRecord,
  level = BACKTEST_LEVEL,
  capabilities = NAMES,
): readonly Finding[] {
  return scored(record, level, capabilities)
    .filter(({ score }) => score.target === "in_favour")
    .map(({ kind, capability, score }) => ({
      id: `backtest-bargaining-${kind}-${capability}`,
      text:
        `Bargaining, ${CAPABILITY_WORDS[capability]}, on ${counted(score.stances, "stance")} in ${counted(score.cases, "case")} ` +
        `(${BACKTESTS[kind]}), in favour or not: it ${STANDING_TEXT[standing(score)]} the base rate. Brier score ` +
        `${fixed(score.choice, 4)} against ${fixed(score.base, 4)}, difference ` +
        differenceInWords(score),
      ...differenceValues(score, level),
      n: score.stances,
      comparison: "the base rate of stances in the other cases",
      method: "Back-test",
      evidence: ["/scenarios/backtest", "/bargaining"],
    }));
}

/** The scores of bargaining in both back-tests. */
export function bargainingScores(record: CasusRecord, level = BACKTEST_LEVEL): Section {
  return {
    id: "bargaining-backtest",
    title: "How often bargaining would have been right",
    text: [
      "The members asked in a case, seen or not, bargain from where the choice model without that " +
        "case has them, with the appellants at 1. Known: cases in which the members' means are on " +
        "record; in the others capability is equal.",
    ],
    findings: bargainingBacktestFindings(record, level).map(({ id }) => id),
    address: "/scenarios/backtest",
    columns: [
      { name: "test", label: "Back-test" },
      { name: "capability", label: "Capability" },
      { name: "question", label: "Question" },
      { name: "stances", label: "Stances" },
      { name: "cases", label: "Cases" },
      { name: "known", label: "Known", note: "cases in which capability is as named" },
      scoreColumn("bargaining", "Bargaining"),
      scoreColumn("base_rate", "Base rate"),
      {
        name: "difference",
        label: "Difference",
        digits: 4,
        note: "bargaining less base rate; below 0 bargaining is better",
      },
      ...DIFFERENCE_LIMITS,
      { name: "beats", label: "Beats the base rate" },
      {
        name: "less_equal",
        label: "Less equal capability",
        digits: 4,
        note: "mean score less that with equal capability; below 0 it is better",
      },
      { name: "less_equal_lower", label: "Lower", digits: 4 },
      { name: "less_equal_upper", label: "Upper", digits: 4 },
    ],
    rows: scored(record, level, NAMES).map(({ kind, capability, known, score, gain }) => ({
      test: kind,
      capability,
      question: TARGETS[score.target],
      stances: score.stances,
      cases: score.cases,
      known: capability === "equal" ? score.cases : known,
      bargaining: score.choice,
      base_rate: score.base,
      difference: score.difference,
      lower: score.lower,
      upper: score.upper,
      beats: BEATS[standing(score)],
      less_equal: gain?.difference ?? null,
      less_equal_lower: gain?.lower ?? null,
      less_equal_upper: gain?.upper ?? null,
    })),
    figure: null,
  };
}
