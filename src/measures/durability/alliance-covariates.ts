/** The covariates of the model of alliances, in their order. */
export const ALLIANCE_COVARIATES = [
  "asymmetry",
  "distance",
  "size",
  "formal",
  "likeness",
] as const;

/** A covariate of the model of alliances. */
export type AllianceCovariate = (typeof ALLIANCE_COVARIATES)[number];

/** What each covariate is. */
export const COVARIATE_TEXT: Readonly<Record<AllianceCovariate, string>> = {
  asymmetry: "largest member's share of the members' GDP, 0 to 1",
  distance: "mean distance of the members' positions in the General Assembly, all pairs",
  size: "logarithm of the number of members",
  formal: "1 where it has formal institutions, else 0",
  likeness: "share of pairs of members of one class, democracy or autocracy, 0 to 1",
};

/** What is known of the members of an alliance on a day; empty where nothing is. */
export interface AllianceMembers {
  readonly members: number;
  readonly gdp: readonly number[];
  readonly positions: readonly number[];
  readonly regimes: readonly string[];
  readonly formal: boolean | null;
}

/** The mean of a function over all pairs; null with fewer than two. */
function overPairs<T>(items: readonly T[], of: (a: T, b: T) => number): number | null {
  if (items.length < 2) return null;
  let sum = 0;
  for (const [i, item] of items.entries()) {
    for (let j = 0; j < i; j += 1) sum += of(item, items[j]!);
  }
  return sum / ((items.length * (items.length - 1)) / 2);
}

/** The largest member's share; null where half of the members or more have no value. */
function largestShare(values: readonly number[], members: number): number | null {
  const sum = values.reduce((total, value) => total + value, 0);
  if (values.length < 2 || values.length * 2 <= members || sum <= 0) return null;
  return Math.max(...values) / sum;
}

/**
 * The covariates of an alliance on a day from what is known of its members: the same rule where a
 * model is fitted and where it predicts. Null where a covariate is not known.
 */
export function allianceCovariates({
  members,
  gdp,
  positions,
  regimes,
  formal,
}: AllianceMembers): Readonly<Record<AllianceCovariate, number | null>> {
  return {
    asymmetry: largestShare(gdp, members),
    distance: overPairs(positions, (a, b) => Math.abs(a - b)),
    size: members < 2 ? null : Math.log(members),
    formal: formal === null ? null : Number(formal),
    likeness: overPairs(regimes, (a, b) => Number(a === b)),
  };
}
