import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../src/dates/event-date.ts";
import { cameBefore, formatLag, lagAtMost, lagBetween } from "../../src/dates/lag.ts";
import { parseEventDate } from "../../src/dates/parse-event-date.ts";

const iso = (ms: number): string => new Date(ms).toISOString();

describe("parseEventDate", () => {
  it("reads a day as its 24 hours in the zone given", () => {
    const day = parseEventDate("2022-01-06", "+06:00");
    expect(iso(day.earliest)).toBe("2022-01-05T18:00:00.000Z");
    expect(day.latest - day.earliest).toBe(DAY);
  });

  it("places the CSTO's decision of 2022 on two days, by zone", () => {
    const decision = parseEventDate("2022-01-06T03:50+06:00");
    expect(iso(decision.earliest)).toBe("2022-01-05T21:50:00.000Z");
    expect(decision.precision).toBe("minute");
  });

  it.each([
    ["2010-06~", "2010-05-01T00:00:00.000Z", "2010-08-01T00:00:00.000Z"],
    ["1993-12", "1993-12-01T00:00:00.000Z", "1994-01-01T00:00:00.000Z"],
    ["1994", "1994-01-01T00:00:00.000Z", "1995-01-01T00:00:00.000Z"],
    ["1994-05-15/1994-05-16", "1994-05-15T00:00:00.000Z", "1994-05-17T00:00:00.000Z"],
  ])("%s lies between %s and %s", (text, earliest, latest) => {
    const date = parseEventDate(text);
    expect([iso(date.earliest), iso(date.latest)]).toEqual([earliest, latest]);
  });

  it("keeps open ends open", () => {
    expect(parseEventDate("2022-01-05T21:50Z/..").latest).toBe(Infinity);
    expect(parseEventDate("../2020").earliest).toBe(-Infinity);
  });

  it.each(["", "yesterday", "2022-13-01", "2022-02-30", "2022-01-05/2021", "a/b/c", "/2020"])(
    "refuses %j in one line",
    (text) => {
      expect(() => parseEventDate(text)).toThrow(/is not a date/u);
    },
  );
});

describe("lags", () => {
  const appeal = parseEventDate("2022-01-05T15:00+06:00/2022-01-06T03:49+06:00");
  const decision = parseEventDate("2022-01-06T03:50+06:00");

  it("are intervals where a date is one", () => {
    const lag = lagBetween(appeal, decision);
    expect(lag.least).toBe(0);
    expect(lag.most / HOUR).toBeCloseTo(12.85, 1);
    expect(formatLag(lag)).toBe("0 to 12.9 hours");
  });

  it("decide a limit only when the whole interval does", () => {
    const lag = lagBetween(appeal, decision);
    expect(lagAtMost(lag, 24 * HOUR)).toBe("yes");
    expect(lagAtMost(lag, HOUR)).toBe("undecidable");
    expect(lagAtMost({ least: 2 * HOUR, most: 3 * HOUR }, HOUR)).toBe("no");
  });

  it("order events only when their spans do not overlap", () => {
    expect(cameBefore(appeal, decision)).toBe("yes");
    expect(cameBefore(decision, appeal)).toBe("no");
    expect(cameBefore(parseEventDate("2022-01-05"), appeal)).toBe("undecidable");
  });
});
