import type { OpenItemKernel } from "../../kernels/positions-types.ts";
import { type RollCall, VOTE, type VoteRecord } from "../../record/votes.ts";
import { CUT_PRECISION, SLOPE_PRECISION } from "../positions/priors.ts";
import { startItems } from "../positions/maximise.ts";
import type { EvePositions } from "./eve-positions.ts";
import { normalPoint } from "./normal-share.ts";

/**
 * A roll call in the model P(yes) = Phi(lower - slope theta), P(yes or abstain) =
 * Phi(upper - slope theta), with the covariance of cut point and slope.
 */
export interface TextItem {
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
  readonly cutVariance: number;
  readonly slopeVariance: number;
  readonly covariance: number;
}

/** Votes on one item, by category 1 yes, 2 abstain, 3 no: the positions of those who cast them. */
export type PositionsByVote = readonly [
  readonly number[],
  readonly number[],
  readonly number[],
];

/** Share of a category that nobody chose, of all votes cast and as many more as categories. */
const UNSEEN = 0.5;

function spreadOf(groups: PositionsByVote): { mean: number; variance: number; n: number } {
  const all = groups.flat();
  const n = all.length;
  const mean = all.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const squares = all.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, variance: squares / Math.max(1, n), n };
}

/** Gives a category that nobody chose the share that one half vote would have. */
function completed(
  groups: PositionsByVote,
  slope: number,
  cuts: readonly number[],
): { readonly lower: number; readonly upper: number } {
  const { mean, variance, n } = spreadOf(groups);
  const share = UNSEEN / (n + 3 * UNSEEN);
  const scale = Math.sqrt(1 + slope * slope * variance);
  const at = (below: number): number => slope * mean + scale * normalPoint(below);
  const [yes, abstain, no] = groups.map(({ length }) => length > 0);
  if (yes === true && no === true) {
    const cut = cuts[0] as number;
    if (abstain === true) return { lower: cut, upper: cuts[1] as number };
    const level = (cut - slope * mean) / scale;
    const gap = (share * scale) / (0.3989 * Math.exp(-0.5 * level * level) + share);
    return { lower: cut - gap / 2, upper: cut + gap / 2 };
  }
  if (yes === true && abstain === true) {
    const cut = cuts[0] as number;
    return { lower: cut, upper: Math.max(cut + 0.1, at(1 - share)) };
  }
  if (abstain === true && no === true) {
    const cut = cuts[0] as number;
    return { lower: Math.min(cut - 0.1, at(share)), upper: cut };
  }
  if (yes === true) return { lower: at(1 - 2 * share), upper: at(1 - share) };
  if (no === true) return { lower: at(share), upper: at(2 * share) };
  return { lower: at(share), upper: at(1 - share) };
}

/**
 * Fits items at given positions: the maximum of the penalised likelihood under the priors of
 * the position model. A category that nobody chose gets the share of half a vote.
 */
export function fitItems(
  items: readonly PositionsByVote[],
  open: OpenItemKernel,
): readonly TextItem[] {
  const contested = items.flatMap((groups, at) =>
    groups.filter(({ length }) => length > 0).length > 1 ? [at] : [],
  );
  const groupOf = [0];
  const groupStart = [0];
  const theta: number[] = [];
  for (const at of contested) {
    for (const group of items[at] as PositionsByVote) {
      if (group.length === 0) continue;
      for (const value of group) theta.push(value);
      groupStart.push(theta.length);
    }
    groupOf.push(groupStart.length - 1);
  }
  const layout = {
    items: contested.length,
    cells: theta.length,
    groupOf: Uint32Array.from(groupOf),
    groupStart: Uint32Array.from(groupStart),
    voteCell: Uint32Array.from(theta, (_, cell) => cell),
  };
  const found = items.map((groups): TextItem => {
    const cuts = completed(groups, 0, []);
    const { n } = spreadOf(groups);
    return { slope: 0, ...cuts, cutVariance: 4 / (n + 1), slopeVariance: 1, covariance: 0 };
  });
  if (contested.length === 0) return found;
  const kernel = open(layout);
  kernel.theta.set(theta);
  startItems(kernel, layout);
  kernel.eliminate(40, 1e-8, SLOPE_PRECISION, CUT_PRECISION, true);
  for (const [j, at] of contested.entries()) {
    const slope = kernel.slopes[j] as number;
    const first = (groupOf[j] as number) - j;
    const size = (groupOf[j + 1] as number) - (groupOf[j] as number);
    const cuts = [...kernel.cuts.subarray(first, first + size - 1)];
    const from = kernel.inverseStart[j] as number;
    found[at] = {
      slope,
      ...completed(items[at] as PositionsByVote, slope, cuts),
      cutVariance: kernel.inverses[from] as number,
      slopeVariance: kernel.inverses[from + size * size - 1] as number,
      covariance: kernel.inverses[from + size - 1] as number,
    };
  }
  return found;
}

/** Positions of those who voted yes, abstained and voted no on a roll call. */
export function positionsByVote(
  votes: VoteRecord,
  index: number,
  positions: EvePositions,
): PositionsByVote {
  const groups: [number[], number[], number[]] = [[], [], []];
  const { session } = votes.rollCalls[index] as RollCall;
  const size = votes.voters.length;
  for (let voter = 0; voter < size; voter += 1) {
    const code = votes.cells[index * size + voter] as number;
    if (code < VOTE.yes || code > VOTE.no) continue;
    groups[code - 1]?.push(positions.positionIn(voter, session));
  }
  return groups;
}
