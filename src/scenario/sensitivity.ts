import { UsageError } from "../errors.ts";
import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";
import { CALL_PLACES, CALL_THREATS, type Call, type HeldStance } from "./call.ts";
import {
  type CallRun,
  runCall,
  type RunModel,
  type RunOptions,
  simulationBy,
} from "./run-call.ts";
import type { Simulation } from "./simulate.ts";
import { UNSEEN, type Unseen } from "./unseen.ts";

/** The rules that are one count of votes. */
const COUNTED = [
  "consensus",
  "unanimity",
  "two-thirds",
  "majority",
  "each-for-itself",
] as const;

/** Members up to which every one of them is tried as the appellant. */
const MOST_APPELLANTS = 9;

/** One thing about a call changed, all else as it was. */
export interface Switch {
  readonly what:
    | "threat"
    | "place"
    | "adversary"
    | "appellant"
    | "rule"
    | "mandate"
    | "members not seen";
  readonly to: string;
  /** Null where the changed call has no path; `refused` then says why. */
  readonly run: Simulation | null;
  readonly refused: string | null;
}

type Variant = readonly [what: Switch["what"], to: string, call: Call, unseen?: Unseen];

function variants(run: CallRun): readonly Variant[] {
  const { call, asked, largest, rule } = run.plan;
  const adversary = call.threat === "internal" ? null : call.adversary;
  const others =
    asked.length <= MOST_APPELLANTS ? asked : asked.filter((state) => state === largest);
  return [
    ...CALL_THREATS.filter((threat) => threat !== call.threat).map(
      (threat) =>
        [
          "threat",
          threat,
          { ...call, threat, adversary: threat === "internal" ? null : adversary },
        ] as const,
    ),
    ...CALL_PLACES.filter((place) => place !== call.place).map(
      (place) => ["place", place, { ...call, place }] as const,
    ),
    ...(call.place === "outside"
      ? [["mandate", call.mandate ? "no" : "yes", { ...call, mandate: !call.mandate }] as const]
      : []),
    ...(call.adversary === null
      ? []
      : [["adversary", "none named", { ...call, adversary: null }] as const]),
    ...others
      .filter((state) => state !== call.adversary)
      .map((state) => ["appellant", state, { ...call, appellant: state }] as const),
    ...COUNTED.filter((other) => other !== rule).map(
      (other) => ["rule", other, { ...call, rule: other }] as const,
    ),
  ];
}

/**
 * What would come of a call with one thing about it changed: the threat, the place, the adversary,
 * who calls, by which rule; and with the members that were not seen in the cases counted as
 * acquiescing or as abstaining, the models fitted anew. Every variant is planned anew under the texts in force and simulated
 * from the same seed by the model asked for; one whose path is closed says which article or fact closes it.
 */
export function sensitivityOf(
  record: CasusRecord,
  run: CallRun,
  hands: ReadonlyMap<StateKey, HeldStance>,
  options: RunOptions & { readonly model: RunModel },
): readonly Switch[] {
  const all: readonly Variant[] = [
    ...variants(run),
    ...(Object.keys(UNSEEN) as Unseen[]).map(
      (unseen) => ["members not seen", unseen, run.plan.call, unseen] as const,
    ),
  ];
  return all.map(([what, to, call, unseen = null]): Switch => {
    const kept = new Map([...hands].filter(([state]) => state !== call.appellant));
    try {
      const changed = runCall(record, call, kept, { ...options, unseen });
      return { what, to, run: simulationBy(changed, options.model), refused: null };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return { what, to, run: null, refused: error.message };
    }
  });
}
