/** One case against its matched cases. */
export interface MatchedDifference {
  /** Mean change of the matched cases. */
  readonly matched: number;
  /** The case's change minus that mean. */
  readonly difference: number;
  readonly p: number;
  /** The smallest p that so few matched cases allow. */
  readonly smallestP: number;
}

const TOLERANCE = 1e-12;

/**
 * The difference between the change of one case and the mean change of its matched cases, with an
 * exact two-sided permutation p: each of the n + 1 changes takes the place of the one case in turn,
 * and p is the share of them whose difference is at least as far from 0: no less than 1 / (n + 1);
 * with one matched case both are as far, and p is 1. Abadie, Diamond and Hainmueller 2010, doi:10.1198/jasa.2009.ap08746 (placebo tests), without
 * their weights. It supposes that the case could as well have been one of the matched ones. Null
 * without a matched case.
 */
export function matchedDifference(
  own: number,
  matched: readonly number[],
): MatchedDifference | null {
  if (matched.length === 0) return null;
  const all = [own, ...matched];
  const sum = all.reduce((total, value) => total + value, 0);
  const gaps = all.map((value) => value - (sum - value) / matched.length);
  const difference = gaps[0]!;
  const extreme = gaps.filter((gap) => Math.abs(gap) >= Math.abs(difference) - TOLERANCE);
  return {
    matched: own - difference,
    difference,
    p: extreme.length / all.length,
    smallestP: matched.length === 1 ? 1 : 1 / all.length,
  };
}
