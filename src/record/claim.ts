import type { ClaimTest } from "./claim-test.ts";

/** The kinds of claims. */
export const CLAIM_KINDS = [
  "fact",
  "date",
  "count",
  "comparison",
  "cause",
  "prediction",
  "value",
] as const;

/** The kind of a claim. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/**
 * How a claim bears on the conclusion that it supports: a hoop must hold, a smoking gun would
 * confirm, a doubly decisive one does both, a straw in the wind only leans.
 */
export const CLAIM_WEIGHTS = [
  "hoop",
  "smoking-gun",
  "doubly-decisive",
  "straw-in-the-wind",
] as const;

/** The evidential weight of a claim. */
export type ClaimWeight = (typeof CLAIM_WEIGHTS)[number];

/** One claim of a text, in our own words, bound to a test. */
export interface Claim {
  readonly n: number;
  readonly claim: string;
  /** Where in the text it stands; null where the text has no such marks. */
  readonly place: string | null;
  readonly kind: ClaimKind;
  /** The claim as the text puts it. */
  readonly test: ClaimTest | null;
  /** The same, held against the right reference class; null where the letter is the class. */
  readonly reference: ClaimTest | null;
  /** What would count for it, and what against. */
  readonly for: string | null;
  readonly against: string | null;
  /** Numbers of the claims that rest on this one. */
  readonly supports: readonly number[];
  readonly weight: ClaimWeight | null;
  readonly must: "supported" | null;
  /** The day by which a prediction must have come about. */
  readonly due: string | null;
  /** The record that would decide it, where the test cannot. */
  readonly requires: string | null;
  readonly note: string | null;
}

/** The text whose claims are tested. */
export interface ClaimText {
  readonly title: string;
  readonly author: string | null;
  /** EDTF. */
  readonly date: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly note: string | null;
}

/** The claims of one text. */
export interface ClaimFile {
  readonly id: string;
  readonly title: string;
  readonly text: ClaimText;
  /** In the order of their numbers. */
  readonly claims: readonly Claim[];
}
