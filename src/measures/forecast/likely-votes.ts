import type { VoteShares } from "./base-rates.ts";
import { normalShare } from "./normal-share.ts";
import type { Deviation } from "./own-deviation.ts";
import type { TextItem } from "./text-items.ts";

/** A position by its estimate and the variance of that. */
export interface BelievedPosition {
  readonly mean: number;
  readonly variance: number;
}

/** A state's own deviation on a text, of which it keeps `kept` of a variance of 1. */
export interface OwnPart {
  readonly deviation: Deviation;
  readonly kept: number;
  /**
   * Variance of the position's change since the last of the votes that the deviation was read
   * from, or null where there is none. Such votes take up what is unsure about position and item
   * as they stood then.
   */
  readonly changed: number | null;
}

/** Variance, from position and item together, of a cut point less slope times position. */
function propensityVariance(item: TextItem, { mean, variance }: BelievedPosition): number {
  const ofPosition = (item.slope * item.slope + item.slopeVariance) * variance;
  const ofItem =
    item.cutVariance - 2 * mean * item.covariance + mean * mean * item.slopeVariance;
  return ofPosition + Math.max(0, ofItem);
}

/**
 * Probabilities of yes, abstain and no under the ordinal probit of an item, integrated over the
 * position's and the item's uncertainty (normal, so in closed form) and, where given, over the
 * state's own deviation on the text (by its grid).
 */
export function likelyVotes(
  item: TextItem,
  position: BelievedPosition,
  drift: number,
  own: OwnPart | null,
): VoteShares {
  const lower = item.lower - item.slope * position.mean;
  const upper = item.upper - item.slope * position.mean;
  const rest = 1 - (own?.kept ?? 0);
  const changed = own?.changed ?? null;
  const unsure =
    changed === null ? propensityVariance(item, position) : item.slope * item.slope * changed;
  const scale = 1 / Math.sqrt(rest + drift + unsure);
  if (own === null) {
    const yes = normalShare(lower * scale);
    const notNo = normalShare(upper * scale);
    return [yes, notNo - yes, 1 - notNo];
  }
  const { points, weights } = own.deviation;
  let yes = 0;
  let notNo = 0;
  for (let q = 0; q < points.length; q += 1) {
    const weight = weights[q] as number;
    if (weight < 1e-9) continue;
    yes += weight * normalShare((lower - (points[q] as number)) * scale);
    notNo += weight * normalShare((upper - (points[q] as number)) * scale);
  }
  return [yes, Math.max(0, notNo - yes), Math.max(0, 1 - notNo)];
}
