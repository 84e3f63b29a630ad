import { describe, expect, it } from "vitest";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import { majorityOfOthers } from "../../../src/measures/influence/majority-of-others.ts";
import { membersAt } from "../../../src/measures/influence/members-at.ts";
import { sidingWith } from "../../../src/measures/influence/siding-with.ts";
import { voteGrid } from "../cohesion/vote-grid.ts";

const all = (count: number): Int32Array => Int32Array.from({ length: count }, (_, k) => k);

describe("membersAt", () => {
  it("follows entries and exits, in any order of asking", () => {
    const at = membersAt([
      { voter: 0, from: 0, to: 9 },
      { voter: 1, from: 3, to: 5 },
      { voter: 1, from: 7, to: 9 },
    ]);
    expect([0, 3, 4, 5, 7, 9, 2].map((index) => [...at(index)])).toEqual([
      [0],
      [0, 1],
      [0, 1],
      [0],
      [0, 1],
      [],
      [0],
    ]);
    expect(membersAt([{ voter: 0, from: 4, to: 6 }])(1)).toEqual([]);
  });
});

describe("majorityOfOthers", () => {
  it("holds each member against the others without itself, by hand", () => {
    // Unanimous; one against; a tie of the others; an absence; an unknown vote that could tie.
    const votes = voteGrid(["YYYY", "YYYN", "YYNN", "XYYN", "YYN?", "YN--"]);
    const rows = majorityOfOthers(votes, fixedMembers(votes, [0, 1, 2, 3]), all(6));
    expect(rows.map(({ rollCalls }) => [...rollCalls])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2, 4],
      [1, 2, 3],
    ]);
    // On YYNN each of the four has two of the other side against one of its own.
    expect(rows.map((row) => [...row.with])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
    expect(rows.map(({ absent }) => absent)).toEqual([1, 0, 0, 1]);
    // XYYN: without 1 (or 2) the others are Y and N; YYN?: without 0 (or 1) they are Y, N and ?.
    expect(rows.map(({ tied }) => tied)).toEqual([1, 2, 1, 0]);
  });

  it("takes an abstention as a side, and absence as none", () => {
    const votes = voteGrid(["AAYX", "YYAX"]);
    const rows = majorityOfOthers(votes, fixedMembers(votes, [0, 1, 2, 3]), all(2));
    expect([...rows[2]!.with]).toEqual([0, 0]);
    expect(rows[2]!.abstained).toBe(1);
    expect(rows[3]).toMatchObject({ absent: 2 });
    expect(rows[3]!.rollCalls).toHaveLength(0);
  });
});

describe("sidingWith", () => {
  it("counts members and states outside that vote as the leader does, by hand", () => {
    // Members 0 (leader), 1, 2; outside 3, 4, 5.
    const votes = voteGrid(["NNYYYY", "YYYYAN", "XYYYYY", "AXXYYA", "AAXXYA"]);
    const spells = fixedMembers(votes, [0, 1, 2]);
    expect(sidingWith(votes, spells, all(5), () => 0)).toEqual([
      { rollCall: 0, same: 1, cast: 2, outsideSame: 0, outsideCast: 3 },
      { rollCall: 1, same: 2, cast: 2, outsideSame: 1, outsideCast: 3 },
      { rollCall: 4, same: 1, cast: 1, outsideSame: 1, outsideCast: 2 },
    ]);
    expect(sidingWith(votes, spells, all(5), () => null)).toEqual([]);
    expect(sidingWith(votes, spells, all(5), () => 4)).toEqual([]);
  });
});
