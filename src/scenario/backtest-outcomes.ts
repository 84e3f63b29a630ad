import type { Random } from "../kernels/random.ts";
import { CODINGS } from "../measures/responsiveness/answer-coding.ts";
import { quantiles } from "../measures/statistics/quantile.ts";
import { UsageError } from "../errors.ts";
import type { DecisionRule } from "../record/organisation.ts";
import type { CasusRecord } from "../record/record.ts";
import { membershipsOn } from "../record/membership.ts";
import { ruleTest } from "../treaty/decide.ts";
import { arrivalsOf } from "./arrivals.ts";
import type { Call } from "./call.ts";
import { covariatesOf } from "./covariates.ts";
import { type CollectiveCase, precedentsOf, questionOf } from "./observations.ts";
import { planOn } from "./plan-on.ts";
import { simulate } from "./simulate.ts";
import type { AskedMember, StanceModel } from "./stance-model.ts";

/** Simulated calls, and their seed, of each forecast of an outcome. */
const CALLS = 1000;
const SEED = 1;

/** What both models would have said of what came of a case. */
export interface OutcomeRow {
  readonly case: string;
  readonly organisation: string;
  readonly day: string;
  readonly rule: DecisionRule;
  /** Help of any kind came, so that a decision was taken; forces came. */
  readonly adopted: boolean;
  readonly came: boolean;
  readonly choice: { readonly adopted: number; readonly came: number };
  readonly base: { readonly adopted: number; readonly came: number };
  /** The shares of the kept cases themselves, (k + 1/2) / (n + 1), whatever members' stances. */
  readonly plain: { readonly adopted: number; readonly came: number };
}

/** The rule by which a case would be decided; null where none is one count of votes. */
function ruleOf(record: CasusRecord, one: CollectiveCase): DecisionRule | null {
  const { item, organisation, day } = one;
  const { coded } = item.threat;
  const appellant = item.appellant?.states.find((state) =>
    membershipsOn(organisation, day).some((spell) => spell.state === state),
  );
  if (appellant !== undefined) {
    const call: Call = {
      alliance: organisation.id,
      appellant,
      at: day,
      threat: coded === "mixed" ? "external" : coded,
      place: "inside",
      adversary: null,
      instrument: "troops",
      mandate: true,
      left: null,
      rule: null,
    };
    for (const instrument of ["troops", "consultation"]) {
      try {
        return planOn(record, { ...call, instrument }).rule;
      } catch (error) {
        // A case that went ahead on a path that the texts close is judged by the general rule.
        if (!(error instanceof UsageError)) throw error;
      }
    }
  }
  return ruleTest(organisation.decisionRule) === null ? null : organisation.decisionRule;
}

const isIn = (outcome: string, coding: keyof typeof CODINGS): boolean =>
  (CODINGS[coding] as readonly string[]).includes(outcome);

/**
 * The outcome of a case as both models would have forecast it without the case: every member of the
 * day is asked, seen or not, and the rule in force is run. Empty where no rule is one count.
 */
export function forecastOutcome(
  record: CasusRecord,
  one: CollectiveCase,
  kept: readonly CollectiveCase[],
  models: { readonly choice: StanceModel; readonly base: StanceModel },
): readonly OutcomeRow[] {
  const rule = ruleOf(record, one);
  if (rule === null) return [];
  const { item, organisation, day } = one;
  const trouble = new Set([...(item.appellant?.states ?? []), ...item.concerned]);
  const precedents = precedentsOf(kept);
  const members = membershipsOn(organisation, day)
    .map(({ state }) => state)
    .filter((state) => !trouble.has(state))
    .toSorted()
    .map((state): AskedMember => ({
      state,
      organisation: organisation.id,
      covariates: covariatesOf(record, questionOf(one, state), precedents),
    }));
  const run = (model: StanceModel): { adopted: number; came: number } => {
    const { adopted, came } = simulate(
      {
        members,
        rule,
        appellantVotes: rule !== "each-for-itself",
        without: [],
        held: new Map(),
        arrivals: arrivalsOf(kept, "forces"),
        model,
      },
      { calls: CALLS, seed: SEED, level: 0.9 },
    );
    return { adopted: adopted.share, came: came.share };
  };
  const plain = (coding: keyof typeof CODINGS): number =>
    (kept.filter((other) => isIn(other.item.outcome, coding)).length + 0.5) / (kept.length + 1);
  return [
    {
      case: item.id,
      organisation: organisation.id,
      day,
      rule,
      adopted: isIn(item.outcome, "any"),
      came: isIn(item.outcome, "forces"),
      choice: run(models.choice),
      base: run(models.base),
      plain: { adopted: plain("any"), came: plain("forces") },
    },
  ];
}

/** The outcomes that are forecast. */
export const OUTCOME_TARGETS = {
  adopted: "help of any kind, so a decision, or none (Brier score)",
  came: "forces or none (Brier score)",
} as const;

/** A mean Brier score of an outcome by both models and by the plain share of the other cases. */
export interface OutcomeScore {
  readonly target: keyof typeof OUTCOME_TARGETS;
  readonly cases: number;
  readonly hits: number;
  readonly choice: number;
  readonly base: number;
  readonly plain: number;
  /** Choice less plain share: below 0 the choice is better; its interval is null below ten cases. */
  readonly difference: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

const FEWEST_CASES = 10;

/**
 * Mean Brier scores of an outcome over cases; the interval of the difference between the choice model
 * and the plain share draws cases with replacement. Null without cases.
 */
export function outcomeScore(
  rows: readonly OutcomeRow[],
  target: OutcomeScore["target"],
  options: { readonly level: number; readonly draws: number; readonly random: Random },
): OutcomeScore | null {
  const n = rows.length;
  if (n === 0) return null;
  const brier = (row: OutcomeRow, by: "choice" | "base" | "plain"): number => {
    const distance = row[by][target] - (row[target] ? 1 : 0);
    return distance * distance;
  };
  const mean = (by: "choice" | "base" | "plain"): number =>
    rows.reduce((sum, row) => sum + brier(row, by), 0) / n;
  const gaps = rows.map((row) => brier(row, "choice") - brier(row, "plain"));
  const found = {
    target,
    cases: n,
    hits: rows.filter((row) => row[target]).length,
    choice: mean("choice"),
    base: mean("base"),
    plain: mean("plain"),
    difference: gaps.reduce((sum, gap) => sum + gap, 0) / n,
  };
  if (n < FEWEST_CASES) return { ...found, lower: null, upper: null };
  const drawn = Float64Array.from({ length: options.draws }, () => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += gaps[options.random.below(n)] as number;
    return sum / n;
  });
  const tail = (1 - options.level) / 2;
  const [lower = null, upper = null] = quantiles(drawn, [tail, 1 - tail]);
  return { ...found, lower, upper };
}
