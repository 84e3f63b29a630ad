import { describe, expect, it } from "vitest";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import { allRollCalls } from "../../../src/measures/cohesion/roll-call-selection.ts";
import { sideShare } from "../../../src/measures/cohesion/side-share.ts";
import { clopperPearson } from "../../../src/measures/statistics/clopper-pearson.ts";
import { repeat, voteGrid } from "./vote-grid.ts";

describe("sideShare", () => {
  // Unanimous ones do not count; a tie and a majority that an unknown vote could tie are apart.
  const votes = voteGrid([
    ...repeat("YYYY", 5),
    ...repeat("YYYN", 8),
    ...repeat("AANA", 4),
    "YYNN",
    "YYN?",
    ...repeat("NYYX", 2),
  ]);
  const rows = sideShare(votes, fixedMembers(votes, [0, 1, 2, 3]), allRollCalls(votes));

  it("counts contested roll calls by member", () => {
    expect(
      rows.map(({ voter, withLargest, against }) => [voter, withLargest, against]),
    ).toEqual([
      [0, 12, 2],
      [1, 14, 0],
      [2, 10, 4],
      [3, 4, 8],
    ]);
    expect(rows.map(({ undecided }) => undecided)).toEqual([2, 2, 2, 1]);
    expect(rows.map(({ notVoting }) => notVoting)).toEqual([0, 0, 0, 3]);
  });

  it("carries the exact interval", () => {
    expect(rows[0]).toMatchObject({
      share: 12 / 14,
      n: 14,
      level: 0.95,
      ...clopperPearson(12, 14),
    });
    expect(rows[1]).toMatchObject({ share: 1, upper: 1 });
  });

  it("is withheld below ten contested roll calls", () => {
    const few = sideShare(votes, fixedMembers(votes, [0, 1, 2]), allRollCalls(votes));
    expect(few[0]).toMatchObject({ share: null, lower: null, upper: null, n: 8 });
    expect(few[0]!.withheld).toBe("8 contested roll calls; 10 are needed");
  });

  it("leaves out a member without a roll call in the selection", () => {
    const spells = [...fixedMembers(votes, [0, 1]), { voter: 2, from: 0, to: 3 }];
    const late = sideShare(votes, spells, allRollCalls(votes).subarray(3));
    expect(late.map(({ voter }) => voter)).toEqual([0, 1]);
  });

  it("does not mind yes and no exchanged", () => {
    const swapped = { ...votes, cells: votes.cells.map((code) => [0, 3, 2, 1, 4, 5][code]!) };
    expect(
      sideShare(swapped, fixedMembers(swapped, [0, 1, 2, 3]), allRollCalls(swapped)),
    ).toEqual(rows);
  });
});
