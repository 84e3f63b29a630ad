import { describe, expect, it } from "vitest";
import { dyadAlignment } from "../../../src/measures/alignment/dyad-alignment.ts";
import { influence } from "../../../src/measures/alignment/influence.ts";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import { cohesionInfluence } from "../../../src/measures/cohesion/cohesion-influence.ts";
import { cohesion } from "../../../src/measures/cohesion/cohesion.ts";
import { groupTallies } from "../../../src/measures/cohesion/group-tallies.ts";
import { record } from "../../laboratory.ts";
import { votesOf } from "./votes-of.ts";

const OPTIONS = { measure: "agreement", convention: "pairwise" } as const;

describe("the influence of families on the similarity of two states", () => {
  it("is the value less the value without the family, the largest first", () => {
    // Families 0 (alike twice), 1 (apart once), 2 (alike once): 3 of 4 alike.
    const votes = votesOf(["YYNA", "YYYA"], [0, 0, 1, 2]);
    const found = influence(votes, [0, 1], [0, 1, 2, 3], OPTIONS);
    expect(found.map(({ family, rollCalls }) => [family, rollCalls])).toEqual([
      [0, [0, 1]],
      [1, [2]],
      [2, [3]],
    ]);
    expect(found.slice(0, 2).map(({ without }) => without)).toEqual([1 / 2, 1]);
    expect(found[2]!.without).toBeCloseTo(2 / 3, 15);
    expect(found[0]!.change).toBeCloseTo(1 / 4, 15);
    expect(found[1]!.change).toBeCloseTo(-1 / 4, 15);
    expect(found[2]!.change).toBeCloseTo(1 / 12, 15);
  });

  it("is null where nothing is left without the family", () => {
    const [only] = influence(votesOf(["YY", "YN"], [7, 7]), [0, 1], [0, 1], OPTIONS);
    expect(only).toEqual({ family: 7, rollCalls: [0, 1], without: null, change: null });
  });

  it("leaves out what the convention leaves out", () => {
    const votes = votesOf(["Y-N", "YYN"], [0, 1, 2]);
    expect(influence(votes, [0, 1], [0, 1, 2], OPTIONS).map(({ family }) => family)).toEqual([
      ...[0, 2],
    ]);
  });

  it("agrees with computing anew without each family, on real votes", () => {
    const { votes } = record;
    const pair = ["ARM", "RUS"].map((key) =>
      votes.voters.indexOf(key as (typeof votes.voters)[number]),
    ) as [number, number];
    const all = votes.rollCalls.flatMap(({ date }, i) => (date > "2015" ? i : []));
    const options = { measure: "kappa", convention: "pairwise" } as const;
    const found = influence(votes, pair, all, options);
    const whole = dyadAlignment(votes, ...pair, all, options).kappa!;
    for (const { family, without, change } of found.slice(0, 20)) {
      const rest = all.filter((i) => votes.rollCalls[i]!.family !== family);
      expect(without).toBe(dyadAlignment(votes, ...pair, rest, options).kappa);
      expect(change).toBe(whole - without!);
    }
    expect(found.length).toBeGreaterThan(100);
  });
});

describe("the influence of families on a group's cohesion", () => {
  it("agrees with computing anew without each family, on real votes", () => {
    const { votes } = record;
    const spells = fixedMembers(votes, [3, 40, 77, 120]);
    const all = Int32Array.from({ length: 400 }, (_, i) => i + 5000);
    const tallies = groupTallies(votes, spells, all);
    const whole = cohesion(tallies).agreement!;
    const found = cohesionInfluence(votes, tallies);
    for (const { family, without, change } of found.slice(0, 20)) {
      const rest = all.filter((i) => votes.rollCalls[i]!.family !== family);
      const mean = cohesion(groupTallies(votes, spells, rest)).agreement!;
      expect(without).toBeCloseTo(mean, 12);
      expect(change).toBeCloseTo(whole - mean, 12);
    }
    const sizes = found.map(({ change }) => Math.abs(change ?? 0));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(found.reduce((sum, { rollCalls }) => sum + rollCalls.length, 0)).toBe(
      cohesion(tallies).rollCalls,
    );
  });
});
