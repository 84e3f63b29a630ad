import { type RollCall, VOTE, type VoteRecord } from "../record/votes.ts";

/** Years of votes before a day that a distance rests on. */
const DISTANCE_YEARS = 5;

/** Joint votes below which a distance is withheld. */
const FEWEST_JOINT_VOTES = 20;

/** Distances counted before: a scenario asks for the same ones under every switch. */
const KNOWN = new WeakMap<VoteRecord, Map<string, number | null>>();

/** The first position whose roll call is on a day or later. */
function firstOn(rollCalls: readonly RollCall[], day: string): number {
  let low = 0;
  let high = rollCalls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rollCalls[middle] as RollCall).date < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How far two states' votes lay apart before a day: the mean of |a - b| / 2 over the roll calls of
 * the five years before it on which both voted, coded yes 1, abstain 2, no 3. 0 is the same vote
 * throughout, 1 the opposite; null below 20 joint votes. It is half of one minus the S of absolute
 * distances (Signorino and Ritter 1999, doi:10.1111/0020-8833.00113), and uses no vote of the day
 * or after it, as a position smoothed over all sessions would.
 */
export function voteDistance(
  votes: VoteRecord,
  first: number,
  second: number,
  day: string,
): number | null {
  if (first < 0 || second < 0) return null;
  const known = KNOWN.get(votes) ?? new Map<string, number | null>();
  KNOWN.set(votes, known);
  const key = `${Math.min(first, second)} ${Math.max(first, second)} ${day}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = countedDistance(votes, first, second, day);
  known.set(key, made);
  return made;
}

function countedDistance(
  votes: VoteRecord,
  first: number,
  second: number,
  day: string,
): number | null {
  const { cells, rollCalls, voters } = votes;
  const size = voters.length;
  const from = `${Number(day.slice(0, 4)) - DISTANCE_YEARS}${day.slice(4)}`;
  let joint = 0;
  let apart = 0;
  const end = firstOn(rollCalls, day);
  for (let index = firstOn(rollCalls, from); index < end; index += 1) {
    if ((rollCalls[index] as RollCall).partial === true) continue;
    const a = cells[index * size + first] as number;
    const b = cells[index * size + second] as number;
    if (a < VOTE.yes || a > VOTE.no || b < VOTE.yes || b > VOTE.no) continue;
    joint += 1;
    apart += Math.abs(a - b) / 2;
  }
  return joint < FEWEST_JOINT_VOTES ? null : apart / joint;
}
