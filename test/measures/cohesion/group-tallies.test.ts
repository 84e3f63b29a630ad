import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { groupTallies } from "../../../src/measures/cohesion/group-tallies.ts";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import { allRollCalls } from "../../../src/measures/cohesion/roll-call-selection.ts";
import { voteGrid } from "./vote-grid.ts";

const votes = voteGrid(["YYN-", "YAXN", "?AAY", "NNNN"]);

describe("groupTallies", () => {
  it("keeps absent, unknown and not-a-member apart", () => {
    const tallies = groupTallies(votes, fixedMembers(votes, [0, 1, 2, 3]), allRollCalls(votes));
    expect([...tallies.yes]).toEqual([2, 1, 1, 0]);
    expect([...tallies.abstain]).toEqual([0, 1, 2, 0]);
    expect([...tallies.no]).toEqual([1, 1, 0, 4]);
    expect([...tallies.absent]).toEqual([0, 1, 0, 0]);
    expect([...tallies.unknown]).toEqual([0, 0, 1, 0]);
    expect([...tallies.size]).toEqual([3, 4, 4, 4]);
  });

  it("counts a member only during its spells, in the selection asked for", () => {
    const spells = [
      { voter: 0, from: 0, to: 1 },
      { voter: 0, from: 3, to: 4 },
      { voter: 1, from: 1, to: 4 },
    ];
    const tallies = groupTallies(votes, spells, Int32Array.of(0, 2, 3));
    expect([...tallies.yes]).toEqual([1, 0, 0]);
    expect([...tallies.abstain]).toEqual([0, 1, 0]);
    expect([...tallies.no]).toEqual([0, 0, 2]);
    expect([...tallies.size]).toEqual([1, 1, 2]);
  });

  it("leaves out a roll call on which only some votes are known", () => {
    const rollCalls = votes.rollCalls.map((rollCall, index) =>
      index === 1 ? { ...rollCall, partial: true as const } : rollCall,
    );
    const grid = { ...votes, rollCalls };
    const tallies = groupTallies(grid, fixedMembers(grid, [0, 3]), allRollCalls(grid));
    expect([...tallies.rollCalls]).toEqual([0, 2, 3]);
    expect([...tallies.yes]).toEqual([1, 1, 0]);
    expect([...tallies.size]).toEqual([1, 2, 2]);
  });

  it("refuses overlapping spells, strangers and roll calls out of order", () => {
    const at = Int32Array.of(0, 1);
    const twice = [
      { voter: 0, from: 0, to: 3 },
      { voter: 0, from: 2, to: 4 },
    ];
    expect(() => groupTallies(votes, twice, at)).toThrow(/overlap at roll call 2/u);
    expect(() => groupTallies(votes, [{ voter: 4, from: 0, to: 1 }], at)).toThrow(UsageError);
    expect(() => groupTallies(votes, [{ voter: 0, from: 0, to: 5 }], at)).toThrow(UsageError);
    expect(() => groupTallies(votes, [{ voter: 0, from: 2, to: 1 }], at)).toThrow(UsageError);
    expect(() => groupTallies(votes, [], Int32Array.of(1, 1))).toThrow(UsageError);
    expect(() => groupTallies(votes, [], Int32Array.of(9))).toThrow(UsageError);
  });

  it("does not mind the order of members, nor of a spell cut in two", () => {
    const letter = fc.constantFrom("Y", "A", "N", "X", "?", "-");
    const line = fc
      .array(letter, { minLength: 5, maxLength: 5 })
      .map((cells) => cells.join(""));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 3, maxLength: 12 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4]),
        (lines, order) => {
          const grid = voteGrid(lines);
          const all = allRollCalls(grid);
          const sorted = order.toSorted((a, b) => a - b);
          const whole = groupTallies(grid, fixedMembers(grid, sorted), all);
          const cut = order.flatMap((voter) => [
            { voter, from: 2, to: lines.length },
            { voter, from: 0, to: 2 },
          ]);
          expect(groupTallies(grid, cut, all)).toEqual(whole);
        },
      ),
    );
  });
});
