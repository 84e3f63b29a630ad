import type { ConventionName } from "../measures/alignment/conventions.ts";
import type { AnswerCoding } from "../measures/responsiveness/answer-coding.ts";
import type { Outcome, Threat } from "../record/case.ts";
import type { TopicCode } from "../record/votes.ts";
import type { Capability } from "../scenario/bargaining/capability.ts";
import type { CallPlace, HeldStance } from "../scenario/call.ts";
import type { ComparedRule } from "../scenario/dynamics/rule-passes.ts";

export { CALL_PLACES, CALL_THREATS } from "../scenario/call.ts";

/** The similarity measures that an address may name. */
export const MEASURES = ["kappa", "pi", "s_abs", "s_sq", "agreement", "alignment"] as const;

/** The name of a similarity measure in an address. */
export type MeasureName = (typeof MEASURES)[number];

/** The means of power that an address may name. */
export const MEANS = ["gdp", "population", "cinc", "milex", "milper"] as const;

/** The levels of confidence that an address may ask for, from the lowest. */
export const CONFIDENCES = ["low", "medium", "high"] as const;

/** Who decides on a call. */
export const DECIDERS = ["organ", "single", "mixed", "none"] as const;

/** The models of members' decisions that a scenario may speak by. */
export const SCENARIO_MODELS = ["choice", "base-rate", "bargaining"] as const;

/** The parsed query of an address; every value has its default. */
export interface Query {
  /** First and last day, inclusive; null is the record's own. */
  readonly from: string | null;
  readonly to: string | null;
  readonly topic: TopicCode | null;
  readonly measure: MeasureName;
  readonly convention: ConventionName;
  readonly by: "session" | "year" | "all";
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
  readonly state: readonly string[];
  readonly q: string | null;
  readonly at: string | null;
  /** Shows one year only of an answer that is computed from all. */
  readonly year: number | null;
  /** Whether positions are fitted on all states' votes or on the members' alone. */
  readonly scope: "world" | "members";
  readonly limit: number;
  readonly offset: number;
  /** Filters of cases; null takes all. */
  readonly organisation: string | null;
  readonly threat: Threat | null;
  readonly outcome: Outcome | null;
  readonly decider: (typeof DECIDERS)[number] | null;
  /** The lowest confidence of the cases, and of their events, that count. */
  readonly confidence: (typeof CONFIDENCES)[number];
  /** What counts as an answer to a call. */
  readonly coding: AnswerCoding;
  /** Years to come of a simulation. */
  readonly years: number;
  /** The rule of decision whose effect is asked for; null asks for all, or is the treaty's. */
  readonly rule: ComparedRule | null;
  /** A call to be simulated: on which organisation, by which member, against whom, where. */
  readonly alliance: string | null;
  readonly appellant: string | null;
  readonly adversary: string | null;
  readonly place: CallPlace;
  /** What is asked for: `troops`, `materiel`, `consultation`, or a force's id. */
  readonly instrument: string;
  /** Whether the United Nations' Security Council has given a mandate. */
  readonly mandate: "yes" | "no";
  /** A member that is taken to have left before the call. */
  readonly left: string | null;
  /** Stances fixed by hand, by state, in the order of the states. */
  readonly hold: readonly (readonly [state: string, stance: HeldStance])[];
  readonly model: (typeof SCENARIO_MODELS)[number];
  /** What members bring to bear where they bargain. */
  readonly capability: Capability;
  readonly calls: number;
  /** One means of power; null is every one, or the view's own. */
  readonly means: (typeof MEANS)[number] | null;
}

/** A parameter's name in an address. */
export type ParameterName = keyof Query;
