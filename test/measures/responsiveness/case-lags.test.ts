import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../../src/dates/event-date.ts";
import { lagAtMost } from "../../../src/dates/lag.ts";
import { parseEventDate } from "../../../src/dates/parse-event-date.ts";
import { calendarDays } from "../../../src/measures/responsiveness/calendar-days.ts";
import { caseLag, caseLags } from "../../../src/measures/responsiveness/case-lags.ts";
import { narrativeAgainstClock } from "../../../src/measures/responsiveness/narrative-against-clock.ts";
import { caseWith, eventOf } from "../../treaty/build-case.ts";
import { record } from "../../laboratory.ts";

const kaz = record.cases.find(({ id }) => id === "kaz-2022-01")!;

describe("Kazakhstan 2022", () => {
  it("has an interval of hours from call to decision, within a day", () => {
    const { lag } = caseLag(kaz, "appeal-decision")!;
    expect(lag.least).toBeGreaterThanOrEqual(0);
    expect(lag.most).toBeLessThan(16 * HOUR);
    expect(lag.most).toBeGreaterThan(lag.least);
  });

  it("had first troops less than a day after the decision", () => {
    expect(lagAtMost(caseLag(kaz, "decision-troops")!.lag, DAY)).toBe("yes");
    expect(caseLag(kaz, "appeal-troops")!.lag.most).toBeLessThanOrEqual(DAY + HOUR);
  });

  it("met formally 4 days after deciding, began to leave on day 7 and had left on day 13", () => {
    expect(caseLag(kaz, "decision-session")!.days).toEqual({ least: 4, most: 4 });
    expect(caseLag(kaz, "decision-withdrawal-start")!.days).toEqual({ least: 7, most: 7 });
    expect(caseLag(kaz, "decision-withdrawal-end")!.days).toEqual({ least: 13, most: 13 });
  });

  it("named unrest first, and terrorism and aggression in the call", () => {
    const steps = narrativeAgainstClock(kaz);
    expect(steps[0]!.frames).toEqual(["domestic-unrest"]);
    expect(steps[0]!.toAppeal!.least).toBeGreaterThan(0);
    const added = steps
      .filter(({ toAppeal }) => toAppeal!.least > -DAY)
      .flatMap((step) => step.added);
    expect(added).toEqual(expect.arrayContaining(["terrorism", "foreign-aggression"]));
  });
});

describe("caseLags", () => {
  it("gives no lag for a missing event, and none from a missing call", () => {
    const item = caseWith([eventOf("appeal", "2001-02-03"), eventOf("decision", "2001-02-05")]);
    expect(caseLags(item).map(({ name }) => name)).toEqual(["appeal-decision"]);
    const silent = caseWith([eventOf("decision", "2001-02-05")]);
    expect(caseLags(silent)).toEqual([]);
  });

  it("does not take a decision of an earlier year for the answer", () => {
    const item = caseWith([eventOf("decision", "1999-02-05"), eventOf("appeal", "2001-02-03")]);
    expect(caseLag(item, "appeal-decision")).toBeNull();
  });

  it("is below zero where troops moved before the decision", () => {
    const item = caseWith([
      eventOf("appeal", "2001-02-03"),
      eventOf("deployment", "2001-02-04", { outOfOrder: "first" }),
      eventOf("decision", "2001-02-20"),
    ]);
    const { lag, days } = caseLag(item, "decision-troops")!;
    expect(lag.most).toBeLessThan(0);
    expect(days).toEqual({ least: -16, most: -16 });
  });

  it("keeps the order of listing within a day, but not among overlapping clocks", () => {
    const day = caseWith([
      eventOf("appeal", "2001-02-03"),
      eventOf("consultation", "2001-02-03"),
    ]);
    expect(caseLag(day, "appeal-consultation")!.lag).toEqual({ least: 0, most: DAY });
    const clocks = caseWith([
      eventOf("appeal", "2001-02-03T10:00/2001-02-03T15:59"),
      eventOf("consultation", "2001-02-03T12:00/2001-02-03T17:59"),
    ]);
    expect(caseLag(clocks, "appeal-consultation")!.lag).toEqual({
      least: -4 * HOUR,
      most: 8 * HOUR,
    });
  });
});

describe("an open end", () => {
  it("is an infinity again after the compiled record was read", () => {
    const dates = record.cases.flatMap(({ events }) => events.map(({ date }) => date));
    const open = dates.filter(({ text }) => text.includes(".."));
    expect(open.length).toBeGreaterThan(0);
    for (const { text, earliest, latest } of open) {
      expect(text.startsWith("..") ? earliest : -latest).toBe(-Infinity);
    }
    for (const { earliest, latest } of dates) expect(earliest).toBeLessThan(latest);
  });
});

describe("calendarDays", () => {
  const days = (from: string, to: string, zone: string) =>
    calendarDays(parseEventDate(from, zone), parseEventDate(to, zone), zone);

  it("counts by the calendar of the zone", () => {
    expect(days("2022-01-06", "2022-01-13", "+06:00")).toEqual({ least: 7, most: 7 });
    expect(days("2022-01-05T23:00Z", "2022-01-06T01:00Z", "Z")).toEqual({ least: 1, most: 1 });
    expect(days("2022-01-05T23:00Z", "2022-01-06T01:00Z", "+06:00")).toEqual({
      least: 0,
      most: 0,
    });
    expect(days("2022-01", "2022-02-01", "Z")).toEqual({ least: 1, most: 31 });
  });

  it("has no count where an end is open", () => {
    expect(days("2022-01-05", "2022-01-06/..", "Z")).toBeNull();
  });
});
