import type { StateKey } from "../../states/state.ts";

/** What one member has of a means of power: a value of zero or more, null where it is not known. */
export interface MemberMeans {
  readonly state: StateKey;
  readonly value: number | null;
  /** Standard deviation of the value where the source gives one. */
  readonly sd: number | null;
}

/** How a means of power is spread over the members of a body. */
export interface Concentration {
  readonly members: number;
  /** Members without a value, sorted; nothing is assumed to be zero. */
  readonly missing: readonly StateKey[];
  readonly largest: StateKey;
  /** The largest member's share of what the known members have, 0 to 1. */
  readonly share: number;
  /** Standard error of the share; null where the source gives no deviations. */
  readonly se: number | null;
  /** Herfindahl-Hirschman index of the known members' shares, 1/n to 1. */
  readonly hhi: number;
}

/**
 * Share of the largest and the Herfindahl-Hirschman index H = sum of squared shares, over the members
 * whose value is known. The standard error of the share s = x/(x+R) is that of the delta method with
 * errors independent between members, sqrt((1-s)^2 var(x) + s^2 var(R)) / (x+R): too wide where the
 * source errs alike for all.
 *
 * Null below two known members, or where they have nothing. Hirschman 1964, The Paternity of an Index,
 * American Economic Review 54.
 */
export function concentration(members: readonly MemberMeans[]): Concentration | null {
  const known = members
    .flatMap(({ state, value, sd }) => (value === null ? [] : [{ state, value, sd }]))
    .sort((a, b) => (a.state < b.state ? -1 : 1));
  const total = known.reduce((sum, { value }) => sum + value, 0);
  if (known.length < 2 || !(total > 0)) return null;
  const largest = known.reduce((most, one) => (one.value > most.value ? one : most));
  const share = largest.value / total;
  let variance: number | null = 0;
  let hhi = 0;
  for (const { state, value, sd } of known) {
    const part = value / total;
    hhi += part * part;
    const weight = state === largest.state ? 1 - share : share;
    variance = variance === null || sd === null ? null : variance + weight * weight * sd * sd;
  }
  return {
    members: members.length,
    missing: members
      .filter(({ value }) => value === null)
      .map(({ state }) => state)
      .sort(),
    largest: largest.state,
    share,
    se: variance === null ? null : Math.sqrt(variance) / total,
    hhi,
  };
}
