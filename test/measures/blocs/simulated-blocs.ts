import type { Random } from "../../../src/kernels/random.ts";
import type { VoteRecord } from "../../../src/record/votes.ts";
import { votesOf } from "../alignment/votes-of.ts";

/**
 * Votes of states in groups of `size`: each group has a vote of its own on each roll call, and a
 * state casts another one with probability `noise`.
 */
export function simulatedBlocs(
  groups: number,
  size: number,
  rollCalls: number,
  noise: number,
  random: Random,
): readonly string[] {
  const lines = Array.from({ length: groups }, () =>
    Array.from({ length: rollCalls }, () => "YAN"[random.below(3)]!),
  );
  return lines.flatMap((line) =>
    Array.from({ length: size }, () =>
      line.map((vote) => (random.uniform() < noise ? "YAN"[random.below(3)]! : vote)).join(""),
    ),
  );
}

/** A record of these rows, the n-th state named by the n-th of `keys` where given. */
export function recordOf(
  rows: readonly string[],
  families?: readonly number[],
  keys?: readonly string[],
): VoteRecord {
  const votes = votesOf(rows, families);
  if (keys === undefined) return votes;
  return { ...votes, voters: keys as unknown as VoteRecord["voters"] };
}
