import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate, type SimulationInput } from "../../src/scenario/simulate.ts";
import { askedMembers, fixedModel } from "./fixed-model.ts";

const RULES = [
  "consensus",
  "consensus-minus-abstainers",
  "unanimity",
  "two-thirds",
  "majority",
  "each-for-itself",
] as const;

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const inputs = fc
  .record({
    chances: fc.array(fc.tuple(chance, chance, chance), { minLength: 1, maxLength: 6 }),
    rule: fc.constantFrom(...RULES),
    came: fc.nat(20),
    missed: fc.nat(20),
    seed: fc.nat(1000),
  })
  .map(({ chances, rule, came, missed, seed }) => ({
    seed,
    input: {
      members: askedMembers(chances.length),
      rule,
      appellantVotes: rule !== "each-for-itself",
      without: [],
      held: new Map(),
      arrivals: { came, of: came + missed },
      model: fixedModel(chances),
    } satisfies SimulationInput,
  }));
const run = (input: SimulationInput, seed: number) =>
  simulate(input, { calls: 500, seed, level: 0.9 });

describe("simulate", () => {
  it("gives shares in [0, 1], inside their intervals, adding up", () => {
    fc.assert(
      fc.property(inputs, ({ input, seed }) => {
        const { adopted, came, contributors, members } = run(input, seed);
        for (const { share, lower, upper } of [
          adopted,
          came,
          ...members.flatMap((member) => [member.inFavour, member.contributed]),
        ]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(share).toBeGreaterThanOrEqual(lower);
          expect(share).toBeLessThanOrEqual(upper);
        }
        expect(came.share).toBeLessThanOrEqual(adopted.share);
        expect(contributors.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { contributed, supported, abstained, dissented } of members) {
          expect(contributed.share + supported + abstained + dissented).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it("is never less likely to adopt or to send with a member in favour", () => {
    fc.assert(
      fc.property(inputs, ({ input, seed }) => {
        const { adopted, came, members } = run(input, seed);
        for (const { ifContributes, ifYes, ifAbstains, ifNo } of members) {
          expect(ifYes.adopted).toBeGreaterThanOrEqual(adopted.share);
          expect(ifYes.adopted).toBeGreaterThanOrEqual(ifAbstains.adopted);
          expect(ifAbstains.adopted).toBeGreaterThanOrEqual(ifNo.adopted);
          expect(ifContributes.came).toBeGreaterThanOrEqual(came.share);
          expect(ifContributes.came).toBeGreaterThanOrEqual(ifYes.came);
        }
      }),
    );
  });

  it("turns a member in place as holding it would", () => {
    fc.assert(
      fc.property(inputs, ({ input, seed }) => {
        const first = run(input, seed).members[0]!;
        for (const [stance, forced] of [
          ["yes", first.ifYes],
          ["abstain", first.ifAbstains],
          ["no", first.ifNo],
          ["contribute", first.ifContributes],
        ] as const) {
          const held = run({ ...input, held: new Map([[first.state, stance]]) }, seed);
          expect(held.adopted.share).toBe(forced.adopted);
          expect(held.came.share).toBe(forced.came);
        }
      }),
    );
  });

  it("is the same for the same seed, to the byte, and whatever the members are called", () => {
    fc.assert(
      fc.property(inputs, ({ input, seed }) => {
        const once = run(input, seed);
        expect(JSON.stringify(run(input, seed))).toBe(JSON.stringify(once));
        const members = input.members.map((member, i) => ({
          ...member,
          state: `X${i}` as (typeof member)["state"],
        }));
        const renamed = run({ ...input, members }, seed);
        expect(renamed.adopted).toEqual(once.adopted);
        expect(renamed.members.map(({ pivotal }) => pivotal)).toEqual(
          once.members.map(({ pivotal }) => pivotal),
        );
      }),
    );
  });
});
