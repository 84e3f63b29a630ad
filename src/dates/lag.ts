import { DAY, HOUR, type EventDate } from "./event-date.ts";

/** Time from one event to another, in milliseconds: it lies between `least` and `most`. */
export interface Lag {
  readonly least: number;
  readonly most: number;
}

/** Satisfied, violated, or not decided by what is known (rule 2 of the domain). */
export type Ternary = "yes" | "no" | "undecidable";

/** The lag from `start` to `end`; negative where `end` may come first. */
export function lagBetween(start: EventDate, end: EventDate): Lag {
  return { least: end.earliest - start.latest, most: end.latest - start.earliest };
}

/** Whether a lag is at most `limit` milliseconds. */
export function lagAtMost(lag: Lag, limit: number): Ternary {
  if (lag.most <= limit) return "yes";
  return lag.least > limit ? "no" : "undecidable";
}

/** Whether `first` came before `second`; undecidable where their spans overlap. */
export function cameBefore(first: EventDate, second: EventDate): Ternary {
  if (first.latest <= second.earliest) return "yes";
  return second.latest <= first.earliest ? "no" : "undecidable";
}

const trim = (value: number): string => String(Math.round(value * 10) / 10);

/** A lag in words: hours below three days, days above; one figure where both ends agree. */
export function formatLag(lag: Lag): string {
  if (!Number.isFinite(lag.least) || !Number.isFinite(lag.most)) return "open-ended";
  const [unit, name] = lag.most < 3 * DAY ? [HOUR, "hours"] : [DAY, "days"];
  const least = trim(lag.least / unit);
  const most = trim(lag.most / unit);
  return least === most ? `${most} ${name}` : `${least} to ${most} ${name}`;
}
