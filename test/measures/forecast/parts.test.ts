import { describe, expect, it } from "vitest";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { logNormal } from "../../../src/kernels/positions-normal.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { pastShares, persistence } from "../../../src/measures/forecast/base-rates.ts";
import {
  brierScore,
  logLoss,
  meanScore,
} from "../../../src/measures/forecast/forecast-scores.ts";
import { FORECAST_SETTINGS } from "../../../src/measures/forecast/forecast-settings.ts";
import { forerunnersOf } from "../../../src/measures/forecast/forerunners.ts";
import { likelyVotes } from "../../../src/measures/forecast/likely-votes.ts";
import { normalPoint, normalShare } from "../../../src/measures/forecast/normal-share.ts";
import { ownDeviation } from "../../../src/measures/forecast/own-deviation.ts";
import { fitItems } from "../../../src/measures/forecast/text-items.ts";
import type { RollCall, VoteRecord } from "../../../src/record/votes.ts";

const open = await createPositionKernel();

const rollCall = (date: string, session: number, family: number, more = {}): RollCall => ({
  rcid: 1,
  date,
  session,
  special: null,
  symbol: null,
  title: null,
  yes: 0,
  no: 0,
  abstain: 0,
  absent: 0,
  complete: true,
  important: null,
  topics: null,
  amendment: null,
  paragraph: null,
  source: "test",
  family,
  ...more,
});

const record = (rollCalls: RollCall[], rows: readonly (readonly number[])[]): VoteRecord => ({
  voters: rows[0]!.map((_, i) => `S${i}`) as unknown as VoteRecord["voters"],
  rollCalls,
  cells: Uint8Array.from(rows.flat()),
});

describe("scores", () => {
  it("are those of the definitions", () => {
    expect(logLoss([0.5, 0.25, 0.25], 1)).toBeCloseTo(Math.LN2, 12);
    expect(logLoss([1, 0, 0], 3)).toBeCloseTo(6 * Math.LN10, 9);
    expect(brierScore([0.5, 0.25, 0.25], 2)).toBeCloseTo(0.25 + 0.5625 + 0.0625, 12);
    expect(brierScore([0, 0, 1], 3)).toBe(0);
    expect(brierScore([0, 1, 0], 3)).toBe(2);
  });

  it("weight families by their votes and withhold an interval under ten", () => {
    const few = [
      { family: 1, sum: 6, votes: 2 },
      { family: 2, sum: 0, votes: 4 },
    ];
    expect(meanScore(few, 0.9, 100, seededRandom(1))).toEqual({
      mean: 1,
      lower: null,
      upper: null,
      votes: 6,
      families: 2,
    });
    const many = Array.from({ length: 40 }, (_, family) => ({
      family,
      sum: family % 4,
      votes: 1,
    }));
    const found = meanScore(many, 0.9, 500, seededRandom(1))!;
    expect(found.mean).toBe(1.5);
    expect(found.lower).toBeGreaterThan(1);
    expect(found.lower).toBeLessThan(1.5);
    expect(found.upper).toBeGreaterThan(1.5);
    expect(meanScore([], 0.9, 100, seededRandom(1))).toBeNull();
  });
});

describe("base rates", () => {
  const votes = record(
    [
      rollCall("2010-12-01", 65, 1),
      rollCall("2012-12-02", 67, 2),
      rollCall("2013-12-02", 68, 3),
      rollCall("2014-12-01", 69, 1),
    ],
    [
      [3, 3, 3],
      [1, 1, 2],
      [1, 3, 4],
      [2, 2, 2],
    ],
  );

  it("count the two years before the day, and neither older votes nor the day's", () => {
    const { all, own, rollCalls } = pastShares(votes, "2014-12-01");
    expect(rollCalls).toBe(2);
    expect(all).toEqual([4 / 8, 2 / 8, 2 / 8]);
    expect(own[0]).toEqual([3.5 / 5, 0.75 / 5, 0.75 / 5]);
    expect(own[2]![1]).toBeCloseTo(1.75 / 4, 12);
  });

  it("carry the last vote that was cast", () => {
    const own = [0.5, 0.3, 0.2] as const;
    expect(persistence(votes, 2, [0, 2], own, 0.1)).toEqual([0.05, 0.03, 0.9 + 0.02]);
    expect(persistence(votes, 1, [], own, 0.1)).toBe(own);
  });
});

describe("forerunnersOf", () => {
  const votes = record(
    [
      rollCall("2011-12-01", 66, 1),
      rollCall("2012-12-01", 67, 1, { paragraph: true }),
      rollCall("2012-12-01", 67, 1),
      rollCall("2013-03-01", 67, 2, { special: "ES-9" }),
      rollCall("2013-12-01", 68, 1),
      rollCall("2013-12-01", 68, 1, { paragraph: true }),
      rollCall("2013-12-01", 68, 3, { special: "ES-9" }),
      rollCall("2013-12-01", 68, 4),
    ],
    Array.from({ length: 8 }, () => [1, 2]),
  );
  it.each([
    [4, "text", [0, 2]],
    [5, "related", [0, 1, 2]],
    [6, "related", [3]],
    [7, "none", []],
  ])("finds those of roll call %i", (index, kind, rollCalls) => {
    expect(forerunnersOf(votes, index, FORECAST_SETTINGS)).toEqual({ kind, rollCalls });
  });
});

describe("the normal distribution", () => {
  it("is within 1e-9 of the kernel's and inverts", () => {
    for (let x = -7.9; x < 8; x += 0.0371) {
      expect(Math.abs(normalShare(x) - Math.exp(logNormal(x)))).toBeLessThan(1e-9);
    }
    for (const share of [0.01, 0.3, 0.5, 0.999]) {
      expect(normalShare(normalPoint(share))).toBeCloseTo(share, 10);
    }
  });
});

describe("fitItems", () => {
  const at = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5];
  it("gives a category that nobody chose the share of half a vote", () => {
    for (const groups of [
      [at, [], []],
      [[], at, []],
      [[], [], at],
      [at.slice(0, 4), [], at.slice(4)],
      [at.slice(0, 4), at.slice(4), []],
      [[], at.slice(0, 4), at.slice(4)],
    ] as const) {
      const [item] = fitItems([groups], open);
      const sums = [0, 0, 0];
      for (const mean of at) {
        likelyVotes(
          { ...item!, cutVariance: 0, slopeVariance: 0, covariance: 0 },
          { mean, variance: 0 },
          0,
          null,
        ).forEach((share, k) => (sums[k]! += share));
      }
      groups.forEach((group, k) => {
        if (group.length > 0) return;
        expect(sums[k]! / at.length).toBeGreaterThan(0.5 / 8.5 / 4);
        expect(sums[k]! / at.length).toBeLessThan((0.5 / 8.5) * 3);
      });
    }
  });

  it("gives a slope the sign of the vote", () => {
    const [up, down] = fitItems(
      [
        [at.slice(0, 3), [0], at.slice(4)],
        [at.slice(4), [0], at.slice(0, 3)],
      ],
      open,
    );
    expect(up!.slope).toBeGreaterThan(0.5);
    expect(down!.slope).toBeCloseTo(-up!.slope, 4);
  });
});

describe("ownDeviation", () => {
  it("moves towards the votes cast, and back to 0 with time", () => {
    const mean = (session: number, vote: number) => {
      const earlier = [
        { session: 60, vote, lower: 0, upper: 1 },
        { session: 61, vote, lower: 0, upper: 1 },
      ];
      const options = { kept: 0.8, persistence: 0.9 };
      const { points, weights } = ownDeviation(earlier, session, options, new Map());
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      return points.reduce((sum, point, q) => sum + point * weights[q]!, 0);
    };
    expect(mean(62, 1)).toBeLessThan(-0.3);
    expect(mean(62, 3)).toBeGreaterThan(0.8);
    expect(mean(70, 3)).toBeLessThan(0.5 * mean(62, 3));
    expect(mean(70, 3)).toBeGreaterThan(0);
  });
});
