import { dayOf } from "../../dates/day-of.ts";
import { largestOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Answers } from "../answers.ts";
import { lastDay } from "../last-day.ts";
import { outcomeOf } from "../outcome.ts";
import { runTest } from "../run-test.ts";
import { fillTest, type Slots } from "./fill-test.ts";
import type { Found } from "./tell-apart.ts";

/** Years that the last years of an organisation are. */
const RECENT_YEARS = 10;

/** The first year that an address may name. */
const FIRST_YEAR = 1946;

/** What the words in braces stand for: the last day of votes, or the last of the organisation. */
function slotsOf(record: CasusRecord, organisation: Organisation): Slots {
  const { ended } = organisation;
  const whole = record.votes.rollCalls.at(-1)?.date ?? "";
  const over =
    ended === null
      ? whole
      : new Date(Date.parse(`${dayOf(ended.date)}T00:00:00Z`) - 86_400_000)
          .toISOString()
          .slice(0, 10);
  const last = over < whole ? over : whole;
  const years = [last, dayOf(organisation.founded.date)].map((day) => Number(day.slice(0, 4)));
  return {
    organisation: organisation.id,
    largest: largestOn(organisation, last)?.state ?? null,
    recent: String(Math.max(years[0]! - RECENT_YEARS, years[1]!, FIRST_YEAR)),
    last,
  };
}

/** Tests every implication on one organisation, all alike. */
export async function testReadings(
  record: CasusRecord,
  organisation: Organisation,
  answers: Answers,
): Promise<readonly Found[]> {
  const slots = slotsOf(record, organisation);
  const day = lastDay(record);
  const found: Found[] = [];
  for (const implication of record.readings.implications) {
    const { test, requires } = implication;
    const filled = test === null ? null : fillTest(test, slots);
    const missing = requires ?? "which member is the largest";
    const outcome =
      filled === null
        ? outcomeOf("undecidable", {
            observed: "no test",
            evidence: [],
            turning: missing,
            missing,
          })
        : await runTest(filled, answers, day);
    found.push({ implication, outcome });
  }
  return found;
}
