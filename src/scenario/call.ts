import type { Threat } from "../record/case.ts";
import type { DecisionRule } from "../record/organisation.ts";
import type { StateKey } from "../states/state.ts";

/** The kinds of threat that a call may name; a mixed one is called as what the caller says it is. */
export const CALL_THREATS = ["external", "internal", "terrorism", "cyber"] as const;

/** A kind of threat that a call may name. */
export type CallThreat = Extract<Threat, (typeof CALL_THREATS)[number]>;

/** Where the danger lies: in the area that the treaty covers, or outside it. */
export const CALL_PLACES = ["inside", "outside"] as const;

/** Where the danger lies. */
export type CallPlace = (typeof CALL_PLACES)[number];

/** A call of a member on its alliance, whose answer is to be worked out. */
export interface Call {
  /** Id of an organisation. */
  readonly alliance: string;
  readonly appellant: StateKey;
  /** ISO day. */
  readonly at: string;
  readonly threat: CallThreat;
  readonly place: CallPlace;
  /** A state that the call names as adversary, or null. */
  readonly adversary: StateKey | null;
  /** `troops`, `materiel`, `consultation`, or the id of a force of the alliance. */
  readonly instrument: string;
  /** Whether the Security Council of the United Nations has mandated the operation. */
  readonly mandate: boolean;
  /** A member that is taken to have left before the call, or null. */
  readonly left: StateKey | null;
  /** A rule of decision in place of the treaty's; null keeps the treaty's. */
  readonly rule: DecisionRule | null;
}

/** A stance of a member fixed by hand. */
export const HELD = ["contribute", "yes", "abstain", "no"] as const;

/** A stance of a member fixed by hand: in favour with or without means of its own, or not. */
export type HeldStance = (typeof HELD)[number];
