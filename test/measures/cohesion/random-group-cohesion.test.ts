import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { cohesion } from "../../../src/measures/cohesion/cohesion.ts";
import { groupTallies } from "../../../src/measures/cohesion/group-tallies.ts";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import type { MemberSpell } from "../../../src/measures/cohesion/member-spell.ts";
import { randomGroupCohesion } from "../../../src/measures/cohesion/random-group-cohesion.ts";
import { allRollCalls } from "../../../src/measures/cohesion/roll-call-selection.ts";
import type { VoteRecord } from "../../../src/record/votes.ts";
import { repeat, voteGrid } from "./vote-grid.ts";

/** A record of random votes, most of them yes. */
function randomVotes(voters: number, rollCalls: number, seed: number): VoteRecord {
  const random = seededRandom(seed);
  const line = (): string =>
    Array.from({ length: voters }, () => "YYYYNNAX"[random.below(8)]).join("");
  return voteGrid(Array.from({ length: rollCalls }, line));
}

const agreementOf = (votes: VoteRecord, spells: readonly MemberSpell[]): number =>
  cohesion(groupTallies(votes, spells, allRollCalls(votes))).agreement!;

describe("randomGroupCohesion, plain", () => {
  const votes = randomVotes(7, 40, 2);
  const all = allRollCalls(votes);
  const group = fixedMembers(votes, [1, 4, 6]);

  it("measures the group itself as cohesion does", () => {
    const result = randomGroupCohesion(votes, group, all, {
      draws: 1,
      random: seededRandom(1),
    });
    expect(result.observed).toBeCloseTo(agreementOf(votes, group), 14);
    expect(result).toMatchObject({ mode: "plain", size: 3, pool: 7, matched: null });
  });

  it("approaches the exact distribution over all groups of the size", () => {
    const observed = agreementOf(votes, group);
    const exact: number[] = [];
    for (let a = 0; a < 7; a += 1) {
      for (let b = a + 1; b < 7; b += 1) {
        for (let c = b + 1; c < 7; c += 1)
          exact.push(agreementOf(votes, fixedMembers(votes, [a, b, c])));
      }
    }
    expect(exact).toHaveLength(35);
    const draws = 5000;
    const result = randomGroupCohesion(votes, group, all, { draws, random: seededRandom(8) });
    const share = exact.filter((value) => value >= observed - 1e-12).length / exact.length;
    const error = Math.sqrt((share * (1 - share)) / draws);
    expect(Math.abs(result.atLeast! - share)).toBeLessThan(4 * error);
    expect(result.mean).toBeCloseTo(exact.reduce((sum, value) => sum + value) / 35, 2);
    expect(result.p).toBeCloseTo((result.atLeast! * draws + 1) / (draws + 1), 14);
    expect(result.smallestP).toBe(1 / (draws + 1));
  });

  it("has a p that is uniform under its null: small about as rarely as it says", () => {
    const random = seededRandom(21);
    let small = 0;
    for (let round = 0; round < 200; round += 1) {
      const grid = randomVotes(20, 15, round + 100);
      const { p } = randomGroupCohesion(
        grid,
        fixedMembers(grid, [0, 1, 2, 3]),
        allRollCalls(grid),
        {
          draws: 99,
          random,
        },
      );
      if (p! <= 0.1) small += 1;
    }
    expect(small).toBeGreaterThan(6);
    expect(small).toBeLessThan(36);
  });

  it("is the same for the same seed and differs for another", () => {
    const run = (seed: number) =>
      randomGroupCohesion(votes, group, all, { draws: 50, random: seededRandom(seed) });
    expect(run(4)).toEqual(run(4));
    expect(run(4).mean).not.toBe(run(5).mean);
  });

  it("draws only states that belonged to the Assembly throughout the place they fill", () => {
    // Voter 3 is admitted late, voter 4 never votes: only 2 can stand for 0, and 3 for 1 as well.
    const grid = voteGrid([...repeat("Y-Y-X", 5), ...repeat("YYNYX", 10)]);
    const spells = fixedMembers(grid, [0, 1]);
    const result = randomGroupCohesion(grid, spells, allRollCalls(grid), {
      draws: 20,
      random: seededRandom(1),
      pool: [2, 3, 4],
    });
    expect(result.pool).toBe(2);
    // The group {2, 3} is split on the last ten roll calls; on the first five one voter votes.
    expect(result.quantiles).toEqual([0.25, 0.25, 0.25, 0.25, 0.25]);
    expect(result.atLeast).toBe(0);
    expect(result.p).toBe(result.smallestP);
    expect(result.observed).toBe(1);
  });

  it("holds each place for the member's time only", () => {
    const grid = voteGrid([...repeat("YYN", 10), ...repeat("YNN", 10)]);
    const spells = [...fixedMembers(grid, [0]), { voter: 1, from: 0, to: 10 }];
    const result = randomGroupCohesion(grid, spells, allRollCalls(grid), {
      draws: 30,
      random: seededRandom(2),
      pool: [0, 2],
    });
    // One voter alone on the last ten: they do not count, though {0, 2} would split there too.
    expect(result.observed).toBe(1);
    expect(result.mean).toBe(0.25);
  });

  it("withholds what cannot be drawn or measured", () => {
    const options = { draws: 10, random: seededRandom(1) };
    const small = randomGroupCohesion(votes, group, all, { ...options, pool: [0, 1] });
    expect(small).toMatchObject({ p: null, mean: null, draws: 0 });
    expect(small.withheld).toBe("no random group can be drawn from so small a pool");
    const short = randomGroupCohesion(votes, group, all.subarray(0, 9), options);
    expect(short.withheld).toBe("fewer than 10 roll calls with votes");
    const single = randomGroupCohesion(votes, fixedMembers(votes, [0]), all, options);
    expect(single.withheld).toBe("1 members in the period; 2 are needed");
    expect(() => randomGroupCohesion(votes, group, all, { ...options, draws: 0 })).toThrow(
      UsageError,
    );
  });
});

describe("randomGroupCohesion, matched", () => {
  const votes = randomVotes(8, 40, 6);
  const all = allRollCalls(votes);
  const group = fixedMembers(votes, [0, 1]);
  const compare = (strata: readonly (string | null)[], spells = group) =>
    randomGroupCohesion(votes, spells, all, { draws: 60, random: seededRandom(3), strata });

  it("takes the stratum first, then the region, and never the group's own", () => {
    // One other a|x state and one other of region a: the random group is always {2, 3}.
    const result = compare(["a|x", "a|x", "a|x", "a|y", "b|x", "b|x", "b|x", null]);
    const only = agreementOf(votes, fixedMembers(votes, [2, 3]));
    expect(result.quantiles!.every((value) => Math.abs(value - only) < 1e-12)).toBe(true);
    expect(result.matched).toEqual({ stratum: 1, region: 1, any: 0, notMatchable: 0 });
    expect(result.mode).toBe("matched");
  });

  it("says how many members have no likes left to draw", () => {
    const result = compare(["a|x", "b|x", "a|x", "c|x", "c|x", "c|x", "c|x", "c|x"]);
    expect(result.matched).toEqual({ stratum: 1, region: 0, any: 1, notMatchable: 1 });
    expect(result.withheld).toBeNull();
  });

  it("is withheld where the region is the group", () => {
    const result = compare(["a|x", "a|y", "b|x", "b|x", "b|x", "b|x", "b|x", null]);
    expect(result).toMatchObject({ p: null, quantiles: null, atLeast: null });
    expect(result.matched).toEqual({ stratum: 0, region: 0, any: 2, notMatchable: 2 });
    expect(result.withheld).toMatch(/^not matchable: 2 of 2 members/u);
  });

  it("is withheld where the region has too few others to go round", () => {
    const spells = fixedMembers(votes, [0, 1, 2]);
    const result = compare(["a|x", "a|x", "a|x", "a|x", "b|x", "b|x", "b|x", null], spells);
    expect(result.matched).toEqual({ stratum: 1, region: 0, any: 2, notMatchable: 0 });
    expect(result.withheld).toBe(
      "not matchable: 2 of 3 members had no other state of their region left",
    );
  });

  it("treats a state of unknown stratum as like no other", () => {
    const result = compare([null, "a|x", null, "a|x", "a|x", null, "b|x", "b|x"]);
    expect(result.matched!.notMatchable).toBe(1);
  });
});
