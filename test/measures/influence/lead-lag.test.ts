import { describe, expect, it } from "vitest";
import { type LeadPlan, simulateLead } from "../../../bench/lead-lag-simulate.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import {
  leadLag,
  leadLagIntervals,
  type LeadStep,
} from "../../../src/measures/influence/lead-lag.ts";
import { predictiveWalk } from "../../../src/measures/positions/predictive-walk.ts";
import { placeboLeaders } from "../../../src/measures/influence/placebo-leaders.ts";
import { positionStep } from "../../../src/measures/influence/position-step.ts";
import type { FilteredPositions } from "../../../src/measures/positions/filter-positions.ts";

const PLAN: LeadPlan = {
  states: 80,
  followers: 5,
  sessions: 34,
  evolution: 0.03,
  noise: 0.02,
  follow: 0,
  lead: 0,
};

/** Positions known without error, one list of sessions a voter. */
function known(rows: readonly (readonly number[])[], evolution = 0.03): FilteredPositions {
  const sessions = rows[0]!.length;
  return {
    mean: Float64Array.from(rows.flat()),
    variance: new Float64Array(rows.length * sessions),
    seen: new Uint8Array(rows.length * sessions).fill(1),
    evolution,
    voters: rows.length,
    first: 1,
    sessions,
  };
}

const stepsOf = (sessions: number, common = 0): readonly LeadStep[] =>
  Array.from({ length: sessions - 1 }, (_, t) => ({
    session: t + 1,
    leader: 0,
    followers: [1, 2],
    common,
  }));

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("positionStep", () => {
  it("gives back what the session itself showed, by hand", () => {
    // Known to 0.04 at mean 1, walk 0.06; then 1.8 seen with error variance 0.1: gain one half.
    const walk = predictiveWalk(Float64Array.of(1, 1.8), Float64Array.of(25, 10), 2, {
      first: 1e-12,
      evolution: 0.06,
    });
    const filtered = { ...walk, voters: 1, first: 5, sessions: 2 };
    expect(walk.mean[1]).toBeCloseTo(1.4, 9);
    expect(walk.variance[1]).toBeCloseTo(0.05, 9);
    const step = positionStep(filtered, 0, 5)!;
    expect(step.from).toBeCloseTo(1, 9);
    expect(step.change).toBeCloseTo(0.8, 9);
    expect(step.error).toBeCloseTo(0.1, 9);
    expect(positionStep(filtered, 0, 6)).toBeNull();
    expect(positionStep(filtered, 0, 4)).toBeNull();
  });
});

describe("leadLag", () => {
  it("is the least-squares share by hand where positions are known", () => {
    // Gaps 2 and 1; the first closes half of its gap, the second none, the leader none.
    const filtered = known([
      [2, 2],
      [0, 1],
      [1, 1],
    ]);
    const found = leadLag(filtered, stepsOf(2))!;
    expect(found.follow).toBeCloseTo((2 * 1) / (4 + 1), 12);
    expect(found.lead).toBeCloseTo(0, 12);
    expect([found.sessions, found.pairs]).toEqual([1, 2]);
    expect(found.gap).toBeCloseTo(2.5, 12);
  });

  it("takes a common change off both sides", () => {
    const shifted = known([
      [2, 2.5],
      [0, 1.5],
      [1, 1.5],
    ]);
    expect(leadLag(shifted, stepsOf(2, 0.5))!.follow).toBeCloseTo(0.4, 12);
    expect(leadLag(shifted, stepsOf(2, 0.5))!.lead).toBeCloseTo(0, 12);
  });

  it("changes neither with the sign and the unit of the line nor with the order of members", () => {
    const { filtered, steps } = simulateLead(PLAN, seededRandom(8));
    const own = leadLag(filtered, steps)!;
    const turned = {
      ...filtered,
      mean: filtered.mean.map((value) => -3 * value),
      variance: filtered.variance.map((value) => 9 * value),
      evolution: 9 * filtered.evolution,
    };
    const other = leadLag(
      turned,
      steps.map((step) => ({ ...step, followers: step.followers.toReversed() })),
    )!;
    expect(other.follow).toBeCloseTo(own.follow, 10);
    expect(other.lead).toBeCloseTo(own.lead, 10);
  });

  it("gives null where no pair is seen twice", () => {
    const filtered = known([[1], [2], [3]]);
    expect(
      leadLag(filtered, [{ session: 1, leader: 0, followers: [1], common: 0 }]),
    ).toBeNull();
  });

  it("finds a known leader, and a known follower, on simulated worlds", () => {
    const runs = (plan: LeadPlan) =>
      Array.from({ length: 60 }, (_, seed) => {
        const { filtered, steps } = simulateLead(plan, seededRandom(seed));
        return leadLag(filtered, steps)!;
      });
    const followed = runs({ ...PLAN, follow: 0.2 });
    expect(average(followed.map(({ follow }) => follow))).toBeGreaterThan(0.17);
    expect(average(followed.map(({ follow }) => follow))).toBeLessThan(0.32);
    expect(average(followed.map(({ lead }) => lead))).toBeLessThan(0.06);
    // A leader that closes its gap to the others' mean; their spread round it dilutes the share.
    const following = runs({ ...PLAN, lead: 0.2 });
    expect(average(following.map(({ difference }) => difference))).toBeLessThan(-0.025);
    const none = runs(PLAN);
    expect(Math.abs(average(none.map(({ difference }) => difference)))).toBeLessThan(0.03);
  });

  it("does not take an error of estimation for a return, as seen positions do", () => {
    const plan = { ...PLAN, noise: 0.1 };
    const both = Array.from({ length: 60 }, (_, seed) => {
      const { filtered, steps, seen } = simulateLead(plan, seededRandom(100 + seed));
      const raw = { ...filtered, mean: seen, variance: new Float64Array(seen.length) };
      return [leadLag(filtered, steps)!.follow, leadLag(raw, steps)!.follow] as const;
    });
    expect(average(both.map(([ours]) => ours))).toBeLessThan(0.04);
    expect(average(both.map(([, raw]) => raw))).toBeGreaterThan(0.07);
  });

  it("covers no lead in about nine in ten worlds without one", () => {
    const covered = Array.from({ length: 100 }, (_, seed) => {
      const { filtered, steps } = simulateLead(PLAN, seededRandom(300 + seed));
      const { difference } = leadLagIntervals(filtered, steps, {
        draws: 200,
        level: 0.9,
        random: seededRandom(seed),
      })!;
      return difference[0] <= 0 && 0 <= difference[1] ? 1 : 0;
    });
    expect(average(covered)).toBeGreaterThan(0.86);
  });

  it("withholds the interval below ten sessions", () => {
    const { filtered, steps } = simulateLead(PLAN, seededRandom(1));
    const options = { draws: 20, level: 0.9, random: seededRandom(1) };
    expect(leadLagIntervals(filtered, steps.slice(0, 9), options)).toBeNull();
    expect(leadLagIntervals(filtered, steps.slice(0, 10), options)).not.toBeNull();
  });
});

describe("placeboLeaders", () => {
  const rejected = (plan: LeadPlan, worlds: number): number => {
    const tests = Array.from({ length: worlds }, (_, seed) => {
      const { filtered, steps, outside } = simulateLead(plan, seededRandom(500 + seed));
      return placeboLeaders(filtered, steps, outside);
    }).filter((test) => test !== null);
    expect(tests.length).toBeGreaterThan(worlds / 3);
    return average(tests.map(({ p }) => (p <= 0.1 ? 1 : 0)));
  };

  it("keeps about its size where nobody leads, and has power where somebody does", () => {
    expect(rejected(PLAN, 200)).toBeLessThan(0.17);
    expect(rejected({ ...PLAN, follow: 0.2 }, 60)).toBeGreaterThan(0.35);
  });

  it("counts by hand, and says the smallest p that it can reach", () => {
    const { filtered, steps, outside } = simulateLead(PLAN, seededRandom(12));
    const test = placeboLeaders(filtered, steps, outside)!;
    expect(test.above + test.below).toBeGreaterThanOrEqual(test.placebos);
    expect(test.p).toBe(
      Math.min(1, (2 * (1 + Math.min(test.above, test.below))) / (test.placebos + 1)),
    );
    expect(test.smallest).toBe(2 / (test.placebos + 1));
    expect(test.p).toBeGreaterThanOrEqual(test.smallest);
  });

  it("is withheld with fewer than 19 comparable states", () => {
    const { filtered, steps, outside } = simulateLead(PLAN, seededRandom(12));
    expect(placeboLeaders(filtered, steps, outside.slice(0, 15))).toBeNull();
  });
});
