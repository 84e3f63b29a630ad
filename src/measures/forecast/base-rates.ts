import { type RollCall, VOTE, type VoteRecord } from "../../record/votes.ts";
import { knownBefore } from "./known-before.ts";

/** Probabilities of yes, abstain and no. */
export type VoteShares = readonly [yes: number, abstain: number, no: number];

/** Votes' worth of all states' shares that a state's own shares are mixed with. */
const PRIOR_VOTES = 3;

/** The shares of votes cast in the two years before a day. */
export interface PastShares {
  readonly all: VoteShares;
  /** By voter; a state without votes has all states' shares. */
  readonly own: readonly VoteShares[];
  readonly rollCalls: number;
}

/** The same day two years before. */
function twoYearsBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 2}${day.slice(4)}`;
}

/**
 * Climatology: each state's own shares of yes, abstain and no over the votes it cast in the two
 * years before the day, mixed with three votes' worth of all states' shares over the same time.
 */
export function pastShares(votes: VoteRecord, day: string): PastShares {
  const known = knownBefore(votes, day);
  const size = votes.voters.length;
  const counts = new Float64Array(size * 3);
  let rollCalls = 0;
  for (let index = knownBefore(votes, twoYearsBefore(day)); index < known; index += 1) {
    if ((votes.rollCalls[index] as RollCall).partial === true) continue;
    rollCalls += 1;
    for (let voter = 0; voter < size; voter += 1) {
      const code = votes.cells[index * size + voter] as number;
      if (code < VOTE.yes || code > VOTE.no) continue;
      const at = voter * 3 + code - 1;
      counts[at] = (counts[at] as number) + 1;
    }
  }
  // One vote of each kind keeps a category that nobody used from being impossible.
  const totals = [1, 1, 1];
  counts.forEach((count, at) => {
    totals[at % 3] = (totals[at % 3] as number) + count;
  });
  const cast = totals.reduce((sum, total) => sum + total, 0);
  const all = totals.map((total) => total / cast) as unknown as VoteShares;
  const own = Array.from({ length: size }, (_, voter): VoteShares => {
    const mine = [...counts.subarray(voter * 3, voter * 3 + 3)];
    const n = mine.reduce((sum, count) => sum + count, 0) + PRIOR_VOTES;
    const share = (k: 0 | 1 | 2): number => ((mine[k] ?? 0) + PRIOR_VOTES * all[k]) / n;
    return [share(0), share(1), share(2)];
  });
  return { all, own, rollCalls };
}

/** A weighted mean of two forecasts: `weight` on the second. */
export function mixed(first: VoteShares, second: VoteShares, weight: number): VoteShares {
  const of = (k: 0 | 1 | 2): number => (1 - weight) * first[k] + weight * second[k];
  return [of(0), of(1), of(2)];
}

/**
 * Persistence: the vote that a state cast last on the forerunners, with `ownWeight` on its own
 * shares; its own shares alone where it cast none.
 */
export function persistence(
  votes: VoteRecord,
  voter: number,
  forerunners: readonly number[],
  own: VoteShares,
  ownWeight: number,
): VoteShares {
  const size = votes.voters.length;
  for (const index of forerunners.toReversed()) {
    const code = votes.cells[index * size + voter] as number;
    if (code < VOTE.yes || code > VOTE.no) continue;
    const cast = [1, 2, 3].map((k) => (k === code ? 1 : 0)) as unknown as VoteShares;
    return mixed(cast, own, ownWeight);
  }
  return own;
}
