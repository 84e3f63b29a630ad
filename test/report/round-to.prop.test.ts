import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundTo, statedRows } from "../../src/report/round-to.ts";

const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const digits = fc.integer({ min: 0, max: 6 });

describe("roundTo", () => {
  test.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [0.5, 0, 1],
    [2.5, 0, 3],
    [-0.001, 2, 0],
    [1e-9, 6, 0],
    [123_456_789.123, 1, 123_456_789.1],
    [0.42, 6, 0.42],
  ])("%d to %d decimals is %d", (given, places, expected) => {
    expect(roundTo(given, places)).toBe(expected);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "%d is null",
    (given) => {
      expect(roundTo(given, 2)).toBeNull();
    },
  );

  test("is within half a unit, odd, and rounds to itself", () => {
    fc.assert(
      fc.property(value, digits, (given, places) => {
        const rounded = roundTo(given, places)!;
        const half = Number(`0.5e-${places}`);
        expect(Math.abs(rounded - given)).toBeLessThanOrEqual(
          half * 1.000001 + Math.abs(given) * 1e-15,
        );
        expect(roundTo(rounded, places)).toBe(rounded);
        expect(roundTo(-given, places)).toBe(rounded === 0 ? 0 : -rounded);
        const decimals = String(rounded).split("e")[0]?.split(".")[1]?.length ?? 0;
        expect(rounded !== 0 && Math.abs(rounded) < 1e-6 ? 0 : decimals).toBeLessThanOrEqual(
          places,
        );
      }),
    );
  });
});

test("rows hold the columns' cells in the columns' order, whole numbers by default", () => {
  const columns = [
    { name: "b", label: "B", digits: 1 },
    { name: "a", label: "A" },
    { name: "c", label: "C" },
  ];
  const rows = statedRows(columns, [{ a: 1.5, b: 0.25, d: 9 }]);
  expect(JSON.stringify(rows)).toBe('[{"b":0.3,"a":2,"c":null}]');
});
