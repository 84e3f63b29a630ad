import type { StateKey } from "../states/state.ts";

/** Means of power whose concentration ships with the record. */
export const SHIPPED_MEANS = ["gdp", "population"] as const;

/** A means of power whose concentration ships. */
export type ShippedMeans = (typeof SHIPPED_MEANS)[number];

/** How one means of power was spread over the members of an organisation at the end of a year. */
export interface MeansRow {
  readonly organisation: string;
  readonly year: number;
  readonly means: ShippedMeans;
  readonly members: number;
  /** Members of which the source has no value. */
  readonly missing: readonly StateKey[];
  readonly largest: StateKey;
  /** The largest member's share of what the known members have. */
  readonly share: number;
  /** Standard error of the share for the source's own errors. */
  readonly se: number;
  /** Herfindahl-Hirschman index of the known members' shares. */
  readonly hhi: number;
}
