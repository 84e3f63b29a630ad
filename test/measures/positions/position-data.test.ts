import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { positionDataFromTable } from "../../../src/measures/positions/position-data-from-table.ts";
import { positionDataFromVotes } from "../../../src/measures/positions/position-data-from-votes.ts";
import type { RollCall, VoteRecord } from "../../../src/record/votes.ts";
import type { StateKey } from "../../../src/states/state.ts";

function rollCall(rcid: number, session: number): RollCall {
  return {
    rcid,
    date: "2000-01-01",
    session,
    special: null,
    symbol: null,
    title: "One text",
    yes: 1,
    no: 1,
    abstain: 0,
    absent: 1,
    complete: true,
    important: null,
    topics: null,
    amendment: null,
    paragraph: null,
    source: "test",
    family: 0,
  };
}

const votes: VoteRecord = {
  voters: ["AAA", "BBB", "CCC"] as unknown as readonly StateKey[],
  rollCalls: [rollCall(1, 3), rollCall(2, 4), rollCall(3, 4)],
  cells: Uint8Array.of(1, 3, 4, 2, 0, 5, 3, 1, 2),
};

describe("positionDataFromVotes", () => {
  it("keeps votes cast and nothing else", () => {
    const data = positionDataFromVotes(votes, { rollCallIndices: [0, 1, 2], link: null });
    expect(data).toEqual({
      voters: 3,
      periods: 4,
      items: 3,
      voter: Uint16Array.of(0, 1, 0, 0, 1, 2),
      period: Uint16Array.of(2, 2, 3, 3, 3, 3),
      item: Uint32Array.of(0, 0, 1, 2, 2, 2),
      category: Uint8Array.of(1, 3, 2, 3, 1, 2),
    });
  });
  it("links repeated texts unless told not to", () => {
    const data = positionDataFromVotes(votes, { rollCallIndices: [0, 1], link: {} });
    expect(data.items).toBe(1);
  });
  it("takes chosen voters and a caller's periods", () => {
    const data = positionDataFromVotes(votes, {
      rollCallIndices: [2],
      voters: [1, 2],
      periodOf: ({ rcid }) => rcid * 2,
    });
    expect([...data.voter]).toEqual([1, 2]);
    expect(data.periods).toBe(7);
  });
  it("refuses indices and periods that cannot be", () => {
    expect(() => positionDataFromVotes(votes, { rollCallIndices: [9] })).toThrow(UsageError);
    const half = { rollCallIndices: [0], periodOf: () => 0.5 };
    expect(() => positionDataFromVotes(votes, half)).toThrow("got 0.5");
  });
});

describe("positionDataFromTable", () => {
  it("reads words, drops absences and keeps integer periods in place", () => {
    const named = positionDataFromTable([
      { voter: "a", rollcall: "r1", vote: "Yes", period: 2001 },
      { voter: "b", rollcall: "r1", vote: "no", period: 2001 },
      { voter: "b", rollcall: "r2", vote: "abstain", period: "2004" },
      { voter: "a", rollcall: "r2", vote: "absent", period: 2004 },
    ]);
    expect(named.voters).toEqual(["a", "b"]);
    expect(named.periods).toEqual(["2001", "2002", "2003", "2004"]);
    expect([...named.data.category]).toEqual([1, 3, 2]);
    expect([...named.data.period]).toEqual([0, 0, 3]);
  });
  it("shifts an integer scale to start at 1", () => {
    const named = positionDataFromTable([
      { voter: "a", rollcall: "r", vote: 0 },
      { voter: "b", rollcall: "r", vote: "1" },
    ]);
    expect([...named.data.category]).toEqual([1, 2]);
    expect(named.data.periods).toBe(1);
  });
  it("orders labels that are not integers", () => {
    const named = positionDataFromTable([
      { voter: "a", rollcall: "r", vote: "yes", period: "late" },
      { voter: "a", rollcall: "s", vote: "yes", period: "early" },
    ]);
    expect(named.periods).toEqual(["early", "late"]);
    expect([...named.data.period]).toEqual([1, 0]);
  });
  it.each([
    [[{ voter: "a", rollcall: "r", vote: "maybe" }], 'row 1 has the vote "maybe"'],
    [[{ voter: "a", rollcall: "r", vote: 1.5 }], '"1.5"'],
    [
      [
        { voter: "a", rollcall: "r", vote: "yes" },
        { voter: "a", rollcall: "r", vote: "no" },
      ],
      "rows 1 and 2",
    ],
    [
      [
        { voter: "a", rollcall: "r", vote: "yes" },
        { voter: "b", rollcall: "r", vote: 2 },
      ],
      "partly words",
    ],
    [
      [
        { voter: "a", rollcall: "r", vote: 1 },
        { voter: "b", rollcall: "r", vote: 8 },
      ],
      "1 to 8",
    ],
    [
      [
        { voter: "a", rollcall: "r", vote: "yes", period: 1 },
        { voter: "b", rollcall: "r", vote: "yes" },
      ],
      "1 of 2 rows have no period",
    ],
  ])("refuses %j", (rows, message) => {
    expect(() => positionDataFromTable(rows)).toThrow(UsageError);
    expect(() => positionDataFromTable(rows)).toThrow(message);
  });
});
