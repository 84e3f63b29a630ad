import { DAY, HOUR, MINUTE } from "../../dates/event-date.ts";
import type { DateDifferenceTest } from "../../record/claim-test.ts";
import { boundsText, boundsTurning, intervalText, withinBounds } from "../bounds.ts";
import type { Interval } from "../bounds.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { type DatedPoint, readPoint } from "../read-point.ts";

const YEAR = 365.2425 * DAY;
const SIZES = { hours: HOUR, days: DAY, months: YEAR / 12, years: YEAR } as const;
const WORDS = {
  hours: "hours",
  days: "days of 24 hours",
  "calendar-days": "days by the calendar",
  months: "months",
  years: "years",
} as const;

function difference(
  from: DatedPoint,
  to: DatedPoint,
  unit: DateDifferenceTest["unit"],
): Interval {
  if (unit === "calendar-days") {
    return { least: to.days.least - from.days.most, most: to.days.most - from.days.least };
  }
  return inUnit(
    { least: to.time.least - from.time.most, most: to.time.most - from.time.least },
    SIZES[unit],
  );
}

/** Milliseconds in a unit. A minute is the finest date: spans that share no more than one touch. */
function inUnit({ least, most }: Interval, size: number): Interval {
  const touching = (time: number): number => (time < 0 && time >= -MINUTE ? 0 : time);
  return { least: touching(least) / size, most: -touching(-most) / size };
}

/** The time from one dated point to another, an interval, lies within bounds. */
export async function dateDifference(
  test: DateDifferenceTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const [from, to] = [await readPoint(test.from, answers), await readPoint(test.to, answers)];
  const points = [from, to].filter((point) => typeof point !== "string");
  const evidence = points.flatMap((point) => point.evidence);
  if (typeof from === "string") return undecided(from, evidence);
  if (typeof to === "string") return undecided(to, evidence);
  const ordered =
    from.event !== null && from.event.case === to.event?.case && test.unit !== "calendar-days"
      ? answers.lag(from.event.case, from.event.id, to.event.id)
      : null;
  const lag =
    ordered === null || test.unit === "calendar-days"
      ? difference(from, to, test.unit)
      : inUnit(ordered, SIZES[test.unit]);
  const value = withinBounds(lag, test.bounds);
  const what = `the time from ${from.text} to ${to.text} in ${WORDS[test.unit]}`;
  return outcomeOf(value, {
    observed: `${intervalText(lag)} ${WORDS[test.unit]}, held against ${boundsText(test.bounds)}`,
    evidence,
    turning: boundsTurning(what, value, test.bounds),
    missing: value === "undecidable" ? `closer dates of ${from.text} and ${to.text}` : null,
  });
}
