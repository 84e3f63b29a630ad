import { UsageError } from "../../errors.ts";

/** How often one member had a turn, against equal turns. */
export interface EqualTurns {
  readonly times: number;
  readonly turns: number;
  /** Times to be expected with equal turns. */
  readonly expected: number;
  /** Chance of as many or more, and of as few or fewer, with equal turns. */
  readonly moreOften: number;
  readonly lessOften: number;
  /** Two-sided, and the smallest value it can take with these turns. */
  readonly p: number;
  readonly smallest: number;
}

/** The distribution of the number of successes of independent trials of unequal chance. */
function successes(chances: readonly number[]): Float64Array {
  let shares = Float64Array.of(1);
  for (const chance of chances) {
    const next = new Float64Array(shares.length + 1);
    for (let k = 0; k < shares.length; k += 1) {
      next[k]! += shares[k]! * (1 - chance);
      next[k + 1]! += shares[k]! * chance;
    }
    shares = next;
  }
  return shares;
}

/**
 * Tests whether one member has turns (a command, a chair, a session at home) as often as it would
 * if each turn fell to any member with equal chance: the exact distribution of a sum of
 * independent trials with chance 1 / members each (Poisson's binomial), two-sided as twice the
 * smaller tail, at most 1. Turns in a fixed rota vary less, so that the test then rejects too
 * seldom. `members` counts the candidates at each turn. Null without a turn. Hodges and Le Cam
 * (1960, doi:10.1214/aoms/1177705799) for the distribution.
 */
export function equalTurns(times: number, members: readonly number[]): EqualTurns | null {
  if (members.length === 0) return null;
  if (!Number.isInteger(times) || times < 0 || times > members.length) {
    throw new UsageError(`${times} of ${members.length} turns.`);
  }
  const odd = members.find((count) => !Number.isInteger(count) || count < 1);
  if (odd !== undefined) throw new UsageError(`${odd} is not a number of members.`);
  const shares = successes(members.map((count) => 1 / count));
  const upTo = (k: number): number =>
    shares.subarray(0, k + 1).reduce((sum, share) => sum + share, 0);
  const from = (k: number): number => shares.subarray(k).reduce((sum, share) => sum + share, 0);
  const twice = (tail: number): number => Math.min(1, 2 * tail);
  return {
    times,
    turns: members.length,
    expected: members.reduce((sum, count) => sum + 1 / count, 0),
    moreOften: Math.min(1, from(times)),
    lessOften: Math.min(1, upTo(times)),
    p: twice(Math.min(from(times), upTo(times))),
    smallest: twice(Math.min(shares[0]!, shares.at(-1)!)),
  };
}
