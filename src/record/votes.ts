import type { StateKey } from "../states/state.ts";

/**
 * The codes of a vote cell. Absence, abstention and non-membership stay apart
 * (rule 3 of the domain); `unknown` is a member whose vote no source gives.
 */
export const VOTE = {
  notMember: 0,
  yes: 1,
  abstain: 2,
  no: 3,
  absent: 4,
  unknown: 5,
} as const;

/** One of the codes in `VOTE`. */
export type VoteCode = (typeof VOTE)[keyof typeof VOTE];

/** The names of the vote codes, by code, as they appear in data files and answers. */
export const VOTE_NAMES = [
  "not a member",
  "yes",
  "abstain",
  "no",
  "absent",
  "unknown",
] as const;

/** Voeten's issue codes: a roll call may carry several. */
export const TOPICS = {
  me: "Middle East and Palestine",
  nu: "Nuclear weapons and material",
  di: "Disarmament and arms control",
  hr: "Human rights",
  co: "Colonialism",
  ec: "Economic development",
} as const;

/** A topic code. */
export type TopicCode = keyof typeof TOPICS;

/** One recorded vote of the General Assembly in plenary. */
export interface RollCall {
  /** Voeten's number where he has one; 2,000,000 and above are ours (see data/unga/README.md). */
  readonly rcid: number;
  /** ISO day of the vote. */
  readonly date: string;
  /** The regular session, or the one during which a special or emergency session met. */
  readonly session: number;
  /** `ES-11` or `S-20` for a special or emergency session, else null. */
  readonly special: string | null;
  /** `A/RES/ES-11/1`, or null where no source gives a symbol. */
  readonly symbol: string | null;
  /** Official title, or null where no source gives one. */
  readonly title: string | null;
  /** Recounted from the cells. */
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent: number;
  /** False where some members' votes are unknown. */
  readonly complete: boolean;
  /** True where only some states' votes are known: shown, but left out of every measure. */
  readonly partial?: true;
  /** The US State Department's "important vote" flag; null where not published. */
  readonly important: boolean | null;
  /** Topic codes, or null where nobody coded the roll call (which is not the same as none). */
  readonly topics: readonly TopicCode[] | null;
  /** Whether the vote was on an amendment or a separate paragraph; null where unknown. */
  readonly amendment: boolean | null;
  readonly paragraph: boolean | null;
  /** Which provider's row this is, as in data/unga/README.md. */
  readonly source: string;
  /** Number of the family of repeated texts that it belongs to (see `familyOf`). */
  readonly family: number;
}

/**
 * All roll calls and votes. `rollCalls` is sorted by date, then rcid; `cells[r * voters.length + v]`
 * is the `VoteCode` of voter v on roll call r.
 */
export interface VoteRecord {
  readonly voters: readonly StateKey[];
  readonly rollCalls: readonly RollCall[];
  readonly cells: Uint8Array;
}
