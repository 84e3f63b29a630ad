import type { EventDate } from "../dates/event-date.ts";
import type { StateKey } from "../states/state.ts";
import type { ActorId, EventType, Threat } from "./case.ts";
import type { Confidence, DecisionRule } from "./organisation.ts";
import type { SourceRef } from "./source-ref.ts";

/** What a provision binds the parties to; procedure and organisation are `other`. */
export const OBLIGATIONS = [
  "defense",
  "offense",
  "neutrality",
  "nonaggression",
  "consultation",
  "other",
] as const;

/** What a provision binds the parties to. */
export type Obligation = (typeof OBLIGATIONS)[number];

/** The constraint templates after Declare (Pesic & van der Aalst 2006, doi:10.1007/11837862_18). */
export const TEMPLATES = [
  "existence",
  "absence",
  "response",
  "precedence",
  "succession",
  "responded-existence",
  "not-coexistence",
] as const;

/**
 * How the events of a case must stand to each other. With A for `when` and B for `then`:
 * `existence`: B happens (if A does, where there is an A). `absence`: B does not happen (after A).
 * `response`: after each A comes a B. `precedence`: before each A has been a B (written `first`).
 * `succession`: response, and each B has been preceded by an A. `responded-existence`: if A happens
 * B happens, before or after. `not-coexistence`: A and B do not both happen.
 */
export type Template = (typeof TEMPLATES)[number];

/** Roles that a constraint may name instead of an actor's id. */
export const ROLES = [
  "any",
  "appellant",
  "addressee",
  "member",
  "each-member",
  "other-members",
  "each-other-member",
  "non-member",
  "organ",
] as const;

/**
 * Who acts in a constraint: a role, or an actor's id. `member` is at least one party, `each-member`
 * every party; `other-members` and `each-other-member` leave the states concerned out; `organ` is
 * any organ or organisation.
 */
export type ActorTerm = ActorId;

/**
 * Which events of a case a constraint speaks of. An empty list asks nothing. `threat`, `place` and
 * `adversary` are read from the case; everything else from the event.
 */
export interface EventSelector {
  readonly events: readonly EventType[];
  readonly actors: readonly ActorTerm[];
  readonly addressees: readonly ActorTerm[];
  /** Articles of this treaty that the event (or else the case) invokes. */
  readonly articles: readonly string[];
  readonly instruments: readonly string[];
  /** The threat as claimed; as coded where nothing was claimed. */
  readonly threats: readonly Threat[];
  readonly place: "inside" | "outside" | null;
  readonly adversary: "member" | "non-member" | null;
}

/** One testable duty: a line that a lawyer can check against the article. */
export interface Constraint {
  readonly id: string;
  /** The duty in one sentence. */
  readonly says: string;
  readonly template: Template;
  /** What sets the duty off; null for an unconditional existence or absence. */
  readonly when: EventSelector | null;
  /** `then` in the file, `first` in a precedence. */
  readonly target: EventSelector;
  /** The window as an ISO 8601 duration, and in milliseconds; null for none. */
  readonly within: string | null;
  readonly withinMs: number | null;
  /** Where the article's words leave room ("at once"): how they were read, and why. */
  readonly reading: string | null;
}

/**
 * Where the danger must lie for a provision to apply: in the treaty's area, outside it, either, or
 * between two parties.
 */
export const AREAS = ["inside", "outside", "both", "between"] as const;

/** Where the danger must lie for a provision to apply. */
export type Area = (typeof AREAS)[number];

/** Whose vote does not count in a decision, where the article leaves somebody out. */
export const WITHOUT_VOTE = ["parties-to-dispute", "aggressor", "member-concerned"] as const;

/** Whose vote does not count in a decision. */
export type WithoutVote = (typeof WITHOUT_VOTE)[number];

/** What sets a provision off. */
export interface Trigger {
  readonly threats: readonly Threat[];
  /** The place in the article's own terms. */
  readonly place: string | null;
  /** The same as one of four areas; null where the article names no place. */
  readonly area: Area | null;
  readonly requestNeeded: boolean | null;
  readonly note: string | null;
}

/** Who decides under a provision, by what rule. */
export interface Decides {
  /** An organ's id, `each-party`, or null. */
  readonly organ: string | null;
  readonly rule: DecisionRule | "none";
  /** Whose vote is left out; null where every party votes. */
  readonly without: WithoutVote | null;
  readonly note: string | null;
}

/** Whom the parties must tell, and how soon (`immediately` or an ISO 8601 duration). */
export interface Notice {
  readonly to: string;
  readonly within: string | null;
  readonly note: string | null;
}

/** One dated provision: an article or a paragraph as it stood in some versions of the text. */
export interface Provision {
  readonly id: string;
  readonly article: string;
  /** Ids of the versions in which it stands. */
  readonly versions: readonly string[];
  /** What it says, in the coder's own words. */
  readonly text: string;
  readonly obligation: Obligation;
  readonly trigger: Trigger | null;
  readonly decides: Decides | null;
  readonly notices: readonly Notice[];
  /** Forces or means that the provision opens, by id. */
  readonly instruments: readonly string[];
  readonly legalBase: string | null;
  /** Notice of withdrawal as an ISO 8601 duration. */
  readonly exit: { readonly notice: string | null; readonly note: string | null } | null;
  readonly confidence: Confidence;
  readonly sources: readonly SourceRef[];
  readonly note: string | null;
  readonly constraints: readonly Constraint[];
}

/** A text in force from one date until another. */
export interface TreatyVersion {
  readonly id: string;
  readonly from: EventDate;
  /** The day from which it was no longer the text in force; null while it is. */
  readonly to: EventDate | null;
  readonly basis: string;
  readonly sources: readonly SourceRef[];
}

/** A dated act in the life of a treaty. */
export interface TreatyAct {
  readonly date: EventDate;
  readonly place: string | null;
  readonly event: string | null;
  readonly sources: readonly SourceRef[];
}

/** What a treaty is. */
export const TREATY_KINDS = [
  "alliance",
  "charter",
  "protocol",
  "force-agreement",
  "peacekeeping-agreement",
  "mechanism",
  "bilateral",
  "declaration",
] as const;

/** A treaty as dated data. */
export interface Treaty {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly kind: (typeof TREATY_KINDS)[number];
  readonly signed: TreatyAct;
  /** Null when the treaty never entered into force. */
  readonly inForce: TreatyAct | null;
  readonly ended: TreatyAct | null;
  /** Parties of a treaty without an organisation; members are dated in the organisation's file. */
  readonly parties: readonly StateKey[];
  readonly partiesNote: string | null;
  readonly versions: readonly TreatyVersion[];
  readonly provisions: readonly Provision[];
  /** Articles that a case may cite though no provision codes them. */
  readonly otherArticles: readonly string[];
  readonly notes: string | null;
}

/** The articles of a treaty that a case may cite: `4(1)` in the record also makes `4` citable. */
export function citableArticles(treaty: Treaty): ReadonlySet<string> {
  const written = [...treaty.provisions.map(({ article }) => article), ...treaty.otherArticles];
  return new Set([...written, ...written.map((article) => article.replace(/\(.*$/u, ""))]);
}
