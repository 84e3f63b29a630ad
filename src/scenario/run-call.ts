import { UsageError } from "../errors.ts";
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
import { drawCalls, drawnBytes } from "./draw-calls.ts";
import { planOn } from "./plan-on.ts";
import type { CallPlan } from "./plan.ts";
import { createRunMemory, type RunMemory } from "./run-memory.ts";
import type { StanceModel } from "./stance-model.ts";
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
  /** What earlier runs on the same record computed; left out: nothing. */
  readonly memory?: RunMemory;
}

/** About what a plan takes, and what is known of a member. */
const PLAN_BYTES = 16_384;
const MEMBER_BYTES = 1024;

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

/** The path of a call, worked out before or now. @throws UsageError where it is closed. */
function plannedCall(record: CasusRecord, call: Call, memory: RunMemory): CallPlan {
  const planned = memory.recall(`plan ${JSON.stringify(call)}`, PLAN_BYTES, () => {
    try {
      return planOn(record, call);
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
  });
  if (planned instanceof UsageError) throw planned;
  return planned;
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
  const { unseen = null, capability = "means", memory = createRunMemory() } = options;
  const plan = plannedCall(record, call, memory);
  const { rule, appellantVotes, without, asked } = plan;
  const organisation = record.organisations.find(({ id }) => id === call.alliance)!;
  const models = scenarioLaboratory(record).before(call.at, unseen);
  const { alliance, appellant, at, threat, place, adversary, left } = call;
  const who = JSON.stringify([alliance, appellant, at, threat, place, adversary, left, unseen]);
  const members = memory.recall(`members ${who}`, asked.length * MEMBER_BYTES, () =>
    askMembers(record, organisation, call, asked, models.cases),
  );
  const held = heldWithAdversary(plan, hands);
  const arrivals = arrivalsOf(models.cases, codingOf(call.instrument));
  const input = { members, rule, appellantVotes, without, held, arrivals };
  const run = (name: string, model: StanceModel): Simulation =>
    simulate({ ...input, model }, options, (drawn, { calls, seed }) =>
      memory.recall(
        `calls ${JSON.stringify([name, arrivals, calls, seed])} ${who}`,
        drawnBytes(members.length, calls),
        () => drawCalls(drawn, { calls, seed }),
      ),
    );
  const choice = once(() => (models.choice === null ? null : run("choice", models.choice)));
  const base = once(() => run("base-rate", models.base));
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
      const name = `bargaining ${capability}`;
      const model = memory.recall(`${name} ${who}`, asked.length * MEMBER_BYTES, () => {
        const weights =
          capability === "equal"
            ? null
            : capabilitiesOf(record, alliance, [...asked, appellant], at);
        return bargainedModel(models.choice ?? models.base, members, [appellant], weights);
      });
      return { stances: model.stances, simulation: run(name, model) };
    }),
  };
}
