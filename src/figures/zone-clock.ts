import { HOUR, MINUTE } from "../dates/event-date.ts";

/** Milliseconds east of UTC of an offset such as `+06:00`. */
export function shiftOfZone(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/u.exec(zone) ?? [];
  const size = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
  return sign === "-" ? -size : size;
}

/** The name of the clock of an offset: `UTC+06:00`. */
export function clockOfZone(zone: string): string {
  return shiftOfZone(zone) === 0 ? "UTC" : `UTC${zone}`;
}
