import { describe, expect, it } from "vitest";
import { adjustedRand } from "../../../src/measures/blocs/adjusted-rand.ts";
import { numberBlocs } from "../../../src/measures/blocs/number-blocs.ts";
import { stabilityOf, togetherShares } from "../../../src/measures/blocs/together-shares.ts";
import { variationOfInformation } from "../../../src/measures/blocs/variation-of-information.ts";

describe("adjustedRand", () => {
  it("is -1/2 for two crossed halves of four", () => {
    expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
  });

  it("is 4/7 where one of six has moved to its own", () => {
    // Pairs together: 4 in both, 6 and 4; expected 24/15: (4 - 1.6) / (5 - 1.6).
    expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 2])).toBeCloseTo(2.4 / 3.4, 12);
  });

  it("refuses divisions of different length", () => {
    expect(() => adjustedRand([0, 1], [0])).toThrow(/2 and 1 items/u);
  });
});

describe("variationOfInformation", () => {
  it("is 1 for two crossed halves of four, and 0 for one item", () => {
    expect(variationOfInformation([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(1, 12);
    expect(variationOfInformation([0], [3])).toBe(0);
  });
});

describe("numberBlocs", () => {
  it("numbers by size, then by the first key, and leaves single states without a bloc", () => {
    const keys = ["D", "A", "C", "B", "E", "F", "G", "H"];
    const { bloc, sizes } = numberBlocs([7, 5, 7, 5, 2, 9, 9, 9], keys);
    expect(sizes).toEqual([3, 2, 2]);
    expect([...bloc]).toEqual([3, 2, 3, 2, 0, 1, 1, 1]);
  });
});

describe("togetherShares", () => {
  it("counts how often two fall together, and one alone", () => {
    const drawn = [Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 1)];
    const together = togetherShares(drawn, 3);
    expect([...together]).toEqual([0.5, 0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0.5]);
    expect([...stabilityOf(together, Int32Array.of(0, 0, 1))]).toEqual([0.5, 0.5, 0.5]);
  });
});
