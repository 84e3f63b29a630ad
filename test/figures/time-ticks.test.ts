import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../src/dates/event-date.ts";
import { timeTicks } from "../../src/figures/time-ticks.ts";
import {
  nameWidth,
  type PlacedEvent,
  timelineLanes,
} from "../../src/figures/timeline-lanes.ts";

const at = (text: string): number => Date.parse(text);

describe("ticks of an axis of time", () => {
  it("are hours in a span of days, the day at midnight", () => {
    const ticks = timeTicks(at("2022-01-05T05:00Z"), at("2022-01-06T05:00Z"), 10);
    expect(ticks.map(({ label }) => label)).toEqual([
      "06:00",
      "09:00",
      "12:00",
      "15:00",
      "18:00",
      "21:00",
      "6 Jan",
      "03:00",
    ]);
  });

  it("are minutes in an hour", () => {
    const ticks = timeTicks(at("2022-01-05T05:00Z"), at("2022-01-05T06:00Z"), 3);
    expect(ticks.map(({ label }) => label)).toEqual(["05:00", "05:30", "06:00"]);
  });

  it("are months and years in longer spans", () => {
    const months = timeTicks(at("2021-11-20T00:00Z"), at("2022-05-20T00:00Z"), 8);
    expect(months.map(({ label }) => label)).toEqual([
      "Dec 2021",
      "Jan 2022",
      "Feb 2022",
      "Mar 2022",
      "Apr 2022",
      "May 2022",
    ]);
    const years = timeTicks(at("2014-04-06T00:00Z"), at("2022-02-24T00:00Z"), 10);
    expect(years.map(({ label }) => label)).toEqual(
      [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022].map(String),
    );
  });

  it("lie within the span, in order, and are not too many", () => {
    const span = fc.tuple(
      fc.integer({ min: at("1900-01-01T00:00Z"), max: at("2100-01-01T00:00Z") }),
      fc.integer({ min: 2 * HOUR, max: 40_000 * DAY }),
      fc.integer({ min: 2, max: 20 }),
    );
    fc.assert(
      fc.property(span, ([from, length, most]) => {
        const times = timeTicks(from, from + length, most).map(({ time }) => time);
        expect(times.length).toBeLessThanOrEqual(most + 2);
        expect(times.every((time) => time >= from && time <= from + length)).toBe(true);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("lanes of a timeline", () => {
  const events = fc.array(
    fc.record({
      type: fc.constantFrom("a", "b", "c"),
      label: fc.constantFrom("x", "an-event", "a-much-longer-name-of-it"),
      start: fc.integer({ min: 0, max: 500 }),
      length: fc.integer({ min: 1, max: 100 }),
    }),
    { maxLength: 25 },
  );

  it("let no mark or name of a type touch another, and keep the types apart", () => {
    fc.assert(
      fc.property(events, (given) => {
        const placed = given
          .map(({ type, label, start, length }): PlacedEvent => ({
            type,
            label,
            left: start,
            right: start + length,
          }))
          .sort((a, b) => a.left - b.left);
        const { lanes } = timelineLanes(placed, { left: 0, right: 640 });
        const spans = placed.map(({ label, left, right, type }, index) => {
          const { lane, side, room } = lanes[index]!;
          const width = Math.min(nameWidth(label), room);
          return {
            type,
            lane,
            from: side === "left" ? left - width : left,
            to: side === "right" ? right + width : right,
          };
        });
        for (const [i, one] of spans.entries()) {
          expect(one.from).toBeGreaterThanOrEqual(0);
          expect(one.to).toBeLessThanOrEqual(640);
          for (const other of spans.slice(i + 1)) {
            if (one.lane !== other.lane) continue;
            expect(one.type).toBe(other.type);
            expect(one.to <= other.from || other.to <= one.from).toBe(true);
          }
        }
      }),
    );
  });
});
