import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { cohesionByPeriod } from "../../../src/measures/cohesion/cohesion-by-period.ts";
import { cohesionOfAll } from "../../../src/measures/cohesion/cohesion-of-all.ts";
import { cohesion } from "../../../src/measures/cohesion/cohesion.ts";
import { groupTallies } from "../../../src/measures/cohesion/group-tallies.ts";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import { allRollCalls } from "../../../src/measures/cohesion/roll-call-selection.ts";
import type { VoteRecord } from "../../../src/record/votes.ts";
import { repeat, voteGrid } from "./vote-grid.ts";

const everyone = (votes: VoteRecord) => fixedMembers(votes, votes.voters.keys());
const ofAll = (votes: VoteRecord) =>
  cohesion(groupTallies(votes, everyone(votes), allRollCalls(votes)));

describe("cohesion", () => {
  // Five unanimous, five split 2-2 (AI 1/4, Rice 0), two 2 abstain 2 yes (AI 1/4, Rice 1).
  const lines = [...repeat("YYYY", 5), ...repeat("YYNN", 5), ...repeat("AAYY", 2)];

  it("is worked by hand", () => {
    const value = ofAll(voteGrid([...lines, "YXXX", "XXXX"]));
    expect(value.agreement).toBeCloseTo((5 + 7 / 4) / 12, 14);
    expect(value.rice).toBeCloseTo(7 / 12, 14);
    expect(value.pairs).toBeCloseTo((5 + 7 / 3) / 12, 14);
    expect(value.unanimous).toBe(5 / 12);
    expect(value.rollCalls).toBe(12);
    expect(value.skipped).toBe(2);
    expect(value.histogram).toEqual([0, 0, 7, 0, 0, 0, 0, 0, 0, 5]);
    expect(value.quantiles).toEqual([0.25, 0.25, 0.25, 1, 1]);
    expect(value.withheld).toBeNull();
    expect(value.interval).toBeNull();
  });

  it("leaves out of the Rice index alone what has fewer than two votes for or against", () => {
    const value = ofAll(voteGrid([...repeat("AAAY", 3), ...repeat("YYNX", 10)]));
    expect(value.rollCalls).toBe(13);
    expect(value.riceRollCalls).toBe(10);
    expect(value.rice).toBeCloseTo(1 / 3, 14);
  });

  it("is withheld below ten roll calls, with the number", () => {
    const value = ofAll(voteGrid([...repeat("YYYY", 9), ...repeat("YXXX", 20)]));
    expect(value.agreement).toBeNull();
    expect(value.quantiles).toBeNull();
    expect(value.rollCalls).toBe(9);
    expect(value.withheld).toBe("9 roll calls with votes; 10 are needed");
  });

  it("does not mind yes and no exchanged on any roll call", () => {
    const line = fc
      .array(fc.constantFrom("Y", "A", "N", "X"), { minLength: 5, maxLength: 5 })
      .map((cells) => cells.join(""));
    const swap = (text: string): string =>
      text.replaceAll(/[YN]/gu, (letter) => (letter === "Y" ? "N" : "Y"));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (grid, flips) => {
          const flipped = grid.map((text, index) =>
            flips[index] === true ? swap(text) : text,
          );
          expect(ofAll(voteGrid(flipped))).toEqual(ofAll(voteGrid(grid)));
        },
      ),
    );
  });
});

describe("cohesionByPeriod", () => {
  const votes = voteGrid([...repeat("YYYN", 12), ...repeat("YYNN", 12), "YYYY"]);
  const periods = [
    { label: "first", rollCalls: allRollCalls(votes).subarray(0, 12) },
    { label: "second", rollCalls: allRollCalls(votes).subarray(12, 24) },
    { label: "third", rollCalls: allRollCalls(votes).subarray(24) },
  ];

  it("gives a row a period, the thin one withheld", () => {
    const rows = cohesionByPeriod(votes, everyone(votes), periods);
    expect(rows.map(({ period, agreement }) => [period, agreement])).toEqual([
      ["first", 0.625],
      ["second", 0.25],
      ["third", null],
    ]);
  });

  it("gives an interval that does not depend on the other periods", () => {
    const mixed = voteGrid([...lines(20), ...lines(20)]);
    const halves = [0, 20].map((from) => ({
      label: String(from),
      rollCalls: allRollCalls(mixed).subarray(from, from + 20),
    }));
    const options = { seed: 7, draws: 200 };
    const both = cohesionByPeriod(mixed, everyone(mixed), halves, options);
    const alone = cohesionByPeriod(mixed, everyone(mixed), halves.slice(1), options);
    expect(both[1]).toEqual(alone[0]);
    const { interval, agreement } = both[1]!;
    expect(interval!.lower!).toBeLessThan(agreement!);
    expect(interval!.upper!).toBeGreaterThan(agreement!);
  });

  function lines(count: number): string[] {
    const random = seededRandom(count);
    return Array.from({ length: count }, () =>
      Array.from({ length: 4 }, () => "YYYAN"[random.below(5)]).join(""),
    );
  }
});

describe("cohesionOfAll", () => {
  const votes = voteGrid([...repeat("YYYNYN", 6), ...repeat("YYYAYY", 6)]);
  const groups = [
    { id: "mixed", spells: fixedMembers(votes, [0, 3]) },
    { id: "c", spells: fixedMembers(votes, [1, 2]) },
    { id: "b", spells: fixedMembers(votes, [0, 1, 2]) },
    { id: "late", spells: [{ voter: 0, from: 8, to: 12 }] },
    { id: "pair", spells: fixedMembers(votes, [4, 5]) },
  ];

  it("ranks the most cohesive first, equals alike, the withheld last", () => {
    const rows = cohesionOfAll(votes, groups, allRollCalls(votes));
    expect(rows.map(({ id, rank, members }) => [id, rank, members])).toEqual([
      ["b", 1, 3],
      ["c", 1, 2],
      ["pair", 3, 2],
      ["mixed", 4, 2],
      ["late", null, 1],
    ]);
    expect(rows.map(({ ranked }) => ranked)).toEqual([4, 4, 4, 4, 4]);
    expect(rows.map(({ pairRank }) => pairRank)).toEqual([1, 1, 3, 4, null]);
  });
});
