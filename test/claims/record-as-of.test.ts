import { describe, expect, test } from "vitest";
import { checkClaims } from "../../src/claims/check-claims.ts";
import { computeAnswer } from "../../src/claims/compute-answer.ts";
import { recordAsOf } from "../../src/claims/record-as-of.ts";
import type { EventDate } from "../../src/dates/event-date.ts";
import { dayOf } from "../../src/dates/day-of.ts";
import { kernels, record } from "../laboratory.ts";

const DAYS = ["1990-01-01", "2010-06-15", "2022-01-05", "2022-05-01", "2024-12-31"] as const;

/** The last moment that a date can mean; of one without an end, its beginning. */
const known = ({ earliest, latest }: EventDate): number =>
  latest === Infinity ? earliest : latest;

describe("the record as it stood on a day", () => {
  test.each(DAYS)("%s: nothing in it is later", (day) => {
    const then = recordAsOf(record, day);
    const end = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
    for (const item of then.cases) {
      for (const { date } of item.events) expect(known(date), item.id).toBeLessThanOrEqual(end);
    }
    for (const table of [then.stances, then.participation, then.gatherings]) {
      for (const { date } of table) expect(known(date)).toBeLessThanOrEqual(end);
    }
    for (const { year } of then.means) expect(`${year}-12-31` <= day).toBe(true);
    for (const [year] of then.exposures.flatMap(({ rows }) => rows)) {
      expect(`${year}-12-31` <= day).toBe(true);
    }
    expect(then.regimes.length).toBeGreaterThan(100);
    for (const { fromYear, toYear } of then.regimes) {
      expect(fromYear).toBeLessThanOrEqual(toYear);
      expect(`${toYear}-12-31` <= day).toBe(true);
    }
    for (const { date } of then.votes.rollCalls) expect(date <= day).toBe(true);
    expect(then.votes.cells.length).toBe(
      then.votes.rollCalls.length * then.votes.voters.length,
    );
    for (const { id, founded, memberships } of then.organisations) {
      expect(dayOf(founded.date) <= day, id).toBe(true);
      for (const { from, to } of memberships) {
        expect(dayOf(from) <= day, id).toBe(true);
        expect(to === null || dayOf(to) <= day, id).toBe(true);
      }
    }
    for (const { id, signed, versions } of then.treaties) {
      expect(signed.date.earliest, id).toBeLessThan(end);
      for (const { from } of versions) expect(from.earliest, id).toBeLessThan(end);
    }
  });

  test("positions rest on the votes up to the day alone", async () => {
    const then = recordAsOf(record, "2010-06-15");
    const { rows, covers } = await computeAnswer(then, "/states/kaz/position", { kernels });
    expect(rows.length).toBeGreaterThan(10);
    for (const { year } of rows) expect(year).toBeLessThanOrEqual(2010);
    expect(covers?.to).toBe("2010-02-26");
  });

  test("an outcome that lay ahead is unknown, and one that lay behind is kept", () => {
    const before = recordAsOf(record, "2022-01-05").cases;
    const after = recordAsOf(record, "2022-05-01").cases;
    expect(before.find(({ id }) => id === "kaz-2022-01")?.outcome).toBe("unknown");
    expect(after.find(({ id }) => id === "kaz-2022-01")?.outcome).toBe("troops");
    expect(before.some(({ id }) => id === "arm-2022-09")).toBe(false);
  });

  test("the record itself is left as it was", () => {
    const whole = JSON.stringify(record.cases);
    recordAsOf(record, "2022-01-05");
    expect(JSON.stringify(record.cases)).toBe(whole);
  });

  test("a day after all that is known changes nothing", () => {
    const then = recordAsOf(record, "2099-12-31");
    expect(then.cases).toStrictEqual(record.cases);
    expect(then.votes.rollCalls.length).toBe(record.votes.rollCalls.length);
  });

  test("a prediction is open on an early day and scored by what came after", async () => {
    const file = record.claims.find(({ id }) => id === "csto-2022")!;
    const { results } = await checkClaims(record, file, { kernels, asOf: "2022-05-01" });
    const predictions = results.filter(({ claim }) => claim.kind === "prediction");
    expect(predictions.length).toBeGreaterThan(3);
    for (const { verdict } of predictions) expect(verdict).toBe("open");
    expect(predictions.some(({ after }) => after?.verdict === "supported")).toBe(true);
    const whole = await checkClaims(record, file, { kernels, asOf: null });
    for (const [index, { after }] of results.entries()) {
      expect(after?.verdict).toBe(whole.results[index]!.verdict);
    }
  });
});
