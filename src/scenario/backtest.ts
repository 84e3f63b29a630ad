import type { Random } from "../kernels/random.ts";
import { quantiles } from "../measures/statistics/quantile.ts";
import type { Stance } from "../record/case.ts";
import type { StateKey } from "../states/state.ts";
import { baseRate, countsByCase, fitBaseRate } from "./base-rate-model.ts";
import { favourOf } from "./bargaining/bargain-stances.ts";
import { type ChoiceFit, choiceModel, fitChoice } from "./choice-model.ts";
import { COVARIATE_NAMES, type CovariateName } from "./covariates.ts";
import { type CollectiveCase, type Observation, withoutCase } from "./observations.ts";
import type { OutcomeRow } from "./backtest-outcomes.ts";
import type { StanceModel, StanceShares } from "./stance-model.ts";

/** How the case that is forecast is kept out of what the forecast rests on. */
export const BACKTESTS = {
  "left-out": "each case forecast from all the others",
  forward: "each case forecast from the cases before it",
} as const;

/** The name of a back-test. */
export type BacktestKind = keyof typeof BACKTESTS;

/** One stance on record with what both models would have said of it. */
export interface BacktestRow {
  readonly case: string;
  readonly organisation: string;
  readonly day: string;
  readonly state: StateKey;
  readonly stance: Exclude<Stance, "not-seen">;
  readonly choice: StanceShares;
  readonly base: StanceShares;
}

/** All members asked in one case, seen or not, as the choice model without it has them. */
export interface AskedGroup {
  readonly case: string;
  readonly appellants: readonly StateKey[];
  readonly members: readonly { readonly state: StateKey; readonly favour: number }[];
}

/** Forecasts what came of a case from the others; nothing where no rule is a count of votes. */
export type OutcomeForecast = (
  left: CollectiveCase,
  kept: readonly CollectiveCase[],
  models: { readonly choice: StanceModel; readonly base: StanceModel },
) => readonly OutcomeRow[];

/** What a back-test also forecasts, and on which covariates it rests. */
export interface BacktestOptions {
  /** Left out: no outcome is forecast. */
  readonly outcomeOf?: OutcomeForecast;
  /** The covariates kept; left out: all. */
  readonly names?: readonly CovariateName[];
}

/** The rows of a back-test, and the cases for which no choice could be estimated. */
export interface Backtest {
  readonly kind: BacktestKind;
  readonly rows: readonly BacktestRow[];
  /** One for each case with rows. */
  readonly groups: readonly AskedGroup[];
  /** What came of each case, where one rule is a count of votes. */
  readonly outcomes: readonly OutcomeRow[];
  /** Cases with too few stances to estimate a choice from. */
  readonly withheld: readonly string[];
}

/**
 * Forecasts of every stance on record by both models, the case itself kept out: of the scales, the
 * parameters, the standardisation and the members' earlier shares. `forward` keeps out every later
 * case too; a case before which fewer than 150 stances were on record gets no forecast.
 */
export function backtest(
  kind: BacktestKind,
  observations: readonly Observation[],
  cases: readonly CollectiveCase[],
  full: ChoiceFit,
  { outcomeOf = () => [], names = COVARIATE_NAMES }: BacktestOptions = {},
): Backtest {
  // The search begins at the full data's scales; where it ends is the fold's own.
  const starts = { favour: full.favour.scales, means: full.means.scales };
  const counts = countsByCase(observations);
  const rows: BacktestRow[] = [];
  const groups: AskedGroup[] = [];
  const outcomes: OutcomeRow[] = [];
  const withheld: string[] = [];
  for (const left of cases) {
    const own = observations.filter(
      (row) => row.case === left.item.id && row.stance !== "not-seen",
    );
    if (own.length === 0) continue;
    const kept = withoutCase(observations, cases, left, kind === "forward");
    const fit = fitChoice(kept, { starts, names });
    if (fit === null) {
      withheld.push(left.item.id);
      continue;
    }
    const choice = choiceModel(fit);
    const ids = new Set(kept.map((row) => row.case));
    const base = baseRate(fitBaseRate(counts.filter((one) => ids.has(one.case))));
    groups.push({
      case: left.item.id,
      appellants: left.item.appellant?.states ?? [],
      members: observations
        .filter((row) => row.case === left.item.id)
        .map((row) => ({ state: row.state, favour: favourOf(choice.shares(row)) })),
    });
    const others = cases.filter(
      (one) => one !== left && (kind === "left-out" || one.day < left.day),
    );
    outcomes.push(...outcomeOf(left, others, { choice, base }));
    for (const row of own) {
      rows.push({
        case: row.case,
        organisation: row.organisation,
        day: row.day,
        state: row.state,
        stance: row.stance as BacktestRow["stance"],
        choice: choice.shares(row),
        base: base.shares(row),
      });
    }
  }
  return { kind, rows, groups, outcomes, withheld };
}

/** What a score is taken of. */
export const TARGETS = {
  in_favour: "in favour or not (Brier score)",
  contributed: "with means of its own or not (Brier score)",
  stance: "the four stances (log score)",
} as const;

/** The name of a score. */
export type Target = keyof typeof TARGETS;

/** A mean score of both models and their difference, with intervals over cases. */
export interface BacktestScore {
  readonly target: Target;
  readonly stances: number;
  readonly cases: number;
  readonly choice: number;
  readonly base: number;
  /** Choice less base rate: below 0 the choice is better. */
  readonly difference: number;
  /** Null below ten cases. */
  readonly lower: number | null;
  readonly upper: number | null;
}

const FEWEST_CASES = 10;
const LEAST = 1e-6;

/** The probability that a forecast gives to in favour, or to means of its own; null for neither. */
function probabilityOf(shares: StanceShares, target: Target): number | null {
  if (target === "stance") return null;
  return target === "in_favour" ? favourOf(shares) : shares.contributed;
}

/** Whether a stance is what a target asks. */
function isHit(stance: BacktestRow["stance"], target: Target): boolean {
  if (target === "contributed") return stance === "contributed";
  return stance === "contributed" || stance === "supported";
}

function scoreOf(row: BacktestRow, shares: StanceShares, target: Target): number {
  const probability = probabilityOf(shares, target);
  if (probability === null) return -Math.log(Math.max(LEAST, shares[row.stance]));
  const distance = probability - (isHit(row.stance, target) ? 1 : 0);
  return distance * distance;
}

/**
 * Mean scores of both models over stances: the Brier score of a yes-or-no question, (p - y)^2, 0 best
 * (Brier 1950), and minus the natural logarithm of the probability given to the stance taken, 0 best
 * (Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x; probabilities under 1e-6 count as it). The
 * interval of the difference draws cases with replacement; null below ten cases.
 */
export function backtestScore(
  rows: readonly BacktestRow[],
  target: Target,
  options: { readonly level: number; readonly draws: number; readonly random: Random },
): BacktestScore | null {
  if (rows.length === 0) return null;
  const units = new Map<string, { choice: number; base: number; n: number }>();
  for (const row of rows) {
    const unit = units.get(row.case) ?? { choice: 0, base: 0, n: 0 };
    unit.choice += scoreOf(row, row.choice, target);
    unit.base += scoreOf(row, row.base, target);
    unit.n += 1;
    units.set(row.case, unit);
  }
  const clusters = [...units.values()];
  const sum = (of: (one: (typeof clusters)[number]) => number): number =>
    clusters.reduce((total, one) => total + of(one), 0);
  const n = rows.length;
  const [choice, base] = [sum((one) => one.choice) / n, sum((one) => one.base) / n];
  const found = { target, stances: n, cases: clusters.length, choice, base };
  if (clusters.length < FEWEST_CASES) {
    return { ...found, difference: choice - base, lower: null, upper: null };
  }
  const drawn = Float64Array.from({ length: options.draws }, () => {
    let difference = 0;
    let counted = 0;
    for (let i = 0; i < clusters.length; i += 1) {
      const one = clusters[options.random.below(clusters.length)] as (typeof clusters)[number];
      difference += one.choice - one.base;
      counted += one.n;
    }
    return difference / counted;
  });
  const tail = (1 - options.level) / 2;
  const [lower = null, upper = null] = quantiles(drawn, [tail, 1 - tail]);
  return { ...found, difference: choice - base, lower, upper };
}

/** One bin of forecasts of a yes-or-no question. */
export interface CalibrationRow {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean forecast, and share that came true; null in an empty bin. */
  readonly forecast: number | null;
  readonly observed: number | null;
  readonly hits: number;
}

/**
 * Calibration in five bins of equal width: how often what was forecast with such a probability came
 * true (Murphy and Winkler 1977, doi:10.2307/2346866).
 */
export function calibrationOf(
  rows: readonly BacktestRow[],
  model: "choice" | "base",
  target: Exclude<Target, "stance">,
): readonly CalibrationRow[] {
  const bins = Array.from({ length: 5 }, () => ({ n: 0, forecast: 0, hits: 0 }));
  for (const row of rows) {
    const probability = probabilityOf(row[model], target) ?? 0;
    const bin = bins[Math.min(4, Math.floor(probability * 5))] as (typeof bins)[number];
    bin.n += 1;
    bin.forecast += probability;
    if (isHit(row.stance, target)) bin.hits += 1;
  }
  return bins.map(({ n, forecast, hits }, k) => ({
    from: k / 5,
    to: (k + 1) / 5,
    n,
    forecast: n === 0 ? null : forecast / n,
    observed: n === 0 ? null : hits / n,
    hits,
  }));
}
