import type { EventDate } from "../dates/event-date.ts";
import type { StateKey } from "../states/state.ts";
import type { ArticleRef, Size, Threat } from "./case.ts";
import type { Confidence, DecisionRule } from "./organisation.ts";
import type { SourceRef } from "./source-ref.ts";

/** What every dated thing of an organisation carries. */
interface Dated {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceRef[];
  readonly note: string | null;
}

/** A dated organ: who sits in it, and by which rule it decides. */
export interface Organ extends Dated {
  readonly sits: string;
  readonly rule: DecisionRule | "none";
  /** Where the rule stands or is seen, and what narrows it. */
  readonly ruleNote: string | null;
  readonly legalBases: readonly ArticleRef[];
  readonly from: EventDate;
  /** The day from which it no longer existed; null while it does. */
  readonly to: EventDate | null;
}

/** How large a force was said to be, at one date, by one family of sources. */
export interface ForceSize extends Size {
  readonly date: EventDate;
  readonly sources: readonly SourceRef[];
}

/** A dated force, with what it is for and under which text it may be used. */
export interface Force extends Dated {
  /** What the force is for, in the coder's own words. */
  readonly mandate: string;
  /** The threats that the mandate names. */
  readonly threats: readonly Threat[];
  /** Where the mandate lets it act: on members' territory, outside it, or both. */
  readonly area: "inside" | "outside" | "both";
  /** The organ that decides on its use. */
  readonly decides: string;
  readonly legalBases: readonly ArticleRef[];
  readonly from: EventDate;
  readonly to: EventDate | null;
  /** Every size seen; contradicting ones stand side by side. */
  readonly sizes: readonly ForceSize[];
}

/** The kinds of gathering. */
export const GATHERING_KINDS = ["exercise", "session"] as const;

/** What came of a gathering that had been called. */
export const GATHERING_OUTCOMES = ["held", "cancelled", "refused", "planned"] as const;

/** How a member stood to a gathering. */
export const GATHERING_STANCES = [
  "hosted",
  "took-part",
  "sent-lower-level",
  "absent",
  "cancelled",
  "refused-to-host",
] as const;

/** A dated exercise or session of an organisation. */
export interface Gathering extends Dated {
  readonly kind: (typeof GATHERING_KINDS)[number];
  readonly outcome: (typeof GATHERING_OUTCOMES)[number];
  readonly date: EventDate;
  readonly place: string | null;
  /** Personnel that took part; null where no source gives a number. */
  readonly size: Size | null;
  /** Only the members whose stance a source gives; the others are not seen. */
  readonly stances: readonly {
    readonly state: StateKey;
    readonly stance: (typeof GATHERING_STANCES)[number];
  }[];
}

/** The organs, forces and gatherings of the organisations. */
export interface OrganTables {
  readonly organs: readonly Organ[];
  readonly forces: readonly Force[];
  readonly gatherings: readonly Gathering[];
}
