import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { changePoints } from "../../../src/measures/breaks/change-points.ts";
import { precisionWeights } from "../../../src/measures/breaks/precision-weights.ts";
import { serialCorrelation } from "../../../src/measures/breaks/serial-correlation.ts";
import { noisySteps } from "./series.ts";

const find = (values: readonly number[], seed = 1, draws = 99) =>
  changePoints(values, { draws, random: seededRandom(seed) });

describe("changePoints", () => {
  it("dates an exact step to its first value", () => {
    const values = Array.from({ length: 20 }, (_, i) => (i < 12 ? 0.25 : 0.75));
    const found = find(values);
    expect(found.levels).toEqual([0.25, 0.75]);
    expect(found.breaks).toEqual([
      { index: 12, lower: 12, upper: 12, before: 0.25, after: 0.75, p: 0.01 },
    ]);
    expect(found.pMore).toBe(1);
  });

  it("finds none in a constant series", () => {
    expect(find(Array.from({ length: 15 }, () => 0.1))).toMatchObject({
      breaks: [],
      proposed: 0,
      p: null,
      withheld: null,
    });
  });

  it("finds two steps up and down", () => {
    const values = noisySteps(
      60,
      0,
      [
        [0, 0],
        [20, 4],
        [40, 0],
      ],
      7,
    );
    const { breaks } = find(values);
    expect(breaks).toHaveLength(2);
    expect(Math.abs(breaks[0]!.index - 20)).toBeLessThanOrEqual(1);
    expect(Math.abs(breaks[1]!.index - 40)).toBeLessThanOrEqual(1);
    expect(breaks[0]!.after).toBeGreaterThan(breaks[0]!.before + 3);
    expect(breaks[1]!.after).toBeLessThan(breaks[1]!.before - 3);
  });

  it("proposes fewer breaks at a higher price", () => {
    const values = noisySteps(40, 0.6, [[0, 0]], 3);
    const dear = changePoints(values, { penalty: "lwz", draws: 19, random: seededRandom(1) });
    expect(dear.proposed).toBeLessThanOrEqual(find(values, 1, 19).proposed);
  });

  it("gives the same for the same seed", () => {
    const values = noisySteps(
      33,
      0.3,
      [
        [0, 0],
        [18, 3],
      ],
      2,
    );
    expect(find(values, 4)).toEqual(find(values, 4));
  });

  it("withholds below ten values, and says what is no value", () => {
    expect(find([1, 2, 3, 4, 5, 6, 7, 8, 9]).withheld).toBe("9 values; 10 are needed");
    expect(() => find([1, Number.NaN])).toThrow(/value 1 of the series is NaN/u);
    expect(() => find([1, 2], 1, 5)).toThrow(/draws is 5/u);
    expect(() => changePoints([1, 2], { errors: [1], random: seededRandom(1) })).toThrow(
      /1 errors for 2 values/u,
    );
  });
});

describe("changePoints on simulated series", () => {
  const runs = 120;
  const share = (of: (seed: number) => boolean): number =>
    Array.from({ length: runs }, (_, seed) => seed).filter(of).length / runs;

  it.each([
    [0, 0.06],
    [0.3, 0.15],
    [0.6, 0.2],
  ])("seldom finds a break where there is none, at correlation %d", (correlation, most) => {
    const found = share(
      (seed) => find(noisySteps(33, correlation, [[0, 0]], seed), seed, 39).breaks.length > 0,
    );
    expect(found).toBeLessThanOrEqual(most);
  });

  it("finds a step of 2.5 standard deviations, with an interval that holds it", () => {
    const steps = [
      [0, 0],
      [20, 2.5],
    ] as const;
    const all = Array.from({ length: runs }, (_, seed) =>
      find(noisySteps(33, 0, steps, seed), seed, 39),
    );
    const single = all.filter(({ breaks }) => breaks.length === 1);
    expect(single.length / runs).toBeGreaterThan(0.8);
    const held = single.filter(({ breaks: [one] }) => one!.lower <= 20 && one!.upper >= 20);
    expect(held.length / single.length).toBeGreaterThan(0.85);
  });
});

describe("serialCorrelation", () => {
  it("is near the truth on a long series, also across a step", () => {
    const ones = Array.from({ length: 2000 }, () => 1);
    for (const steps of [
      [[0, 0]],
      [
        [0, 0],
        [900, 3],
      ],
    ] as const) {
      expect(serialCorrelation(noisySteps(2000, 0.5, steps, 1), ones)).toBeCloseTo(0.5, 1);
    }
  });
});

describe("precisionWeights", () => {
  it("is even without errors, and lower for a value less well known", () => {
    expect([...precisionWeights([1, 2, 3])]).toEqual([1, 1, 1]);
    const [first, second] = precisionWeights([1, 1, 1, 1], [2, 1, 1, 1]);
    expect(second! / first!).toBeCloseTo(4, 12);
  });

  it("does not believe an error of zero", () => {
    const weights = precisionWeights([1, 1, 1, 1], [0, 1, 1, 1]);
    expect(weights[0]! / weights[1]!).toBeCloseTo(1 / (0.75 * 0.25), 12);
  });
});
