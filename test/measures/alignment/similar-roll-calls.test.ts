import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { similarRollCalls } from "../../../src/measures/alignment/similar-roll-calls.ts";
import { VOTE, type RollCall, type VoteRecord } from "../../../src/record/votes.ts";
import type { StateKey } from "../../../src/states/state.ts";

/** Votes written as one text a roll call: y, n, a, - (absent) and . (not a member). */
const CODES: Readonly<Record<string, number>> = {
  y: VOTE.yes,
  n: VOTE.no,
  a: VOTE.abstain,
  "-": VOTE.absent,
  ".": VOTE.notMember,
};

function votesOf(texts: readonly string[], partial: readonly number[] = []): VoteRecord {
  const size = texts[0]!.length;
  return {
    voters: Array.from({ length: size }, (_, i) => `S${i}` as StateKey),
    rollCalls: texts.map((_, i) => ({ rcid: i, partial: partial.includes(i) }) as RollCall),
    cells: Uint8Array.from(
      texts.flatMap((text) => Array.from(text, (letter) => CODES[letter]!)),
    ),
  };
}

const repeat = (letters: string, counts: readonly number[]): string =>
  counts.map((count, i) => letters.charAt(i).repeat(count)).join("");

describe("similar roll calls", () => {
  it("give kappa as worked by hand", () => {
    // 10 states yes on both, 4 yes then no, 6 no on both: observed 4 x 4 = 16;
    // expected (14 x 10 + 6 x 10) / 20 x 4 = 40, so kappa is 1 - 16 / 40.
    const votes = votesOf([repeat("yyn", [10, 4, 6]), repeat("ynn", [10, 4, 6])]);
    const [only] = similarRollCalls(votes, 0);
    expect(only).toEqual({ index: 1, kappa: 0.6, n: 20 });
  });

  it("count an abstention as half way, and leave absence and non-members out", () => {
    // Joint votes: 10 yes-yes, 5 no-abstain, 5 no-no; observed 5 x 1, expected
    // (10 x 5 x 1 + 10 x 5 x 4 + 10 x 10 x 4 + 10 x 5 x 1) / 20 = 35: kappa 1 - 5 / 35.
    const votes = votesOf([
      repeat("yynnnn", [10, 2, 5, 5, 3, 2]),
      repeat("y-an.-", [10, 2, 5, 5, 3, 2]),
    ]);
    const [only] = similarRollCalls(votes, 0);
    expect(only?.n).toBe(20);
    expect(only?.kappa).toBeCloseTo(1 - 5 / 35, 12);
  });

  it("are withheld below 20 states, without a division, and for partly known votes", () => {
    const few = votesOf([repeat("yn-", [10, 9, 5]), repeat("yn-", [10, 9, 5])]);
    expect(similarRollCalls(few, 0)).toEqual([]);
    expect(similarRollCalls(votesOf(["y".repeat(30), "y".repeat(30)]), 0)).toEqual([]);
    const same = repeat("yn", [15, 15]);
    expect(
      similarRollCalls(votesOf([same, same, same], [1]), 0).map((one) => one.index),
    ).toEqual([2]);
  });

  it("are symmetric, at most 1, 1 with themselves, and -1 where even sides change places", () => {
    const text = fc.string({
      unit: fc.constantFrom("y", "n", "a", "-"),
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const votes = votesOf([one, other, one]);
        const there = similarRollCalls(votes, 0).find(({ index }) => index === 1);
        const back = similarRollCalls(votes, 1).find(({ index }) => index === 0);
        expect(there?.kappa).toBe(back?.kappa);
        for (const { kappa } of similarRollCalls(votes, 0))
          expect(kappa).toBeLessThanOrEqual(1);
        const self = similarRollCalls(votes, 0).find(({ index }) => index === 2);
        if (self !== undefined) expect(self.kappa).toBe(1);
      }),
    );
    const turned = votesOf([repeat("yn", [15, 15]), repeat("ny", [15, 15])]);
    expect(similarRollCalls(turned, 0)[0]?.kappa).toBe(-1);
  });
});
