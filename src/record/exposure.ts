import type { StateKey } from "../states/state.ts";

/** The ways in which a state is exposed to another. */
export const EXPOSURE_KINDS = [
  "trade",
  "arms",
  "remittances",
  "obligations",
  "troops",
  "bases",
] as const;

/** A way in which a state is exposed to another. */
export type ExposureKind = (typeof EXPOSURE_KINDS)[number];

/** What ships of one kind of exposure of one state, partner by partner. */
export interface ExposureTable {
  readonly kind: ExposureKind;
  readonly state: StateKey;
  readonly source: string;
  /** Year, partner (empty: others, or not stated) and amount in the table's own unit. */
  readonly rows: readonly (readonly [year: number, partner: StateKey | "", amount: number])[];
}
