import type { Treaty } from "../record/treaty.ts";
import type { StateKey } from "../states/state.ts";

/** What a constraint is checked under. */
export interface ConstraintContext {
  readonly treaty: Treaty;
  /** The parties on the day of the case. */
  readonly parties: readonly StateKey[];
}
