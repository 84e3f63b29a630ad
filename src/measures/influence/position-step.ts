import type { FilteredPositions } from "../positions/filter-positions.ts";

/** What a session says of a state's position that was not known before it. */
export interface PositionStep {
  /** The position by the votes up to the session before. */
  readonly from: number;
  /** Where the session's own votes put it, less that. */
  readonly change: number;
  /** Variance of the error with which the session's own votes put it. */
  readonly error: number;
  /** One over the variance of the change as expected before the session. */
  readonly weight: number;
}

/**
 * A state's step from a session to the next, from the filter's mean m and variance P at the
 * first and m', P' at the second, q the walk's variance: the gain is K = 1 - P' / (P + q), the
 * change (m' - m) / K, that is the position by the next session's own votes less m, and the
 * variance of its error (P + q)(1 - K) / K; its whole variance is (P + q) / K. While the walk is one, the change cannot be told
 * from anything before it (an innovation), whatever the error in m: a position told too low is
 * not followed by a rise, as it is between two estimates of one state each. Null unless the
 * state voted in both sessions. Kalman (1960, doi:10.1115/1.3662552).
 */
export function positionStep(
  { mean, variance, seen, sessions, first, evolution }: FilteredPositions,
  voter: number,
  session: number,
): PositionStep | null {
  const time = session - first;
  if (time < 0 || time + 1 >= sessions) return null;
  const at = voter * sessions + time;
  if (seen[at] !== 1 || seen[at + 1] !== 1) return null;
  const from = mean[at]!;
  const spread = variance[at]! + evolution;
  const gain = 1 - variance[at + 1]! / spread;
  return {
    from,
    change: (mean[at + 1]! - from) / gain,
    error: (spread * (1 - gain)) / gain,
    weight: gain / spread,
  };
}
