import { clopperPearson } from "../statistics/clopper-pearson.ts";
import { FEWEST_CALLS } from "./answered-share.ts";
import type { ResponseTime } from "./response-time.ts";

/** How many calls were answered within a time, as far as the dates say. */
export interface AnsweredWithin {
  /** Milliseconds. */
  readonly within: number;
  readonly calls: number;
  /** Surely within it, and at most. */
  readonly least: number;
  readonly most: number;
  /** Exact interval over both counts: lower end of the one, upper end of the other. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The calls answered within a time: those whose lag surely, and whose lag at most, lies within it.
 * The interval joins the exact intervals of both counts, so that it holds whatever the open dates
 * were. Withheld below 5 calls.
 */
export function answeredWithin(
  times: readonly ResponseTime[],
  within: number,
  level = 0.9,
): AnsweredWithin {
  const calls = times.length;
  const answered = times.filter(({ cause }) => cause === "answered" || cause === null);
  const least = answered.filter(({ cause, most }) => cause !== null && most <= within).length;
  const most = answered.filter((time) => time.least <= within).length;
  const enough = calls >= FEWEST_CALLS;
  return {
    within,
    calls,
    least,
    most,
    lower: enough ? clopperPearson(least, calls, level).lower : null,
    upper: enough ? clopperPearson(most, calls, level).upper : null,
  };
}
