import { DAY, type EventDate } from "../dates/event-date.ts";
import { parseEventDate } from "../dates/parse-event-date.ts";
import type { Interval } from "./bounds.ts";

/** The span of UTC milliseconds that an EDTF text can mean. */
export function spanOf(text: string): EventDate {
  return parseEventDate(text);
}

/** The text of a date without its clock and zone, so that it stands for local days. */
function daysOnly(text: string): string {
  return text
    .split("/")
    .map((part) => (part.includes("T") ? part.slice(0, part.indexOf("T")) : part))
    .join("/");
}

/** The first and last local day that an EDTF text can mean, as numbers of days. */
export function dayNumbers(text: string): Interval {
  const { earliest, latest } = parseEventDate(daysOnly(text));
  return { least: Math.floor(earliest / DAY), most: Math.ceil(latest / DAY) - 1 };
}

/** Whether a date surely lies before a moment; what has begun and has no known end does. */
export function hadHappened({ earliest, latest }: EventDate, moment: number): boolean {
  return latest === Infinity ? earliest < moment : latest <= moment;
}

/** The end of an ISO day in UTC milliseconds, or the last moment that an EDTF text can mean. */
export function endOf(text: string): number {
  return parseEventDate(text).latest;
}
