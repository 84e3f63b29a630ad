/** A cell that a test compares with. */
export type Scalar = string | number | boolean | null;

/** What one column of a row must hold. */
export type Match =
  | { readonly kind: "is"; readonly values: readonly Scalar[] }
  | { readonly kind: "not"; readonly values: readonly Scalar[] }
  /** One of these words stands in a cell that lists several. */
  | { readonly kind: "has"; readonly words: readonly string[] }
  /** One of these texts stands in the cell, in any case of letters. */
  | { readonly kind: "contains"; readonly texts: readonly string[] }
  /** A number, or a date, between two ends, both included. */
  | {
      readonly kind: "between";
      readonly from: string | number | null;
      readonly to: string | number | null;
    };

/** Rows of an answer: its own, or those of one of its sections. */
export interface RowSelector {
  readonly address: string;
  readonly section: string | null;
  /** An address with columns in braces (`/cases/{id}`), whose summary each row is joined with. */
  readonly each: string | null;
  readonly where: Readonly<Record<string, Match>>;
  /** Why no row can be missing from the record; null where rows may be missing. */
  readonly complete: string | null;
}

/** A dated point: a date as written, a value of a summary, or the date of a row. */
export type Point =
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "summary"; readonly address: string; readonly summary: string }
  | {
      readonly kind: "row";
      readonly rows: RowSelector;
      readonly take: "first" | "last";
      readonly column: string;
    };

/** A value with the ends of its interval, read from an answer. */
export type Measured =
  | {
      readonly kind: "summary";
      readonly address: string;
      readonly value: string;
      readonly lower: string | null;
      readonly upper: string | null;
    }
  | { readonly kind: "finding"; readonly address: string; readonly finding: string }
  | {
      readonly kind: "row";
      readonly rows: RowSelector;
      readonly value: string;
      readonly lower: string | null;
      readonly upper: string | null;
    };

/** Where a number must lie; an open end excludes its own value. */
export interface Bounds {
  readonly least: number | null;
  readonly most: number | null;
  readonly leastOpen: boolean;
  readonly mostOpen: boolean;
}

/** The units of a difference of dates. */
export const DATE_UNITS = ["hours", "days", "calendar-days", "months", "years"] as const;

/** How often and how long between two dated points. */
export interface DateDifferenceTest {
  readonly type: "date-difference";
  readonly from: Point;
  readonly to: Point;
  readonly unit: (typeof DATE_UNITS)[number];
  readonly bounds: Bounds;
}

/** The values of a column are exactly these. */
export interface SetEqualityTest {
  readonly type: "set-equality";
  readonly rows: RowSelector;
  readonly column: string;
  readonly equals: readonly string[];
}

/** So many rows, or so many different values of a column. */
export interface CountTest {
  readonly type: "count";
  readonly rows: RowSelector;
  readonly distinct: string | null;
  readonly bounds: Bounds;
}

/** A share whose whole interval lies on one side. */
export interface ShareTest {
  readonly type: "share-with-interval";
  readonly share: Measured;
  readonly bounds: Bounds;
}

/** A row stands among the lowest or the highest of its class. */
export interface RankTest {
  readonly type: "rank-in-reference-class";
  readonly rows: RowSelector;
  /** Which row of the class is ranked. */
  readonly item: Readonly<Record<string, Match>>;
  /** Column of the value; `x` also reads the interval `x_least`, `x_most`. */
  readonly value: string;
  readonly place: "lowest" | "highest";
  /** The largest share of the class that may stand at or before the item. */
  readonly share: number;
}

/** States belong, or do not belong, to an organisation on a day. */
export interface MembershipTest {
  readonly type: "membership-on-date";
  readonly organisation: string;
  readonly states: readonly string[];
  readonly date: string;
  readonly are: "members" | "not-members" | "exactly";
}

/** A duty of a treaty was kept or not in a case. */
export interface ConformanceTest {
  readonly type: "conformance-result";
  readonly case: string;
  readonly constraint: string;
  readonly is: "satisfied" | "violated" | "not-triggered";
}

/** One measured value lies above or below another, their intervals apart. */
export interface DifferenceTest {
  readonly type: "position-difference";
  readonly first: Measured;
  readonly second: Measured;
  readonly relation: "above" | "below" | "apart";
}

/** A row of this kind exists, or does not. */
export interface EventExistsTest {
  readonly type: "event-exists";
  readonly rows: RowSelector;
  readonly exists: boolean;
}

/** A row of this kind is dated on or before a day. */
export interface DeadlineTest {
  readonly type: "event-by-deadline";
  readonly rows: RowSelector;
  readonly column: string;
  readonly after: string | null;
  readonly by: string;
}

/** A value of an answer against a number, or against a text. */
export interface ValueTest {
  readonly type: "value-compare";
  readonly value: Measured;
  readonly bounds: Bounds | null;
  readonly text: Match | null;
}

/** What a dated provision says, in the record's own words for it. */
export interface ProvisionTest {
  readonly type: "text-of-provision";
  readonly treaty: string;
  readonly at: string | null;
  readonly article: string;
  readonly column: string;
  readonly match: Match;
}

/** Every part holds, or any part. */
export interface PartsTest {
  readonly type: "all-of" | "any-of";
  readonly parts: readonly { readonly part: string; readonly test: ClaimTest }[];
}

/** The part does not hold. */
export interface NotTest {
  readonly type: "not";
  readonly test: ClaimTest;
}

/** Where the condition came about, the consequence holds. */
export interface ConditionalTest {
  readonly type: "conditional";
  readonly condition: ClaimTest;
  readonly consequence: ClaimTest;
  /** What it is where the condition did not come about: not due, or not decidable. */
  readonly otherwise: "open" | "undecidable";
}

/** A typed test over addresses. */
export type ClaimTest =
  | DateDifferenceTest
  | SetEqualityTest
  | CountTest
  | ShareTest
  | RankTest
  | MembershipTest
  | ConformanceTest
  | DifferenceTest
  | EventExistsTest
  | DeadlineTest
  | ValueTest
  | ProvisionTest
  | PartsTest
  | NotTest
  | ConditionalTest;

/** The names of the tests. */
export const TEST_TYPES = [
  "date-difference",
  "set-equality",
  "count",
  "share-with-interval",
  "rank-in-reference-class",
  "membership-on-date",
  "conformance-result",
  "position-difference",
  "event-exists",
  "event-by-deadline",
  "value-compare",
  "text-of-provision",
  "all-of",
  "any-of",
  "not",
  "conditional",
] as const satisfies readonly ClaimTest["type"][];
