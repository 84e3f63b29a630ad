import { castVotes } from "./splits.ts";
import type { Split } from "./splits.ts";

/** How many roll calls to list, and which of equals first. */
export interface MostSplittingOptions {
  readonly limit?: number;
  readonly newestFirst?: boolean;
}

/**
 * The roll calls on which a group divided most: by agreement index from the lowest, then by
 * number of members that voted from the highest, then by day, the newest first unless told
 * otherwise. Unanimous roll calls and those with fewer than two votes are left out; ten unless
 * told otherwise.
 */
export function mostSplitting(
  found: readonly Split[],
  { limit = 10, newestFirst = true }: MostSplittingOptions = {},
): readonly Split[] {
  const direction = newestFirst ? -1 : 1;
  return found
    .filter(({ agreement }) => agreement !== null && agreement < 1)
    .sort(
      (a, b) =>
        a.agreement! - b.agreement! ||
        castVotes(b) - castVotes(a) ||
        direction * (a.rollCall - b.rollCall),
    )
    .slice(0, limit);
}
