import type { StateKey } from "../states/state.ts";
import type { Threat } from "./case.ts";

/** What of a call a scenario's file says; everything left out is as in a plain call. */
export interface NamedCall {
  readonly alliance: string;
  readonly appellant: StateKey;
  /** ISO day; null is the last day of the record's votes. */
  readonly at: string | null;
  readonly threat: Exclude<Threat, "mixed">;
  readonly place: "inside" | "outside";
  readonly adversary: StateKey | null;
  readonly instrument: string;
  readonly mandate: boolean;
  /** A member that is taken to have left. */
  readonly left: StateKey | null;
}

/** A call beside the main one that a scenario is compared with. */
export interface ScenarioVariant {
  readonly label: string;
  readonly call: NamedCall;
}

/** A named, versioned scenario: a question that people ask, as a call and its variants. */
export interface NamedScenario {
  readonly id: string;
  /** Raised by one whenever the call or a variant changes. */
  readonly version: number;
  /** ISO day of that version. */
  readonly since: string;
  readonly title: string;
  readonly question: string;
  /** What is taken as given, in words. */
  readonly assumes: readonly string[];
  readonly call: NamedCall;
  readonly variants: readonly ScenarioVariant[];
  /** Claims of the record that the scenario bears on, such as `my-article/3`. */
  readonly claims: readonly string[];
}
