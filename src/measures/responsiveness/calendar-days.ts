import { UsageError } from "../../errors.ts";
import { DAY, MINUTE, type EventDate } from "../../dates/event-date.ts";

/** A count of days known within bounds. */
export interface DayCount {
  readonly least: number;
  readonly most: number;
}

/** Milliseconds east of UTC of an offset such as `+06:00`. */
function shiftOf(zone: string): number {
  if (zone === "Z") return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/u.exec(zone) ?? [];
  if (sign === undefined) {
    throw new UsageError(`"${zone}" is not an offset from UTC.`, {
      hint: 'Write "+06:00" or "Z".',
    });
  }
  const shift = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return sign === "-" ? -shift : shift;
}

/**
 * The day on which an event falls, counted from the day of another as day 0, by the calendar of a
 * zone: 6 January to 13 January is day 7 whatever the hour. An interval, since either date is one;
 * null where an end is open.
 */
export function calendarDays(start: EventDate, end: EventDate, zone: string): DayCount | null {
  const shift = shiftOf(zone);
  const dayOf = (time: number): number => Math.floor((time + shift) / DAY);
  const least = dayOf(end.earliest) - dayOf(start.latest - 1);
  const most = dayOf(end.latest - 1) - dayOf(start.earliest);
  return Number.isFinite(least) && Number.isFinite(most) ? { least, most } : null;
}
