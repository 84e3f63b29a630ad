import type { EventDate } from "../dates/event-date.ts";
import { membershipsOn } from "../record/membership.ts";
import type { Organisation } from "../record/organisation.ts";
import type { Treaty } from "../record/treaty.ts";
import type { StateKey } from "../states/state.ts";

const isoDay = (time: number): string =>
  Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : "0000-01-01";

/**
 * The parties of a treaty on the first day that a date can mean: its own list where it has one,
 * else the members of its organisation, whose file dates them.
 */
export function partiesOn(
  treaty: Treaty,
  organisation: Organisation | null,
  date: EventDate,
): readonly StateKey[] {
  if (treaty.parties.length > 0 || organisation === null) return treaty.parties;
  const day = isoDay(Number.isFinite(date.earliest) ? date.earliest : date.latest);
  return membershipsOn(organisation, day).map(({ state }) => state);
}
