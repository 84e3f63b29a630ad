import { describe, expect, it } from "vitest";
import { simulate, type SimulationInput } from "../../src/scenario/simulate.ts";
import type { StateKey } from "../../src/states/state.ts";
import { askedMembers, fixedModel } from "./fixed-model.ts";

const CHANCES = [
  [0.9, 0.5, 0.25],
  [0.8, 0.25, 0.5],
  [0.7, 1, 0],
] as const;
const input = (over: Partial<SimulationInput> = {}): SimulationInput => ({
  members: askedMembers(3),
  rule: "unanimity",
  appellantVotes: true,
  without: [],
  held: new Map(),
  // With as many arrivals as this the rate of arrival is one to four digits.
  arrivals: { came: 1_000_000, of: 1_000_000 },
  model: fixedModel(CHANCES),
  ...over,
});
const options = { calls: 40_000, seed: 7, level: 0.9 };

/** Four standard errors of the simulation. */
const near = (share: number) => 4 * Math.sqrt((share * (1 - share)) / options.calls) + 1e-4;
const state = (text: string) => text as StateKey;

describe("simulate", () => {
  it("adopts by unanimity as often as the product of the chances in favour", () => {
    const expected = 0.9 * 0.8 * 0.7;
    const { adopted } = simulate(input(), options);
    expect(Math.abs(adopted.share - expected)).toBeLessThan(near(expected));
    expect(adopted.monteCarlo).toBeCloseTo(Math.sqrt((expected * (1 - expected)) / 40_000), 4);
    // One draw of the parameters is like the next, so that the interval is the share itself.
    expect(adopted.upper - adopted.lower).toBeLessThan(0.02);
  });

  it("adopts by consensus as often as nobody objects", () => {
    const expected = (1 - 0.1 * 0.75) * (1 - 0.2 * 0.5) * (1 - 0.3);
    const { adopted } = simulate(input({ rule: "consensus" }), options);
    expect(Math.abs(adopted.share - expected)).toBeLessThan(near(expected));
  });

  it("adopts by majority as often as two of three others, the appellant in favour", () => {
    // More than half of four: two of the three others.
    const [a, b, c] = [0.9, 0.8, 0.7];
    const expected = a * b * c + a * b * (1 - c) + a * (1 - b) * c + (1 - a) * b * c;
    const { adopted } = simulate(input({ rule: "majority" }), options);
    expect(Math.abs(adopted.share - expected)).toBeLessThan(near(expected));
  });

  it("takes each for itself as help from anybody but the appellant", () => {
    const expected = 1 - 0.1 * 0.2 * 0.3;
    const { adopted } = simulate(
      input({ rule: "each-for-itself", appellantVotes: false }),
      options,
    );
    expect(Math.abs(adopted.share - expected)).toBeLessThan(near(expected));
  });

  it("sends where the decision is taken and a member has means", () => {
    // By unanimity all are in favour, and the third then always has means.
    const expected = 0.9 * 0.8 * 0.7;
    expect(Math.abs(simulate(input(), options).came.share - expected)).toBeLessThan(
      near(expected),
    );
    const never = simulate(input({ arrivals: { came: 0, of: 1_000_000 } }), options);
    expect(never.came.share).toBeLessThan(1e-3);
  });

  it("says who decides alone", () => {
    const { members } = simulate(input(), options);
    // By unanimity a member decides alone where both others are in favour.
    for (const [i, expected] of [0.8 * 0.7, 0.9 * 0.7, 0.9 * 0.8].entries()) {
      expect(Math.abs(members[i]!.pivotal - expected)).toBeLessThan(near(expected));
      expect(members[i]!.ifNo.adopted).toBe(0);
      expect(members[i]!.ifAbstains.adopted).toBe(0);
      expect(members[i]!.ifYes.adopted).toBe(members[i]!.pivotal);
    }
  });

  it("keeps out the vote of a party to the dispute", () => {
    const expected = 0.9 * 0.8;
    const run = simulate(input({ without: [state("M2")] }), options);
    expect(Math.abs(run.adopted.share - expected)).toBeLessThan(near(expected));
    expect(run.members[2]!.pivotal).toBe(0);
  });

  it("holds a stance that was fixed by hand", () => {
    const held = simulate(input({ held: new Map([[state("M0"), "no"]]) }), options);
    expect(held.adopted.share).toBe(0);
    expect(held.members[0]).toMatchObject({ held: "no", dissented: 1 });
    const yes = simulate(input({ held: new Map([[state("M0"), "contribute"]]) }), options);
    expect(yes.adopted.share).toBe(simulate(input(), options).members[0]!.ifYes.adopted);
  });

  it("refuses a rule that is no count, and a stance for somebody who is not asked", () => {
    expect(() => simulate(input({ rule: "mixed" }), options)).toThrow(
      /mixed rule cannot be run/u,
    );
    expect(() => simulate(input({ held: new Map([[state("ZZZ"), "no"]]) }), options)).toThrow(
      /ZZZ is not asked/u,
    );
  });
});
