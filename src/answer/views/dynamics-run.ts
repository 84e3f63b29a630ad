import { seededRandom } from "../../kernels/random.ts";
import type { Organisation } from "../../record/organisation.ts";
import { type BatchEstimate, batchEstimate } from "../../scenario/dynamics/batch-estimate.ts";
import { type CarriedOut, meanCarriedOut } from "../../scenario/dynamics/carried-out.ts";
import { countDraws } from "../../scenario/dynamics/draw-gamma.ts";
import {
  type ExitsAfterCalls,
  exitsAfterCalls,
} from "../../scenario/dynamics/exits-after-calls.ts";
import { type DynamicsFit, fitDynamics } from "../../scenario/dynamics/fit-dynamics.ts";
import {
  COMPARED_RULES,
  type ComparedRule,
  isComparedRule,
} from "../../scenario/dynamics/rule-passes.ts";
import {
  type PredictionScore,
  scorePredictions,
} from "../../scenario/dynamics/score-predictions.ts";
import { simulateDynamics } from "../../scenario/dynamics/simulate-dynamics.ts";
import type { SimulatedPath } from "../../scenario/dynamics/simulate-path.ts";
import {
  PREDICTED,
  type Prediction,
  validateDynamics,
} from "../../scenario/dynamics/validate-dynamics.ts";
import type { Query } from "../query.ts";
import type { ViewContext } from "../view.ts";
import { rulesInForce } from "./rule-in-force.ts";

/** Futures simulated from each draw of the rates. */
export const PATHS = 20;

/** Draws of the rates behind each prediction of the past. */
const PAST_DRAWS = 200;

/** Years over which the past is predicted, and the first day from which it is. */
export const PAST_YEARS = 10;
const ORIGINS = ["1970-01-01", "1980-01-01", "1990-01-01", "2000-01-01", "2010-01-01"] as const;

/** What a rule makes of the simulated calls. */
export interface RuleOutcome {
  readonly rule: ComparedRule | null;
  readonly answered: BatchEstimate | null;
  /** Against the rule in force, call by call; null for that rule itself. */
  readonly difference: BatchEstimate | null;
  /** Calls of the class that were decided by this rule, and of them those on this organisation. */
  readonly precedents: number;
  readonly own: number;
}

/** Everything that the view of an organisation's dynamics states. */
export interface DynamicsRun {
  readonly organisation: Organisation;
  readonly at: string;
  readonly base: string;
  readonly query: Query;
  readonly peers: readonly Organisation[];
  readonly fit: DynamicsFit;
  readonly place: number;
  readonly actual: ComparedRule | null;
  readonly predictions: readonly Prediction[];
  readonly scores: readonly PredictionScore[];
  readonly rules: readonly RuleOutcome[];
  readonly calls: BatchEstimate;
  /** Share of today's members that are left at the end of each year. */
  readonly remaining: readonly BatchEstimate[];
  readonly lost: BatchEstimate;
  readonly carried: CarriedOut;
  readonly after: ExitsAfterCalls;
}

type Batches = readonly (readonly SimulatedPath[])[];

const over = (
  batches: Batches,
  level: number,
  top: (path: SimulatedPath) => number,
  bottom: (path: SimulatedPath) => number,
): BatchEstimate | null =>
  batchEstimate(
    batches.map((paths) => paths.map((path) => ({ top: top(path), bottom: bottom(path) }))),
    level,
  );

function ruleOutcomes(
  batches: Batches,
  actual: ComparedRule | null,
  {
    fit,
    id,
    level,
  }: { readonly fit: DynamicsFit; readonly id: string; readonly level: number },
): readonly RuleOutcome[] {
  const share = (place: number): BatchEstimate | null =>
    over(
      batches,
      level,
      ({ answered }) => answered[place]!,
      ({ calls }) => calls,
    );
  if (actual === null) {
    return [{ rule: null, answered: share(0), difference: null, precedents: 0, own: 0 }];
  }
  const own = COMPARED_RULES.indexOf(actual);
  return COMPARED_RULES.map((rule, place) => ({
    rule,
    answered: share(place),
    difference:
      rule === actual
        ? null
        : over(
            batches,
            level,
            ({ answered }) => answered[place]! - answered[own]!,
            ({ calls }) => calls,
          ),
    precedents: fit.recorded.filter((call) => call.rule === rule).length,
    own: fit.recorded.filter((call) => call.rule === rule && call.organisation === id).length,
  }));
}

/** Fits, validates and simulates the dynamics of an organisation with two members or more. */
export function runDynamics(
  { record, query, progress }: ViewContext,
  organisation: Organisation,
  at: string,
): DynamicsRun {
  const peers = record.organisations.filter(
    ({ id, kind }) => kind === "alliance" || id === organisation.id,
  );
  const ruleOf = rulesInForce(record);
  const input = {
    cases: record.cases,
    organisations: peers,
    at,
    coding: query.coding,
    ruleOf,
  };
  const { level, seed, years, draws } = query;
  const origins = ORIGINS.filter(
    (day) => `${Number(day.slice(0, 4)) + PAST_YEARS}${day.slice(4)}` <= at,
  );
  progress?.(0, 3, "predicting the past");
  // Separate sources, so that the past is predicted alike whatever future is asked for.
  const predictions = validateDynamics(
    input,
    { origins, years: PAST_YEARS, draws: PAST_DRAWS, level },
    seededRandom(seed),
  );
  const scoring = seededRandom(seed);
  const fit = fitDynamics(input);
  const place = fit.histories.findIndex(({ id }) => id === organisation.id);
  const named = ruleOf(organisation, at);
  const actual = isComparedRule(named) ? named : null;
  progress?.(1, 3, "simulating the years to come");
  const { batches } = simulateDynamics(
    fit,
    organisation.id,
    { years, actual, rules: COMPARED_RULES },
    { draws, paths: PATHS },
    seededRandom(seed),
  );
  progress?.(2, 3, "comparing the rules");
  const members = fit.histories[place]!.members.length;
  const replay = seededRandom(seed);
  return {
    organisation,
    at,
    base: `/alliances/${organisation.id}/dynamics`,
    query,
    peers,
    fit,
    place,
    actual,
    predictions,
    scores: PREDICTED.flatMap(
      (what) => scorePredictions(predictions, what, level, scoring) ?? [],
    ),
    rules: ruleOutcomes(batches, actual, { fit, id: organisation.id, level }),
    calls: over(
      batches,
      level,
      ({ calls }) => calls,
      () => 1,
    )!,
    remaining: Array.from({ length: years }, (_, year) =>
      over(
        batches,
        level,
        (path) => path.remaining[year]!,
        () => members,
      )!,
    ),
    lost: over(
      batches,
      level,
      ({ remaining }) => members - remaining.at(-1)!,
      () => 1,
    )!,
    carried: meanCarriedOut(fit, PAST_DRAWS, replay, countDraws(replay)),
    after: exitsAfterCalls(fit.recorded, peers, at, level),
  };
}
