import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { banzhaf } from "../../../src/measures/influence/banzhaf.ts";
import { blockingPower } from "../../../src/measures/influence/blocking-power.ts";
import { gameOfRule } from "../../../src/measures/influence/game-of-rule.ts";
import { pivotality } from "../../../src/measures/influence/pivotality.ts";
import { shapleyShubik } from "../../../src/measures/influence/shapley-shubik.ts";
import { generalGame, weightedGame } from "../../../src/measures/influence/voting-game.ts";

const single = (weights: readonly number[], quota: number) =>
  weightedGame([{ weights, quota }]);
const repeat = (n: number, value: number): number[] => Array.from({ length: n }, () => value);

/** Five permanent members that must agree, ten others, nine of fifteen in favour. */
const council = single([...repeat(5, 7), ...repeat(10, 1)], 39);
/** Votes of the states and the District of Columbia from 2012 to 2020. */
const electors = single(
  [
    55, 38, 29, 29, 20, 20, 18, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 9, 9, 9,
    8, 8, 7, 7, 7, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3,
  ],
  270,
);
const NICE = [
  29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4,
  3,
];

describe("published power indices", () => {
  it("has those of the Security Council", () => {
    const { absolute, normalised, winning, swings } = banzhaf(council);
    expect(absolute[0]).toBe(0.0517578125);
    expect(absolute[14]).toBe(0.005126953125);
    expect(winning).toBe(848n);
    expect(swings![0]).toBe(848n);
    expect(normalised[0]).toBeCloseTo(0.16693, 5);
    const values = shapleyShubik(council);
    expect(values[4]).toBeCloseTo(0.19627039627, 11);
    expect(values[5]).toBeCloseTo(0.00186480186, 11);
  });

  it("has those of the Electoral College, whose coalitions number 2^51", () => {
    expect(banzhaf(electors).absolute[0]).toBeCloseTo(0.47114725781470934, 15);
    expect(shapleyShubik(electors)[0]).toBeCloseTo(0.11029686127090113, 15);
  });

  it("has those of 193 members at two thirds", () => {
    const assembly = gameOfRule("two-thirds", 193)!;
    expect(assembly.rules[0]!.quota).toBe(129);
    const { absolute, normalised } = banzhaf(assembly);
    expect(absolute[0]! / 1.1558148540121281e-6).toBeCloseTo(1, 14);
    expect(normalised[192]).toBe(1 / 193);
    expect(shapleyShubik(assembly)[7]).toBe(1 / 193);
  });

  it("has those of the Council of the six, 1958 to 1973: Luxembourg is powerless", () => {
    const six = single([4, 4, 4, 2, 2, 1], 12);
    const [large, middle] = [5 / 21, 1 / 7];
    const shares = banzhaf(six).normalised;
    for (const [i, value] of [large, large, large, middle, middle, 0].entries()) {
      expect(shares[i]).toBeCloseTo(value, 15);
    }
    const orders = shapleyShubik(six).map((value) => value * 60);
    for (const [i, value] of [14, 14, 14, 9, 9, 0].entries()) {
      expect(orders[i]).toBeCloseTo(value, 12);
    }
  });

  it("has the Banzhaf shares of the weights of Nice, 255 of 345", () => {
    // As printed by Felsenthal and Machover (2001, LSE), to four digits.
    const printed = new Map([
      [29, 0.0778],
      [27, 0.0742],
      [14, 0.0426],
      [13, 0.0397],
      [12, 0.0368],
      [10, 0.0309],
      [7, 0.0218],
      [4, 0.0125],
      [3, 0.0094],
    ]);
    const shares = banzhaf(single(NICE, 255)).normalised;
    for (const [i, weight] of NICE.entries()) {
      expect(Number(shares[i]!.toFixed(4))).toBe(printed.get(weight));
    }
    expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it("takes several quotas: a veto of five and nine of fifteen is the same council", () => {
    const vetoes = weightedGame([
      { weights: [...repeat(5, 1), ...repeat(10, 0)], quota: 5 },
      { weights: repeat(15, 1), quota: 9 },
    ]);
    expect(banzhaf(vetoes)).toEqual(banzhaf(council));
    expect(shapleyShubik(vetoes)).toEqual(shapleyShubik(council));
    const told = generalGame(15, (members) => {
      const permanent = members.slice(0, 5).every((one) => one === 1);
      return permanent && members.reduce((sum, one) => sum + one, 0) >= 9;
    });
    expect(banzhaf(told)).toEqual(banzhaf(council));
    expect(blockingPower(told)).toEqual(blockingPower(council));
  });

  it("adds the double majority to the weights of Nice without moving the shares", () => {
    const double = weightedGame([
      { weights: NICE, quota: 255 },
      { weights: repeat(27, 1), quota: 14 },
    ]);
    const [with14, without] = [banzhaf(double), banzhaf(single(NICE, 255))];
    expect(with14.winning! < without.winning!).toBe(true);
    for (const [i, value] of without.normalised.entries()) {
      expect(with14.normalised[i]).toBeCloseTo(value, 4);
    }
  });

  it("gives large games in doubles that agree with whole numbers", () => {
    const chances = repeat(51, 0.5);
    const exact = banzhaf(electors).absolute;
    for (const [i, value] of pivotality(electors, chances).entries()) {
      expect(value / exact[i]!).toBeCloseTo(1, 12);
    }
    // 190 members and 23,000 votes: too large to be counted one by one.
    const weights = Array.from(
      { length: 190 },
      (_, i) => ((i * 7919) % 211) + 1 + (i < 3 ? 900 : 0),
    );
    const total = weights.reduce((sum, value) => sum + value, 0);
    const fund = single(weights, Math.ceil(total * 0.85));
    const shares = shapleyShubik(fund);
    expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    const { normalised, swings } = banzhaf(fund);
    expect(swings).toBeNull();
    expect(normalised.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(Math.max(...shares)).toBe(shares[weights.indexOf(Math.max(...weights))]);
  });

  it("refuses what it cannot count", () => {
    const two = weightedGame([
      { weights: repeat(31, 1), quota: 20 },
      { weights: repeat(31, 2), quota: 30 },
    ]);
    expect(() => banzhaf(two)).toThrow("31 members under such rules cannot be counted exactly");
    expect(blockingPower(two)).toBeNull();
    expect(() => single([1, 1], 3)).toThrow(UsageError);
    expect(() => single([1, 0.5], 1)).toThrow("0.5 is not a weight");
    const odd = generalGame(3, (members) => members.reduce((sum, one) => sum + one, 0) === 1);
    expect(() => banzhaf(odd)).toThrow("a coalition loses by growing");
  });
});
