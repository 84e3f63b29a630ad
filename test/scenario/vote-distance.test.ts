import { describe, expect, it } from "vitest";
import { VOTE } from "../../src/record/votes.ts";
import { voteDistance } from "../../src/scenario/vote-distance.ts";
import { record } from "../laboratory.ts";

const { votes } = record;
const at = (state: string): number =>
  votes.voters.indexOf(state as (typeof votes.voters)[number]);

describe("voteDistance", () => {
  it("is the mean gap of the votes before the day, counted by hand", () => {
    const [a, b] = [at("ARM"), at("RUS")];
    let joint = 0;
    let apart = 0;
    for (const [index, { date, partial }] of votes.rollCalls.entries()) {
      if (date < "2017-01-05" || date >= "2022-01-05" || partial === true) continue;
      const pair = [a, b].map((voter) => votes.cells[index * votes.voters.length + voter]!);
      if (pair.some((code) => code < VOTE.yes || code > VOTE.no)) continue;
      joint += 1;
      apart += Math.abs(pair[0]! - pair[1]!) / 2;
    }
    expect(voteDistance(votes, a, b, "2022-01-05")).toBeCloseTo(apart / joint, 12);
  });

  it("is symmetric, 0 with itself, and withheld without joint votes", () => {
    const [a, b] = [at("ARM"), at("RUS")];
    expect(voteDistance(votes, b, a, "2022-01-05")).toBe(
      voteDistance(votes, a, b, "2022-01-05"),
    );
    expect(voteDistance(votes, a, a, "2022-01-05")).toBe(0);
    expect(voteDistance(votes, a, b, "1980-01-01")).toBeNull();
    expect(voteDistance(votes, -1, b, "2022-01-05")).toBeNull();
  });
});
