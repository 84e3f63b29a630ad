import type { Lag } from "../../dates/lag.ts";

/** The place of a lag among others, from the shortest, as an interval. */
export interface LagRank {
  readonly best: number;
  readonly worst: number;
  /** Lags compared, its own included. */
  readonly of: number;
  /** The median of the others' middles, in the units of the lags; null without others. */
  readonly median: number | null;
}

/**
 * The rank of a lag among the lags of its reference class, 1 being the shortest. An interval: a
 * lag surely shorter than this one stands before it, one that only may be shorter widens the rank,
 * and equal lags share all the places they fill.
 */
export function rankInClass(own: Lag, others: readonly Lag[]): LagRank {
  const surelyShorter = others.filter((other) => other.most < own.least).length;
  const surelyLonger = others.filter((other) => other.least > own.most).length;
  const middles = others
    .filter(({ least, most }) => Number.isFinite(least) && Number.isFinite(most))
    .map(({ least, most }) => (least + most) / 2)
    .sort((a, b) => a - b);
  const half = middles.length / 2;
  const median = (): number => (middles[Math.floor(half)]! + middles[Math.ceil(half) - 1]!) / 2;
  return {
    best: 1 + surelyShorter,
    worst: others.length + 1 - surelyLonger,
    of: others.length + 1,
    median: middles.length === 0 ? null : median(),
  };
}
