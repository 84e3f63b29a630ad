import { describe, expect, it } from "vitest";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import { mostSplitting } from "../../../src/measures/cohesion/most-splitting.ts";
import { recurringSplits } from "../../../src/measures/cohesion/recurring-splits.ts";
import { allRollCalls } from "../../../src/measures/cohesion/roll-call-selection.ts";
import { splits } from "../../../src/measures/cohesion/splits.ts";
import { voteGrid } from "./vote-grid.ts";

const votes = voteGrid([
  "YYNA",
  "YYYY",
  "XYX?",
  "NNYY",
  "YYNN",
  "AANN",
  "NYYY",
  "YN--",
  "----",
]);
const found = splits(votes, fixedMembers(votes, [3, 2, 1, 0]), allRollCalls(votes));

describe("splits", () => {
  it("names the members on each side", () => {
    expect(found[0]).toEqual({
      rollCall: 0,
      yes: [0, 1],
      abstain: [3],
      no: [2],
      absent: [],
      unknown: [],
      agreement: 0.25,
    });
  });

  it("has no index where one member voted, and no row where none was a member", () => {
    expect(found[2]).toMatchObject({ yes: [1], absent: [0, 2], unknown: [3], agreement: null });
    expect(found.map(({ rollCall }) => rollCall)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("leaves out members outside their spells", () => {
    const [only] = splits(votes, [{ voter: 0, from: 0, to: 1 }], allRollCalls(votes));
    expect(only).toMatchObject({ rollCall: 0, yes: [0], no: [], abstain: [] });
  });
});

describe("mostSplitting", () => {
  it("orders by agreement, votes cast and day, without the unanimous", () => {
    const rows = mostSplitting(found);
    expect(rows.map(({ rollCall }) => rollCall)).toEqual([5, 4, 3, 0, 7, 6]);
    expect(rows.map(({ agreement }) => agreement)).toEqual([
      0.25, 0.25, 0.25, 0.25, 0.25, 0.625,
    ]);
  });

  it("takes the oldest first and no more than the limit if told", () => {
    const rows = mostSplitting(found, { limit: 2, newestFirst: false });
    expect(rows.map(({ rollCall }) => rollCall)).toEqual([0, 3]);
  });
});

describe("recurringSplits", () => {
  it("counts a partition whichever side voted yes", () => {
    expect(recurringSplits(found)).toEqual([
      {
        sides: [
          [0, 1],
          [2, 3],
        ],
        count: 3,
        opposed: 2,
        first: 3,
        last: 5,
        rollCalls: [3, 4, 5],
      },
    ]);
  });

  it("lists rarer ones on request, the latest first among equals, never the unanimous", () => {
    const rows = recurringSplits(found, 1);
    expect(rows.map(({ sides }) => sides)).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
      [[0], [1]],
      [[1, 2, 3], [0]],
      [[0, 1], [2], [3]],
    ]);
  });

  it("treats another absentee as another partition", () => {
    const grid = voteGrid(["YYN", "YYN", "YXN"]);
    const rows = recurringSplits(
      splits(grid, fixedMembers(grid, [0, 1, 2]), allRollCalls(grid)),
      1,
    );
    expect(rows.map(({ count }) => count)).toEqual([2, 1]);
  });
});
