import type { EventDate } from "../dates/event-date.ts";
import type { StateKey } from "../states/state.ts";

/** A spell of a leader in office: a row of `leaders.csv` in an overlay. */
export interface LeaderSpell {
  readonly id: string;
  readonly state: StateKey;
  readonly leader: string;
  readonly start: EventDate;
  /** `2021-03/..` says that the spell was still going on in that month; null: nothing is known. */
  readonly end: EventDate | null;
  readonly source: string;
}
