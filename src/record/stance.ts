import type { EventDate } from "../dates/event-date.ts";
import type { StateKey } from "../states/state.ts";
import type { Conflict } from "./case.ts";
import type { Confidence } from "./organisation.ts";
import type { SourceRef } from "./source-ref.ts";

/** In what office somebody spoke. */
export const SPEAKERS = [
  "president",
  "prime-minister",
  "ministry",
  "parliament",
  "other",
] as const;

/** The office in which somebody spoke. */
export type Speaker = (typeof SPEAKERS)[number];

/** What a stance is about. */
export const SUBJECTS = [
  "ukraine-2014",
  "ukraine-2022",
  "recognition-crimea",
  "recognition-dnr-lnr",
  "annexation-2022",
  "sanctions",
  "csto-deployment",
  "kazakhstan-2022",
  "other",
] as const;

/** The matter of a stance. */
export type Subject = (typeof SUBJECTS)[number];

/** The kinds of acts in which a stance shows. */
export const STANCE_KINDS = [
  "recognition",
  "leader-call",
  "statement",
  "material-help",
  "sanction",
  "denial",
  "mediation",
  "vote",
  "criticism",
] as const;

/** The kind of act in which a stance shows. */
export type StanceKind = (typeof STANCE_KINDS)[number];

/** How an act stands to the alliance's largest member; `n/a` where the question does not arise. */
export const SIDES = ["with-largest", "neutral", "against-largest", "n/a"] as const;

/** The side that an act takes. */
export type Side = (typeof SIDES)[number];

/** One dated public act or statement, coded towards the largest member of an alliance. */
export interface StanceRow {
  readonly id: string;
  /** The alliance towards whose largest member `side` is coded. */
  readonly alliance: string;
  /** The state that spoke, or null when an organisation did. */
  readonly state: StateKey | null;
  /** The organisation that spoke, or null when a state did. */
  readonly organisation: string | null;
  readonly date: EventDate;
  readonly speaker: Speaker;
  readonly who: string | null;
  readonly subject: Subject;
  readonly kind: StanceKind;
  readonly side: Side;
  /** The state that was called, helped or listed. */
  readonly counterpart: StateKey | null;
  readonly text: string;
  /** What other sources say; it stands beside the row, never in its place. */
  readonly conflicts: readonly Conflict[];
  readonly confidence: Confidence;
  readonly sources: readonly SourceRef[];
}
