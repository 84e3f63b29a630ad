import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { banzhaf } from "../../../src/measures/influence/banzhaf.ts";
import { blockingPower } from "../../../src/measures/influence/blocking-power.ts";
import { countByWeight } from "../../../src/measures/influence/count-by-weight.ts";
import { enumerateCoalitions } from "../../../src/measures/influence/enumerate-coalitions.ts";
import { estimatePower } from "../../../src/measures/influence/estimate-power.ts";
import { gameOfRule } from "../../../src/measures/influence/game-of-rule.ts";
import { pivotality } from "../../../src/measures/influence/pivotality.ts";
import { pivotShares, pivotsOnLine } from "../../../src/measures/influence/pivots-on-line.ts";
import { shapleyShubik } from "../../../src/measures/influence/shapley-shubik.ts";
import {
  adopts,
  type CountedRule,
  isCountedRule,
  threeWayPower,
} from "../../../src/measures/influence/three-way-power.ts";
import {
  coalitionWins,
  generalGame,
  weightedGame,
} from "../../../src/measures/influence/voting-game.ts";
import type { StateKey } from "../../../src/states/state.ts";
import { type Ballot, decide } from "../../../src/treaty/decide.ts";

const games = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return fc
      .integer({ min: 1, max: total })
      .map((quota) => weightedGame([{ weights, quota }]));
  });

/** Swings counted the plain way, coalition by coalition and member by member. */
function plainSwings(game: ReturnType<typeof weightedGame>): number[] {
  const counts = Array.from({ length: game.players }, () => 0);
  for (let mask = 0; mask < 1 << game.players; mask += 1) {
    const members = Uint8Array.from(counts, (_, i) => (mask >>> i) & 1);
    if (!coalitionWins(game, members)) continue;
    for (let i = 0; i < counts.length; i += 1) {
      if (members[i] === 0) continue;
      members[i] = 0;
      if (!coalitionWins(game, members)) counts[i]! += 1;
      members[i] = 1;
    }
  }
  return counts;
}

const RULES: readonly CountedRule[] = [
  "consensus",
  "consensus-minus-abstainers",
  "unanimity",
  "two-thirds",
  "majority",
];

describe("power indices", () => {
  it("count alike by generating function, by enumeration and by hand", () => {
    fc.assert(
      fc.property(games, (game) => {
        const byWeight = countByWeight(game.rules[0]!);
        expect(enumerateCoalitions(game)).toEqual(byWeight);
        const told = generalGame(game.players, (members) => coalitionWins(game, members));
        expect(enumerateCoalitions(told)).toEqual(byWeight);
        expect(banzhaf(game).swings!.map(Number)).toEqual(plainSwings(game));
      }),
    );
  });

  it("are shares, equal for equal weights, nil without a vote, and rise with the weight", () => {
    fc.assert(
      fc.property(games, (game) => {
        const { weights } = game.rules[0]!;
        const [shares, orders] = [banzhaf(game).normalised, shapleyShubik(game)];
        expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        expect(orders.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        for (const [i, weight] of weights.entries()) {
          if (weight === 0) expect([shares[i], orders[i]]).toEqual([0, 0]);
          for (const [j, other] of weights.entries()) {
            if (weight >= other) expect(orders[i]).toBeGreaterThanOrEqual(orders[j]!);
          }
        }
      }),
    );
  });

  it("follow from the chances to decide: one half gives Banzhaf, their mean Shapley-Shubik", () => {
    fc.assert(
      fc.property(games, (game) => {
        const even = pivotality(
          game,
          game.rules[0]!.weights.map(() => 0.5),
        );
        for (const [i, value] of banzhaf(game).absolute.entries()) {
          expect(even[i]).toBeCloseTo(value, 12);
        }
        const told = generalGame(game.players, (members) => coalitionWins(game, members));
        const chances = game.rules[0]!.weights.map((_, i) => (i + 1) / (game.players + 2));
        const [fast, slow] = [pivotality(game, chances), pivotality(told, chances)];
        for (const [i, value] of slow.entries()) expect(fast[i]).toBeCloseTo(value, 12);
      }),
    );
  });

  it("hold within four standard errors of an estimate", () => {
    const council = weightedGame([
      { weights: [...Array<number>(5).fill(7), ...Array<number>(10).fill(1)], quota: 39 },
    ]);
    const draws = 20_000;
    const found = estimatePower(council, { draws, random: seededRandom(5) });
    const [absolute, orders] = [banzhaf(council).absolute, shapleyShubik(council)];
    for (const [i, value] of absolute.entries()) {
      const { values, errors } = found.banzhaf;
      expect(Math.abs(values[i]! - value)).toBeLessThan(4 * errors[i]!);
      const other = found.shapleyShubik;
      expect(Math.abs(other.values[i]! - orders[i]!)).toBeLessThan(4 * other.errors[i]!);
    }
    expect(estimatePower(council, { draws, random: seededRandom(5) })).toEqual(found);
  });
});

describe("blockingPower", () => {
  it("has Banzhaf between preventing and initiating, and a veto where the rest falls short", () => {
    fc.assert(
      fc.property(games, (game) => {
        const { weights, quota } = game.rules[0]!;
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const { veto, prevent, initiate, leastBlocking, toAct } = blockingPower(game)!;
        for (const [i, value] of banzhaf(game).absolute.entries()) {
          expect(veto[i]).toBe(total - weights[i]! < quota);
          // The harmonic mean of the two powers of Coleman.
          const both = prevent[i]! + initiate[i]!;
          expect(both === 0 ? 0 : (2 * prevent[i]! * initiate[i]!) / both).toBeCloseTo(
            value,
            12,
          );
        }
        const heaviest = weights.toSorted((a, b) => b - a);
        let left = total;
        const needed = heaviest.findIndex((weight) => (left -= weight) < quota) + 1;
        expect(leastBlocking).toBe(needed);
        expect(toAct).toBeGreaterThan(0);
      }),
    );
  });
});

describe("decision rules", () => {
  it("decide as the treaty layer does on every vote", () => {
    const states = ["ARM", "BLR", "KAZ", "KGZ", "TJK"] as unknown as readonly StateKey[];
    const kinds: readonly Ballot[] = ["yes", "no", "abstain"];
    for (const rule of RULES) {
      for (let code = 0; code < 243; code += 1) {
        const ballots = states.map(
          (_, i) => kinds[Math.floor(code / [1, 3, 9, 27, 81][i]!) % 3]!,
        );
        const votes = new Map(states.map((state, i) => [state, ballots[i]!]));
        const yes = ballots.filter((one) => one === "yes").length;
        const no = ballots.filter((one) => one === "no").length;
        const { outcome, bound } = decide(rule, votes, states);
        expect(adopts(rule, yes, no, 5)).toBe(outcome === "adopted");
        if (outcome === "adopted" && ballots.includes("abstain")) {
          const binds = bound.length === 5;
          expect(threeWayPower(rule, 5).bindsAbstainers).toBe(binds);
        }
      }
    }
    expect(isCountedRule("mixed") || isCountedRule("none") || isCountedRule("weighted")).toBe(
      false,
    );
  });

  it("are games without abstention", () => {
    for (const rule of RULES) {
      for (const members of [1, 2, 3, 6, 7, 32]) {
        const { quota } = gameOfRule(rule, members)!.rules[0]!;
        expect(adopts(rule, quota, members - quota, members)).toBe(true);
        expect(adopts(rule, quota - 1, members - quota + 1, members)).toBe(false);
      }
    }
    expect(gameOfRule("each-for-itself", 5)).toBeNull();
    expect(gameOfRule("weighted", 5)).toBeNull();
  });

  it("tell consensus from unanimity by what an abstention does", () => {
    const [consensus, unanimity] = [
      threeWayPower("consensus", 6),
      threeWayPower("unanimity", 6),
    ];
    expect(consensus.stop).toBeCloseTo(32 / 243, 14);
    expect(unanimity.stop).toBeCloseTo(1 / 243, 14);
    // An abstention stops consensus only where nobody else is in favour.
    expect(consensus.stopByAbstaining).toBeCloseTo(1 / 243, 14);
    expect(unanimity.stopByAbstaining).toBe(unanimity.stop);
    expect(threeWayPower("consensus-minus-abstainers", 6)).toEqual({
      ...consensus,
      bindsAbstainers: false,
    });
  });
});

describe("pivotsOnLine", () => {
  it("are the extremes under consensus and the median under a majority of an odd number", () => {
    const positions = [0.3, -2, 1.5, 0.1, 0.9];
    expect(pivotsOnLine(gameOfRule("consensus", 5)!, positions)).toEqual({
      fromLow: 2,
      fromHigh: 1,
    });
    expect(pivotsOnLine(gameOfRule("majority", 5)!, positions)).toEqual({
      fromLow: 0,
      fromHigh: 0,
    });
    const draws = [positions, [0.3, 2, 1.5, 0.1, 0.9]];
    expect(pivotShares(gameOfRule("consensus", 5)!, draws)).toEqual({
      fromLow: [0, 0.5, 0.5, 0, 0],
      fromHigh: [0, 0.5, 0, 0.5, 0],
    });
  });
});
