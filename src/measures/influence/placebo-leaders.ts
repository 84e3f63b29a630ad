import type { FilteredPositions } from "../positions/filter-positions.ts";
import { leadLag, type LeadStep } from "./lead-lag.ts";

/** Where a leader stands among states that could have stood in its place. */
export interface PlaceboTest {
  /** States comparable to the leader. */
  readonly placebos: number;
  /** Placebos with a difference as large or larger, and as small or smaller. */
  readonly above: number;
  readonly below: number;
  /** Middle value of the placebos' differences. */
  readonly median: number;
  /** Two-sided, and the smallest value it can take with so many placebos. */
  readonly p: number;
  readonly smallest: number;
}

/** Share of the leader's sessions that a placebo must have voted in. */
const PRESENT = 0.9;
/** A placebo's mean squared gap lies between this share of the leader's and its inverse. */
const COMPARABLE = 0.5;
/** With fewer placebos no p under 0.1 could come out, and none is given. */
const FEWEST_PLACEBOS = 19;

/**
 * Randomisation inference for `leadLag`: each state outside the group is put in the leader's
 * place, with the same followers in the same sessions, and the leader's difference
 * (follow - lead) is ranked among theirs. Placebos are the states that voted in nine tenths of
 * the sessions and whose mean squared gap to the followers lies between half and twice the
 * leader's: a far state's coefficient is near zero and a close one's is noise. They share what
 * else draws a gap together: errors of estimation, the walk's own return, common movements.
 * p = 2 (1 + the smaller count of as extreme) / (placebos + 1), at most 1. Null below 19
 * placebos, or without a leader's value. Fisher (1935, The Design of Experiments); Rosenbaum
 * (2002, doi:10.1007/978-1-4757-3692-2).
 */
export function placeboLeaders(
  filtered: FilteredPositions,
  steps: readonly LeadStep[],
  outside: readonly number[],
): PlaceboTest | null {
  const own = leadLag(filtered, steps);
  if (own === null) return null;
  const differences = outside.flatMap((leader) => {
    const placebo = leadLag(
      filtered,
      steps.map((step) => ({ ...step, leader })),
    );
    if (placebo === null || placebo.sessions < PRESENT * own.sessions) return [];
    const ratio = placebo.gap / own.gap;
    return ratio < COMPARABLE || ratio > 1 / COMPARABLE ? [] : [placebo.difference];
  });
  const placebos = differences.length;
  if (placebos < FEWEST_PLACEBOS) return null;
  const above = differences.filter((value) => value >= own.difference).length;
  const below = differences.filter((value) => value <= own.difference).length;
  const sorted = differences.toSorted((a, b) => a - b);
  return {
    placebos,
    above,
    below,
    median: (sorted[(placebos - 1) >> 1]! + sorted[placebos >> 1]!) / 2,
    p: Math.min(1, (2 * (1 + Math.min(above, below))) / (placebos + 1)),
    smallest: 2 / (placebos + 1),
  };
}
