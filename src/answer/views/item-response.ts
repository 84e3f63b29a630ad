import { normalInterval } from "../../kernels/positions-normal.ts";
import type { PositionItem } from "../positions.ts";

/** Probabilities of the vote codes of an item at a position, and the slope of each one's logarithm. */
export interface ItemResponse {
  readonly code: number;
  readonly probability: number;
  /** d log P / d theta: how strongly this vote pulls the voter, and which way. */
  readonly pull: number;
}

/** The item's model at one position: P(y <= k) = Phi(g_k - b theta). */
export function itemResponse(item: PositionItem, position: number): readonly ItemResponse[] {
  const { categories, cutPoints, discrimination } = item;
  return categories.map((code, k) => {
    const lower = k === 0 ? -Infinity : cutPoints[k - 1]! - discrimination * position;
    const upper =
      k === categories.length - 1 ? Infinity : cutPoints[k]! - discrimination * position;
    const { log, upperRatio, lowerRatio } = normalInterval(lower, upper);
    return {
      code,
      probability: Math.exp(log),
      pull: -discrimination * (upperRatio - lowerRatio),
    };
  });
}
