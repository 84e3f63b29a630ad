import type { EventDate } from "../dates/event-date.ts";
import type { StateKey } from "../states/state.ts";
import type { Confidence } from "./organisation.ts";
import type { SourceRef } from "./source-ref.ts";

/** In what a member takes part: `command` is to keep forces under a common command. */
export const PARTICIPATION_KINDS = [
  "summit",
  "exercise",
  "dues",
  "signature",
  "budget",
  "hosting",
  "operation",
  "command",
] as const;

/** A kind of event in which a member takes part. */
export type ParticipationKind = (typeof PARTICIPATION_KINDS)[number];

/**
 * By whom a member was represented, highest first. `deputy` is that of a head (vice-president,
 * crown prince, deputy prime minister); `none` where nobody came or no level applies or was seen.
 */
export const LEVELS = [
  "head-of-state",
  "head-of-government",
  "deputy",
  "minister",
  "envoy",
  "none",
] as const;

/** By whom a member was represented. */
export type Level = (typeof LEVELS)[number];

/** Whether a member took part; `declined` is away by its own choice, `no` away for any reason. */
export const PRESENCES = ["yes", "no", "declined", "unknown"] as const;

/** Whether a member took part. */
export type Presence = (typeof PRESENCES)[number];

/** One state at one event of an organisation. */
export interface ParticipationRow {
  /** The event's id and the state's key in lower case. */
  readonly id: string;
  readonly event: string;
  readonly organisation: string;
  readonly title: string;
  readonly kind: ParticipationKind;
  readonly date: EventDate;
  readonly state: StateKey;
  readonly present: Presence;
  readonly level: Level;
  readonly text: string | null;
  /** Why a state that is not a member on the day has a row; null for a member. */
  readonly outside: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly SourceRef[];
}
