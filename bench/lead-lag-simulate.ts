import type { Random } from "../src/kernels/random.ts";
import type { LeadStep } from "../src/measures/influence/lead-lag.ts";
import { normalDraws } from "../src/measures/positions/draw-normal.ts";
import type { FilteredPositions } from "../src/measures/positions/filter-positions.ts";
import { predictiveWalk } from "../src/measures/positions/predictive-walk.ts";

/** A made-up world of walks, with a group whose members may move toward its leader. */
export interface LeadPlan {
  readonly states: number;
  /** Members of the group: state 0 leads, the next ones follow. */
  readonly followers: number;
  readonly sessions: number;
  /** Variance of a step of every walk, and of the error with which a position is seen. */
  readonly evolution: number;
  readonly noise: number;
  /** Share of the gap that each follower closes by the next session, and that the leader closes. */
  readonly follow: number;
  readonly lead: number;
}

/** A simulated world as the filter tells it, with the steps of its group and the states outside. */
export interface LeadWorld {
  readonly filtered: FilteredPositions;
  readonly steps: readonly LeadStep[];
  readonly outside: readonly number[];
  /** Positions as seen, with their errors, by `state * sessions + session`. */
  readonly seen: Float64Array;
}

/** Draws a world. The group starts where everybody does, N(0, 1/4). */
export function simulateLead(plan: LeadPlan, random: Random): LeadWorld {
  const { states, followers, sessions, evolution, noise } = plan;
  const normal = normalDraws(random);
  const truth = new Float64Array(states * sessions);
  for (let state = 0; state < states; state += 1) truth[state * sessions] = normal() / 2;
  for (let t = 1; t < sessions; t += 1) {
    const before = (state: number): number => truth[state * sessions + t - 1]!;
    let mean = 0;
    for (let k = 1; k <= followers; k += 1) mean += before(k) / followers;
    for (let state = 0; state < states; state += 1) {
      const pull =
        state === 0
          ? plan.lead * (mean - before(0))
          : state <= followers
            ? plan.follow * (before(0) - before(state))
            : 0;
      truth[state * sessions + t] = before(state) + pull + Math.sqrt(evolution) * normal();
    }
  }
  const seen = truth.map((value) => value + Math.sqrt(noise) * normal());
  const walk = predictiveWalk(seen, new Float64Array(seen.length).fill(1 / noise), sessions, {
    first: 0.1,
  });
  const others = Array.from({ length: followers }, (_, k) => k + 1);
  return {
    filtered: { ...walk, voters: states, first: 1, sessions },
    steps: Array.from({ length: sessions - 1 }, (_, t) => ({
      session: t + 1,
      leader: 0,
      followers: others,
      common: 0,
    })),
    outside: Array.from({ length: states - followers - 1 }, (_, k) => k + followers + 1),
    seen,
  };
}
