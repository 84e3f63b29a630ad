import type { EventDate } from "../dates/event-date.ts";
import type { StateKey } from "../states/state.ts";

/**
 * A crisis in which a state could have called for help, whether or not it did: a row of
 * `crises.csv` in an overlay, from a data set that the user brings.
 */
export interface Crisis {
  readonly id: string;
  readonly state: StateKey;
  readonly start: EventDate;
  /** Null where the end is not known, or has not come. */
  readonly end: EventDate | null;
  /** The data set's own word for the kind of crisis, such as `intrastate`. */
  readonly kind: string;
  readonly source: string;
}
