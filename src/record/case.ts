import type { EventDate } from "../dates/event-date.ts";
import type { StateKey } from "../states/state.ts";
import type { Confidence } from "./organisation.ts";
import type { SourceRef } from "./source-ref.ts";

/** What can happen in a case. */
export const EVENT_TYPES = [
  "crisis-start",
  "crisis-end",
  "appeal",
  "appeal-withdrawn",
  "consultation",
  "session",
  "decision",
  "refusal",
  "mandate",
  "notification-un",
  "parliamentary-approval",
  "quorum-failure",
  "domestic-criticism",
  "statement",
  "deployment",
  "deployment-complete",
  "withdrawal-announced",
  "withdrawal-start",
  "withdrawal-end",
  "other",
] as const;

/** What happened in an event. */
export type EventType = (typeof EVENT_TYPES)[number];

/** The kinds of threat, as claimed by the appellant and as coded. */
export const THREATS = ["external", "internal", "terrorism", "cyber", "mixed"] as const;

/** A kind of threat. */
export type Threat = (typeof THREATS)[number];

/** The cause that a speaker names. */
export const FRAMES = [
  "domestic-unrest",
  "internal-matter",
  "foreign-aggression",
  "terrorism",
  "coup",
  "rebellion",
  "border-incident",
  "disaster",
  "protection-of-nationals",
  "other",
] as const;

/** A cause that a speaker named. */
export type Frame = (typeof FRAMES)[number];

/** What came of a case: `troops` are ground forces, `forces` are air, sea or partial ones. */
export const OUTCOMES = [
  "troops",
  "forces",
  "mission",
  "materiel",
  "political",
  "sanctions",
  "refused",
  "none",
  "no-appeal",
  "unknown",
] as const;

/** What came of a case. */
export type Outcome = (typeof OUTCOMES)[number];

/** How a member stood in a collective case. */
export const STANCES = [
  "contributed",
  "supported",
  "abstained",
  "dissented",
  "not-seen",
] as const;

/** How a member stood in a collective case. */
export type Stance = (typeof STANCES)[number];

/**
 * Who acted or was addressed: a state's key (`KAZ`), an organisation or one of its organs
 * (`csto`, `csto-council`), or another party (`other:abkhaz-side`).
 */
export type ActorId = string;

/** A number of people (or other units, by the note) known within bounds. */
export interface Size {
  readonly least: number | null;
  readonly most: number | null;
  readonly note: string | null;
}

/** An article of a treaty of the record, or an instrument in words where the record has none. */
export interface ArticleRef {
  /** A treaty of `data/treaties`, or null when `text` alone names the instrument. */
  readonly treaty: string | null;
  readonly article: string | null;
  readonly text: string | null;
  /** Who named the article, where sources differ. */
  readonly by: string | null;
  readonly sources: readonly SourceRef[];
}

/** What another source says of the same event; it stands beside the event, never in its place. */
export interface Conflict {
  readonly date: EventDate | null;
  readonly text: string | null;
  readonly sources: readonly SourceRef[];
}

/** One dated event of a case. */
export interface CaseEvent {
  readonly id: string;
  readonly type: EventType;
  /** EDTF text, and the span [earliest, latest) in UTC milliseconds; an open end is an infinity. */
  readonly date: EventDate;
  /** The offset from UTC in which a date without a clock is read. */
  readonly zone: string;
  readonly actors: readonly ActorId[];
  readonly speaker: string | null;
  readonly addressees: readonly ActorId[];
  readonly text: string;
  readonly articles: readonly ArticleRef[];
  /** Ids of forces or means, such as `csto-peacekeeping-force`. */
  readonly instruments: readonly string[];
  readonly frames: readonly Frame[];
  /** Why the event stands before one that it would be expected to follow. */
  readonly outOfOrder: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly SourceRef[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Events that did not happen: a source says so (`stated`), or a search of the named sources found
 * none (`searched`). Without such an entry a missing event proves nothing.
 */
export interface AbsentEvents {
  readonly events: readonly EventType[];
  readonly actors: readonly ActorId[];
  readonly addressees: readonly ActorId[];
  readonly basis: "stated" | "searched";
  readonly note: string | null;
  readonly sources: readonly SourceRef[];
}

/** What one state sent. */
export interface Contingent {
  readonly state: StateKey;
  readonly personnel: Size | null;
  readonly units: readonly string[];
  readonly confidence: Confidence;
  readonly sources: readonly SourceRef[];
}

/** How one member stood. */
export interface MemberStance {
  readonly state: StateKey;
  readonly stance: Stance;
  readonly date: EventDate | null;
  readonly note: string | null;
  readonly sources: readonly SourceRef[];
}

/** Who called for help, and whether the call was the government's own. */
export interface Appellant {
  readonly states: readonly StateKey[];
  readonly actor: string | null;
  readonly authentic: "yes" | "contested" | "no";
  readonly note: string | null;
}

/** Who was called. */
export interface Addressee {
  readonly kind: "organ" | "state" | "mixed" | "none";
  readonly ids: readonly ActorId[];
  readonly named: string | null;
}

/** One crisis in which help was or could have been called for, and what came of it. */
export interface Case {
  readonly id: string;
  /** The row of the first compilation, such as `CS14`, or null for a case added later. */
  readonly code: string | null;
  readonly title: string;
  /** The organisation whose record the case belongs to, or null for bilateral and ad hoc help. */
  readonly organisation: string | null;
  readonly institution: string | null;
  readonly treaties: readonly string[];
  /** The states in trouble, whether or not they called. */
  readonly concerned: readonly StateKey[];
  /** Null when nobody called: such a case enters no answered share. */
  readonly appellant: Appellant | null;
  readonly addressee: Addressee;
  readonly decider: "organ" | "single" | "mixed" | "none";
  readonly threat: {
    readonly claimed: readonly Threat[];
    readonly coded: Threat;
    readonly note: string | null;
  };
  readonly place: {
    readonly state: StateKey | null;
    readonly insideTreatyArea: boolean | null;
  };
  readonly adversary: readonly ActorId[];
  readonly articlesInvoked: readonly ArticleRef[];
  readonly instrumentAsked: readonly string[];
  readonly outcome: Outcome;
  readonly outcomeNote: string | null;
  readonly size: Size | null;
  readonly zone: string;
  /** In the order of the file, which is the order of time. */
  readonly events: readonly CaseEvent[];
  readonly absent: readonly AbsentEvents[];
  readonly contingents: readonly Contingent[];
  readonly stances: readonly MemberStance[];
  readonly forcesAvailable: readonly string[];
  readonly command: {
    readonly state: StateKey | null;
    readonly name: string | null;
    readonly sources: readonly SourceRef[];
  } | null;
  readonly confidence: Confidence;
  readonly coder: string;
  readonly notes: string | null;
  /** Cells of the first compilation that rest on general knowledge. */
  readonly generalKnowledge: readonly string[];
}
