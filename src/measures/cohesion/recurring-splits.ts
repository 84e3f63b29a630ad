import type { Split } from "./splits.ts";

/** A way in which a group has divided again and again. */
export interface RecurringSplit {
  /** The two or three sides, the largest first, each an ascending list of voter indices. */
  readonly sides: readonly (readonly number[])[];
  readonly count: number;
  /** On how many of them some members voted yes against others' no. */
  readonly opposed: number;
  /** First and last roll call, and all of them, as indices into `VoteRecord.rollCalls`. */
  readonly first: number;
  readonly last: number;
  readonly rollCalls: readonly number[];
}

/** The sides of a split in canonical order: the larger first, equals by their first voter. */
function sidesOf({ yes, abstain, no }: Split): readonly (readonly number[])[] {
  return [yes, abstain, no]
    .filter((side) => side.length > 0)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/**
 * The partitions of a group that recur: which members stood together, whichever side voted yes,
 * no or abstained. Members that were absent or whose vote is unknown are left out, so the same
 * division with another absentee is another partition. Unanimous votes are not counted, nor
 * partitions seen fewer than `minimum` times (3). The most frequent first, then the latest.
 */
export function recurringSplits(
  found: readonly Split[],
  minimum = 3,
): readonly RecurringSplit[] {
  const patterns = new Map<string, { sides: readonly (readonly number[])[]; seen: Split[] }>();
  for (const split of found) {
    const sides = sidesOf(split);
    if (sides.length < 2) continue;
    const key = sides.map((side) => side.join(",")).join("|");
    const pattern = patterns.get(key);
    if (pattern === undefined) patterns.set(key, { sides, seen: [split] });
    else pattern.seen.push(split);
  }
  return [...patterns.values()]
    .filter(({ seen }) => seen.length >= minimum)
    .map(({ sides, seen }) => ({
      sides,
      count: seen.length,
      opposed: seen.filter(({ yes, no }) => yes.length > 0 && no.length > 0).length,
      first: seen[0]!.rollCall,
      last: seen.at(-1)!.rollCall,
      rollCalls: seen.map(({ rollCall }) => rollCall),
    }))
    .sort((a, b) => b.count - a.count || b.last - a.last || a.first - b.first);
}
