import { CODINGS, type AnswerCoding } from "../measures/responsiveness/answer-coding.ts";
import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";
import { arrivalsOf, codingOf } from "./arrivals.ts";
import { askMembers } from "./ask-members.ts";
import type { BargainedStances } from "./bargaining/bargain-stances.ts";
import { bargainedModel } from "./bargaining/bargained-model.ts";
import { capabilitiesOf, type Capability } from "./bargaining/capability.ts";
import type { Call, HeldStance } from "./call.ts";
import { type FittedModels, scenarioLaboratory } from "./laboratory.ts";
import { once } from "../record/once.ts";
import { planOn } from "./plan-on.ts";
import type { CallPlan } from "./plan.ts";
import type { Unseen } from "./unseen.ts";
import { simulate, type Simulation, type SimulationOptions } from "./simulate.ts";

/** A call with its path, and what came of it under each model. */
export interface CallRun {
  readonly plan: CallPlan;
  readonly models: FittedModels;
  /** Stances that were fixed: by hand, and for an adversary that is a member. */
  readonly held: ReadonlyMap<StateKey, HeldStance>;
  readonly arrivals: { readonly came: number; readonly of: number };
  /** Of the cases with stances on record before the day: in how many it came so. */
  readonly plain: { readonly adopted: number; readonly came: number; readonly of: number };
  /** Null where too few stances are on record before the day to estimate choices. */
  readonly choice: Simulation | null;
  readonly base: Simulation;
  /** The members bargaining from where the choice model, or the base rate, has them. */
  readonly bargained: () => BargainedRun;
}

/** How a call is run. */
export interface RunOptions extends SimulationOptions {
  /** What members that were not seen in the cases are counted as; left out or null: left out. */
  readonly unseen?: Unseen | null;
  /** What members bring to bear where they bargain; left out: by their means, where known. */
  readonly capability?: Capability;
}

/** How members bargained before they answered, and what came of it. */
export interface BargainedRun {
  readonly stances: BargainedStances;
  readonly simulation: Simulation;
}

/** A model of members' decisions that a run may speak by. */
export type RunModel = "choice" | "base-rate" | "bargaining";

/** What came of a run by a model; by the base rate where no choice is estimated. */
export function simulationBy(run: CallRun, model: RunModel): Simulation {
  if (model === "bargaining") return run.bargained().simulation;
  return model === "base-rate" ? run.base : (run.choice ?? run.base);
}

/** How many cases came out so. */
function outcomesIn({ cases }: FittedModels, coding: AnswerCoding): number {
  const outcomes: readonly string[] = CODINGS[coding];
  return cases.filter(({ item }) => outcomes.includes(item.outcome)).length;
}

/** A member that is the adversary objects, unless a stance is held for it. */
function heldWithAdversary(
  { call, asked }: CallPlan,
  held: ReadonlyMap<StateKey, HeldStance>,
): ReadonlyMap<StateKey, HeldStance> {
  const { adversary } = call;
  if (adversary === null || held.has(adversary) || !asked.includes(adversary)) return held;
  return new Map([...held, [adversary, "no"]]);
}

/**
 * Plans a call and simulates it under the choice model, the base rate or bargaining, as each is first
 * asked for; all are fitted to the cases before its day.
 *
 * @throws UsageError in one line where the path is closed or the input contradicts itself.
 */
export function runCall(
  record: CasusRecord,
  call: Call,
  hands: ReadonlyMap<StateKey, HeldStance>,
  options: RunOptions,
): CallRun {
  const plan = planOn(record, call);
  const organisation = record.organisations.find(({ id }) => id === call.alliance)!;
  const models = scenarioLaboratory(record).before(call.at, options.unseen ?? null);
  const members = askMembers(record, organisation, call, plan.asked, models.cases);
  const held = heldWithAdversary(plan, hands);
  const arrivals = arrivalsOf(models.cases, codingOf(call.instrument));
  const { rule, appellantVotes, without } = plan;
  const input = { members, rule, appellantVotes, without, held, arrivals };
  const choice = once(() =>
    models.choice === null ? null : simulate({ ...input, model: models.choice }, options),
  );
  const base = once(() => simulate({ ...input, model: models.base }, options));
  return {
    plan,
    models,
    held,
    arrivals,
    plain: {
      adopted: outcomesIn(models, "any"),
      came: outcomesIn(models, codingOf(call.instrument)),
      of: models.cases.length,
    },
    get choice() {
      return choice();
    },
    get base() {
      return base();
    },
    bargained: once(() => {
      const weights =
        options.capability === "equal"
          ? null
          : capabilitiesOf(record, call.alliance, [...plan.asked, call.appellant], call.at);
      const appellants = [call.appellant];
      const model = bargainedModel(models.choice ?? models.base, members, appellants, weights);
      return { stances: model.stances, simulation: simulate({ ...input, model }, options) };
    }),
  };
}
