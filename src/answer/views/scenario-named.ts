import { NotFoundError, UsageError } from "../../errors.ts";
import type { NamedCall, NamedScenario } from "../../record/named-scenario.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Call, HeldStance } from "../../scenario/call.ts";
import { type CallRun, runCall, simulationBy } from "../../scenario/run-call.ts";
import type { RunMemory } from "../../scenario/run-memory.ts";
import type { Simulation } from "../../scenario/simulate.ts";
import type { StateKey } from "../../states/state.ts";
import { nearestNames, organisationOf } from "../lookup.ts";
import type { Query } from "../query.ts";
import { dayAsked } from "./power-rules.ts";

/** One path of a named scenario, run, or refused in one line. */
export interface NamedPath {
  readonly label: string;
  readonly call: Call;
  readonly run: CallRun | null;
  /** What the query's model says; null where the path is closed. */
  readonly shown: Simulation | null;
  readonly refused: string | null;
}

/** The scenario with this id. @throws NotFoundError with the nearest ids. */
export function namedScenario(record: CasusRecord, id: string): NamedScenario {
  const found = record.scenarios.find((scenario) => scenario.id === id.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(
    id,
    record.scenarios.map((scenario) => [scenario.id, scenario.title]),
  );
  throw new NotFoundError(`there is no scenario ${JSON.stringify(id.slice(0, 60))}.`, {
    hint: `Nearest: ${near.join(", ")}. "/scenarios" lists them all.`,
  });
}

/** A named call on its day; the last day of the record's votes where it names none. */
function callOfNamed(record: CasusRecord, { at, ...call }: NamedCall): Call {
  const organisation = organisationOf(record, call.alliance);
  const last = record.votes.rollCalls.at(-1)?.date ?? "";
  return { ...call, at: dayAsked(organisation, at, last), rule: null };
}

/** The main call of a scenario and its variants, each run or refused. */
export function pathsOf(
  record: CasusRecord,
  scenario: NamedScenario,
  held: ReadonlyMap<StateKey, HeldStance>,
  query: Query & { readonly memory: RunMemory },
): readonly NamedPath[] {
  const { calls, seed, level, model, capability, memory } = query;
  const named = [{ label: "the scenario", call: scenario.call }, ...scenario.variants];
  return named.map(({ label, call: raw }): NamedPath => {
    const call = callOfNamed(record, raw);
    const hands = new Map([...held].filter(([state]) => state !== call.appellant));
    try {
      const run = runCall(record, call, hands, {
        calls,
        seed,
        level,
        capability,
        memory,
      });
      return { label, call, run, shown: simulationBy(run, model), refused: null };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return { label, call, run: null, shown: null, refused: error.line };
    }
  });
}
