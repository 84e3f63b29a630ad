import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  linkItems,
  type LinkableRollCall,
} from "../../../src/measures/positions/link-items.ts";
import { positionRollCalls } from "../../../src/measures/positions/position-roll-calls.ts";

function rollCall(
  session: number,
  yes: number,
  more: Partial<LinkableRollCall> = {},
): LinkableRollCall {
  return {
    session,
    title: "A repeated text",
    yes,
    no: 100 - yes,
    abstain: 0,
    amendment: false,
    paragraph: null,
    family: 1,
    ...more,
  };
}

describe("linkItems", () => {
  it("links a text that returns with the same tallies", () => {
    expect([...linkItems([rollCall(50, 80), rollCall(51, 80), rollCall(53, 80)])]).toEqual([
      0, 0, 0,
    ]);
  });
  it("does not link other tallies, other families, long silences or untitled votes", () => {
    expect([...linkItems([rollCall(50, 80), rollCall(51, 60)])]).toEqual([0, 1]);
    expect([...linkItems([rollCall(50, 80), rollCall(51, 80, { family: 2 })])]).toEqual([0, 1]);
    expect([...linkItems([rollCall(50, 80), rollCall(54, 80)])]).toEqual([0, 1]);
    expect([...linkItems([rollCall(50, 80), rollCall(51, 80, { title: null })])]).toEqual([
      0, 1,
    ]);
    const parts = [
      rollCall(50, 80, { paragraph: true }),
      rollCall(51, 80, { amendment: true }),
    ];
    expect(new Set(linkItems(parts)).size).toBe(2);
  });
  it("gives the closest tally the link, whatever the order of the roll calls", () => {
    const votes = [rollCall(50, 80), rollCall(51, 79.5), rollCall(51, 80)];
    const items = linkItems(votes);
    expect(items[2]).toBe(items[0]);
    expect(items[1]).not.toBe(items[0]);
  });
  it("widens with the rule", () => {
    const votes = [rollCall(50, 80), rollCall(58, 70)];
    expect(new Set(linkItems(votes, { reach: 10, tolerance: 0.2 })).size).toBe(1);
  });
  it("never makes two roll calls of one session the same item, and numbers items from 0", () => {
    const votes = fc.array(
      fc.record({
        session: fc.integer({ min: 1, max: 6 }),
        yes: fc.integer({ min: 0, max: 20 }),
        family: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(votes, (drawn) => {
        const calls = drawn.map(({ session, yes, family }) => {
          return rollCall(session, yes, { family, no: 20 - yes });
        });
        const items = linkItems(calls, { tolerance: 0.3 });
        const seen = new Set(calls.map(({ session }, i) => `${session}|${items[i]}`));
        expect(seen.size).toBe(calls.length);
        const distinct = [...new Set(items)].sort((a, b) => a - b);
        expect(distinct).toEqual(distinct.map((_, i) => i));
      }),
    );
  });
});

describe("positionRollCalls", () => {
  it("drops session 19, and parts of texts after session 44", () => {
    const calls = [
      { session: 19, amendment: null, paragraph: null },
      { session: 44, amendment: null, paragraph: true },
      { session: 45, amendment: null, paragraph: true },
      { session: 45, amendment: true, paragraph: null },
      { session: 45, amendment: null, paragraph: null },
    ];
    expect(positionRollCalls(calls)).toEqual([1, 4]);
  });
});
