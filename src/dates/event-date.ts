/** How finely a date is known; `interval` is anything with two written ends. */
export type DatePrecision = "minute" | "day" | "month" | "year" | "interval";

/**
 * A date as the record knows it: a half-open span [earliest, latest) of UTC milliseconds in which
 * the event lies. An open end is an infinity.
 */
export interface EventDate {
  /** The EDTF text that it was read from. */
  readonly text: string;
  readonly earliest: number;
  readonly latest: number;
  readonly precision: DatePrecision;
  /** EDTF `~` or `?`: the span has been widened by one unit of its precision on either side. */
  readonly qualified: boolean;
}

/** Milliseconds in a minute, an hour and a day. */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
