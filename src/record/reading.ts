import type { ClaimTest } from "./claim-test.ts";

/** What a reading expects of an implication: that it holds, or that it does not. */
export type Expectation = "yes" | "no";

/** One way to read what an alliance is. */
export interface Reading {
  readonly id: string;
  readonly name: string;
  /** What it says, in one sentence. */
  readonly says: string;
  readonly literature: readonly string[];
}

/** Something that can be observed of an organisation, fixed before any is looked at. */
export interface Implication {
  readonly id: string;
  /** What holds where it holds, of any organisation. */
  readonly text: string;
  /** Why the readings expect it, or its opposite. */
  readonly why: string;
  /** By reading; a reading without an entry expects neither. */
  readonly expects: Readonly<Record<string, Expectation>>;
  /**
   * The test, with `{organisation}`, `{largest}`, `{recent}` and `{last}` for the organisation's
   * id, its largest member, its last ten years and its last day; null where the record has none.
   */
  readonly test: ClaimTest | null;
  /** The record that would decide it, where there is no test. */
  readonly requires: string | null;
}

/** Rival readings and what each implies, for some organisations. */
export interface ReadingTable {
  /** The organisations that are compared. */
  readonly organisations: readonly string[];
  readonly readings: readonly Reading[];
  readonly implications: readonly Implication[];
}
