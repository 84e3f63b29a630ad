import type { Answer } from "../../answer/answer.ts";
import type { ParameterName } from "../../answer/query.ts";
import type { Disagreement } from "../../record/record.ts";
import type { Source } from "../../record/source.ts";

/** A question that a page puts to a worker. */
export type Question =
  | { readonly kind: "answer"; readonly address: string }
  | { readonly kind: "catalogue" }
  | { readonly kind: "names" }
  | { readonly kind: "search"; readonly text: string }
  | { readonly kind: "holdings" };

/** A link from one answer to another about the same thing. */
export interface RelatedAddress {
  readonly address: string;
  readonly label: string;
  readonly describe: string;
}

/** The view behind an answer, as far as a page needs it. */
export interface ViewInfo {
  readonly path: string;
  readonly describe: string;
  readonly parameters: readonly ParameterName[];
}

/** An answer with what is needed to ask the next one. */
export interface AnswerReply {
  readonly answer: Answer;
  readonly view: ViewInfo;
  /** The query as written in an address; an empty text is the record's own bound, or all. */
  readonly values: Readonly<Partial<Record<ParameterName, string>>>;
  readonly related: readonly RelatedAddress[];
}

/** A state as a page names and maps it. */
export interface CatalogueState {
  readonly key: string;
  readonly name: string;
  /** Its other names, earlier ones among them. */
  readonly also: readonly string[];
  /** UN M49 code of its last identity, which the map's shapes carry. */
  readonly m49: string;
  /** The day on which it ceased to be, or empty. */
  readonly to: string;
  readonly votes: boolean;
}

/** An organisation as a page names it, with its members on the last day of the votes. */
export interface CatalogueOrganisation {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly kind: "alliance" | "comparator";
  readonly ended: boolean;
  readonly members: readonly string[];
  readonly ever: readonly string[];
}

/** A name and its address. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the record holds, by name: enough for menus, links and maps. */
export interface Catalogue {
  readonly release: string;
  readonly first: string;
  readonly last: string;
  readonly rollCalls: number;
  readonly states: readonly CatalogueState[];
  readonly organisations: readonly CatalogueOrganisation[];
  readonly views: readonly (ViewInfo & { readonly example: string })[];
}

/** The cases and treaties, whose files the catalogue does without. */
export interface Names {
  readonly cases: readonly Named[];
  readonly treaties: readonly Named[];
}

/** One thing found. */
export interface Hit {
  readonly kind:
    | "Organisation"
    | "State"
    | "Pair of states"
    | "Case"
    | "Treaty"
    | "Provision"
    | "Method"
    | "Kind of answer"
    | "Claim"
    | "Event"
    | "Roll call"
    | "Source";
  readonly name: string;
  readonly detail: string;
  readonly address: string;
}

/** What a search found, best first, and how many of each kind there are in all. */
export interface SearchReply {
  /** What was searched instead, where nothing holds the words as they are written; else null. */
  readonly instead: string | null;
  readonly hits: readonly Hit[];
  readonly totals: Readonly<Record<string, number>>;
}

/** The sources of the record and what they do not agree on. */
export interface Holdings {
  readonly sources: readonly Source[];
  readonly disagreements: readonly Disagreement[];
  /** Roll calls by decade: all, those with every vote known, those with a topic. */
  readonly decades: readonly {
    readonly decade: string;
    readonly rollCalls: number;
    readonly complete: number;
    readonly coded: number;
  }[];
}

/** What each kind of question is answered with. */
export interface Replies {
  readonly answer: AnswerReply;
  readonly catalogue: Catalogue;
  readonly names: Names;
  readonly search: SearchReply;
  readonly holdings: Holdings;
}

/** A fault as it crosses from a worker: the typed error's code and its one line. */
export interface Fault {
  readonly code: string;
  readonly line: string;
}

/** What a worker is sent. */
export interface Request {
  readonly id: number;
  readonly question: Question;
}

/**
 * What a worker sends. The sections of a long answer come in turn: a part, and at the end the reply,
 * hold those alone that no part before held.
 */
export type Response =
  | { readonly id: number; readonly part: AnswerReply }
  | { readonly id: number; readonly reply: Replies[keyof Replies] }
  | { readonly id: number; readonly fault: Fault }
  | {
      readonly id: number;
      readonly progress: {
        readonly done: number;
        readonly total: number;
        readonly what: string;
      };
    };
