import type { ItemLayout, OpenItemKernel } from "../../kernels/positions-types.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { CUT_PRECISION, FIRST_PRECISION, SLOPE_PRECISION } from "./priors.ts";
import type { PredictiveWalk } from "./predictive-walk.ts";
import { predictiveWalk } from "./predictive-walk.ts";

/** An item as fitted: its roll calls, the vote codes cast on it, slope and cut points. */
export interface FittedItem {
  /** Indices of its roll calls. */
  readonly rollCalls: readonly number[];
  /** Vote codes seen, ascending. */
  readonly categories: readonly number[];
  readonly discrimination: number;
  readonly cutPoints: readonly number[];
}

/** The linearisation stops where no position moves more; on the record after a dozen passes. */
const STOP = 1e-6;
const MOST_PASSES = 60;

/** Votes on the items grouped for the kernel; a cell is `voter * sessions + session - first`. */
function layoutOf(
  votes: VoteRecord,
  items: readonly FittedItem[],
  sessions: { readonly first: number; readonly count: number },
): ItemLayout {
  const width = votes.voters.length;
  const groupOf = [0];
  const groupStart = [0];
  const voteCell: number[] = [];
  for (const { rollCalls, categories } of items) {
    for (const category of categories) {
      for (const index of rollCalls) {
        const time = votes.rollCalls[index]!.session - sessions.first;
        const at = index * width;
        for (let voter = 0; voter < width; voter += 1) {
          if (votes.cells[at + voter] === category)
            voteCell.push(voter * sessions.count + time);
        }
      }
      groupStart.push(voteCell.length);
    }
    groupOf.push(groupStart.length - 1);
  }
  return {
    items: items.length,
    cells: width * sessions.count,
    groupOf: Uint32Array.from(groupOf),
    groupStart: Uint32Array.from(groupStart),
    voteCell: Uint32Array.from(voteCell),
  };
}

/** Positions as they could be told at the time. */
export interface FilteredPositions extends PredictiveWalk {
  readonly voters: number;
  readonly first: number;
  readonly sessions: number;
}

/**
 * Positions by voter and session from the votes up to that session and none after it: the
 * Kalman filter of the random walk on the votes' likelihood, linearised where the filter itself
 * stands (the iterated extended filter). Items are as fitted on all votes: a
 * later vote of a state moves its earlier position only through items shared with some 190
 * others. The walk's variance is the one under which the votes of each session are most likely
 * given those before. Cells by `voter * sessions + session - first`; scale as the items'
 * positions. Bell and Cathey (1993, doi:10.1109/9.250476) for the iterated filter.
 */
export function filterPositions(
  votes: VoteRecord,
  items: readonly FittedItem[],
  open: OpenItemKernel,
): FilteredPositions {
  const all = items.flatMap(({ rollCalls }) =>
    rollCalls.map((index) => votes.rollCalls[index]!.session),
  );
  const first = all.reduce((least, session) => Math.min(least, session), Infinity);
  const sessions = all.reduce((most, session) => Math.max(most, session), first) - first + 1;
  const layout = layoutOf(votes, items, { first, count: sessions });
  const kernel = open(layout);
  kernel.slopes.set(items.map(({ discrimination }) => discrimination));
  kernel.cuts.set(items.flatMap(({ cutPoints }) => cutPoints));
  kernel.theta.fill(0);
  const seen = Float64Array.from({ length: layout.cells }, () => 0);
  const precision = seen.slice();
  let walk: PredictiveWalk | undefined;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    kernel.eliminate(0, 0, SLOPE_PRECISION, CUT_PRECISION, false);
    for (let c = 0; c < layout.cells; c += 1) {
      precision[c] = kernel.curvature[c]!;
      seen[c] = precision[c]! > 0 ? kernel.theta[c]! - kernel.gradient[c]! / precision[c]! : 0;
    }
    walk = predictiveWalk(seen, precision, sessions, { first: FIRST_PRECISION });
    const moved = walk.mean.reduce(
      (most, value, c) => Math.max(most, Math.abs(value - kernel.theta[c]!)),
      0,
    );
    kernel.theta.set(walk.mean);
    if (moved < STOP) break;
  }
  return { ...walk!, voters: votes.voters.length, first, sessions };
}
