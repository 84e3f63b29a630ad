import type { Random } from "../../kernels/random.ts";
import { normalDraws } from "../positions/draw-normal.ts";
import type { FilteredPositions } from "../positions/filter-positions.ts";
import { quantiles } from "../statistics/quantile.ts";
import { type PositionStep, positionStep } from "./position-step.ts";

/** Who may follow whom from one session to the next. */
export interface LeadStep {
  readonly session: number;
  /** Voters. */
  readonly leader: number;
  readonly followers: readonly number[];
  /** Mean change of the states outside, which is taken off every change. */
  readonly common: number;
}

/** How much of the gap each side closes from one session to the next. */
export interface LeadLag {
  /** Share of the gap that the others close. */
  readonly follow: number;
  /** Share that the leader closes. */
  readonly lead: number;
  /** follow - lead. */
  readonly difference: number;
  /** Mean squared gap. */
  readonly gap: number;
  readonly sessions: number;
  /** Pairs of leader and follower, over all sessions. */
  readonly pairs: number;
}

/** The ends of the intervals of a `LeadLag`. */
export interface LeadLagIntervals {
  readonly follow: readonly [lower: number, upper: number];
  readonly lead: readonly [lower: number, upper: number];
  readonly difference: readonly [lower: number, upper: number];
}

interface Joined {
  readonly common: number;
  readonly leader: PositionStep;
  readonly followers: readonly PositionStep[];
}

function joined(filtered: FilteredPositions, steps: readonly LeadStep[]): readonly Joined[] {
  return steps.flatMap(({ session, leader, followers, common }) => {
    const own = positionStep(filtered, leader, session);
    if (own === null) return [];
    const others = followers.flatMap((voter) => positionStep(filtered, voter, session) ?? []);
    return others.length === 0 ? [] : [{ common, leader: own, followers: others }];
  });
}

interface Sums {
  follow: number;
  lead: number;
  followSquare: number;
  leadSquare: number;
}

const emptySums = (): Sums => ({ follow: 0, lead: 0, followSquare: 0, leadSquare: 0 });

/** Adds a leader and a follower, `gap` the leader's position less the follower's. */
function addPair(
  sums: Sums,
  gap: number,
  follower: PositionStep,
  followed: number,
  leader: PositionStep,
  led: number,
): void {
  sums.follow += follower.weight * gap * followed;
  sums.followSquare += follower.weight * gap * gap;
  sums.lead -= leader.weight * gap * led;
  sums.leadSquare += leader.weight * gap * gap;
}

/**
 * Error correction between a leader and the others of its group: of the gap between their
 * positions at a session, the share that the others close by the next session (follow) and the
 * share that the leader closes (lead).
 *
 *   follow = sum w (L - F)(dF - g) / sum w (L - F)^2, lead = sum v (F - L)(dL - g) / sum v (F - L)^2,
 *
 * over the sessions and followers; L, F filtered positions at a session, dL, dF the changes that
 * the next session's votes show (`positionStep`), w and v one over the variances of dF and dL
 * (a session with few votes says little), g the mean change of the states outside. The
 * gap is what the votes until then made likely, so that its error is Berkson's (1950,
 * doi:10.1080/01621459.1950.10483349) and neither it, which would look like a return to the
 * mean, nor a later vote enters. 0: no move toward the other; 1: the whole gap in one session;
 * negative: away. Null without a pair. The idea is that of Granger (1969, doi:10.2307/1912791) in
 * the form of Engle and Granger (1987, doi:10.2307/1913236) without a constant.
 */
export function leadLag(
  filtered: FilteredPositions,
  steps: readonly LeadStep[],
): LeadLag | null {
  const all = joined(filtered, steps);
  const sums = emptySums();
  let square = 0;
  let pairs = 0;
  for (const { common, leader, followers } of all) {
    for (const other of followers) {
      const gap = leader.from - other.from;
      addPair(sums, gap, other, other.change - common, leader, leader.change - common);
      square += gap * gap;
      pairs += 1;
    }
  }
  if (sums.followSquare === 0 || sums.leadSquare === 0) return null;
  const follow = sums.follow / sums.followSquare;
  const lead = sums.lead / sums.leadSquare;
  return {
    follow,
    lead,
    difference: follow - lead,
    gap: square / pairs,
    sessions: all.length,
    pairs,
  };
}

/**
 * Percentile intervals of `leadLag`: each draw takes as many sessions as there are, with
 * replacement, and in each draws the error of every change anew, so that the interval holds
 * both the chance of the sessions and the errors of the positions, the second twice: it is
 * rather too wide. The pairs of one session stay together, since they share their leader. Null
 * below ten sessions.
 */
export function leadLagIntervals(
  filtered: FilteredPositions,
  steps: readonly LeadStep[],
  { draws, level, random }: { draws: number; level: number; random: Random },
): LeadLagIntervals | null {
  const all = joined(filtered, steps);
  if (all.length < FEWEST_SESSIONS) return null;
  const normal = normalDraws(random);
  const values = [0, 1, 2].map(() => new Float64Array(draws));
  for (let d = 0; d < draws; d += 1) {
    const sums = emptySums();
    for (let k = 0; k < all.length; k += 1) {
      const { common, leader, followers } = all[random.below(all.length)]!;
      const own = leader.change + Math.sqrt(leader.error) * normal() - common;
      for (const other of followers) {
        const drawn = other.change + Math.sqrt(other.error) * normal() - common;
        addPair(sums, leader.from - other.from, other, drawn, leader, own);
      }
    }
    const follow = sums.follow / sums.followSquare;
    const lead = sums.lead / sums.leadSquare;
    values[0]![d] = follow;
    values[1]![d] = lead;
    values[2]![d] = follow - lead;
  }
  const tail = (1 - level) / 2;
  const [inFollow, inLead, inDifference] = values.map((column) => {
    const [lower, upper] = quantiles(column, [tail, 1 - tail]);
    return [lower!, upper!] as const;
  });
  return { follow: inFollow!, lead: inLead!, difference: inDifference! };
}

/** Below this many sessions with a gap no share of it is stated. */
export const FEWEST_SESSIONS = 10;
