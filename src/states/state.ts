declare const stateKey: unique symbol;

/** Casus's own stable name of a state: ISO 3166 alpha-3 for the living, own keys for the rest. */
export type StateKey = string & { readonly [stateKey]: true };

/** A code system that names states by date. */
export type CodeSystem = "cow" | "gw" | "iso3";

/**
 * One dated identity of a state: its name and codes from the day `from` (inclusive) to the day
 * `to` (exclusive).
 *
 * Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and compare as strings; an empty `from` says that
 * the identity is older than the record, an empty `to` that it lasts. An empty code says that
 * the system has none.
 */
export interface StateIdentity {
  readonly key: StateKey;
  readonly name: string;
  /** A name for labels in figures and tables. */
  readonly short: string;
  readonly from: string;
  readonly to: string;
  /** Correlates of War country code. */
  readonly cow: string;
  /** Gleditsch-Ward code. */
  readonly gw: string;
  readonly iso3: string;
  readonly iso2: string;
  /** UN M49 (or ISO 3166 numeric) code, three digits. */
  readonly m49: string;
  /** UN M49 region, and the finest M49 region below it. */
  readonly region: string;
  readonly subregion: string;
  readonly kind: "state" | "territory";
  readonly note: string;
}

/** What became of a state: its continuation, dissolution, union, or a state that left it. */
export interface Succession {
  readonly predecessor: StateKey;
  /** The same key as `predecessor` where one legal person went on under other codes. */
  readonly successor: StateKey;
  readonly date: string;
  readonly type: "continuation" | "dissolution" | "union" | "secession" | "seat-change";
  /** Whether the seat in the United Nations passed on. */
  readonly seat: boolean;
  readonly note: string;
  readonly source: string;
}

/** How a spell in the United Nations began, or what it is when it is not membership. */
export type UnMembershipEvent =
  | "original"
  | "admission"
  | "resumption"
  | "continuation"
  | "seat-change"
  | "barred"
  | "observer";

/**
 * A spell of a state in the United Nations, `from` inclusive, `to` exclusive or empty.
 *
 * `barred` marks a member whose delegation was kept from the Assembly, inside a spell of
 * membership; `observer` is not membership.
 */
export interface UnMembershipSpell {
  readonly key: StateKey;
  readonly from: string;
  readonly to: string;
  readonly event: UnMembershipEvent;
  readonly note: string;
  readonly source: string;
}

/** The rows a table of states is made of. */
export interface StateRows {
  readonly states: readonly StateIdentity[];
  readonly successions: readonly Succession[];
  readonly unMembership: readonly UnMembershipSpell[];
}
