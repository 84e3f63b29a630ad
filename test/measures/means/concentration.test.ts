import { describe, expect, it } from "vitest";
import { concentration, type MemberMeans } from "../../../src/measures/means/concentration.ts";
import { concentrationIndices } from "../../../src/measures/means/concentration-indices.ts";
import type { StateKey } from "../../../src/states/state.ts";

const members = (values: readonly (number | null)[], sd: number | null = null): MemberMeans[] =>
  values.map((value, index) => ({ state: `S${index}` as StateKey, value, sd }));

describe("concentration", () => {
  it("is that worked by hand: 60, 30 and 10", () => {
    const found = concentration(members([30, 60, 10]))!;
    expect(found).toMatchObject({
      members: 3,
      missing: [],
      largest: "S1",
      share: 0.6,
      se: null,
    });
    expect(found.hhi).toBeCloseTo(0.36 + 0.09 + 0.01, 12);
    const { normalised, con, ratio, interval } = concentrationIndices(found, 0.9);
    expect(normalised).toBeCloseTo((0.46 - 1 / 3) / (2 / 3), 12);
    // 0.46 - 0.3333 = 0.12667; / 0.66667 = 0.19; root 0.43589.
    expect(con).toBeCloseTo(0.43589, 5);
    expect(ratio).toBeCloseTo(1.5, 12);
    expect(interval).toBeNull();
  });

  it("carries the source's errors into the share", () => {
    const found = concentration(members([80, 20], 10))!;
    // s = 0.8, T = 100: sqrt(0.04 x 100 + 0.64 x 100) / 100 = sqrt(68) / 100.
    expect(found.se).toBeCloseTo(Math.sqrt(68) / 100, 12);
    const { interval } = concentrationIndices(found, 0.9);
    // log odds 1.3863, half 1.6449 x 0.082462 / 0.16 = 0.84775.
    expect(interval!.lower).toBeCloseTo(1 / (1 + Math.exp(-(1.386294 - 0.847746))), 4);
    expect(interval!.upper).toBeCloseTo(1 / (1 + Math.exp(-(1.386294 + 0.847746))), 4);
  });

  it("bounds what members without a value could change, and names them", () => {
    const found = concentration(members([60, 40, null]))!;
    expect(found).toMatchObject({ members: 3, missing: ["S2"], share: 0.6 });
    const { bounds } = concentrationIndices(found, 0.9);
    // With 60 more the largest has 60 of 160.
    expect(bounds.share).toEqual({ least: 0.6 / 1.6, most: 0.6 });
    expect(bounds.hhi.most).toBeCloseTo(0.52, 12);
    expect(bounds.hhi.least).toBeCloseTo(0.52 / 1.52, 12);
  });

  it("is withheld below two known members, and of nothing", () => {
    expect(concentration(members([5, null]))).toBeNull();
    expect(concentration(members([0, 0]))).toBeNull();
    expect(concentration([])).toBeNull();
  });
});
