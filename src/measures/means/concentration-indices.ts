import { normalSpan } from "../positions/normal-span.ts";
import type { Concentration } from "./concentration.ts";

/** Indices that follow from a concentration, and between which bounds they lie. */
export interface ConcentrationIndices {
  /** (H - 1/n) / (1 - 1/n), 0 for equals to 1 for one with all. */
  readonly normalised: number;
  /** Ray and Singer's CON, the square root of the normalised index. */
  readonly con: number;
  /** What the largest has for each unit that all others have together; null where it has all. */
  readonly ratio: number | null;
  /** Interval of the share for the source's own errors; null without them. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Share and H if members without a value have anything from nothing to as much as the largest. */
  readonly bounds: {
    readonly share: { readonly least: number; readonly most: number };
    readonly hhi: { readonly least: number; readonly most: number };
  };
}

/** The interval of a share on the scale of log odds, which keeps it between 0 and 1. */
function shareInterval(share: number, se: number, level: number) {
  if (share >= 1) return { lower: 1, upper: 1 };
  const odds = Math.log(share / (1 - share));
  const half = (normalSpan(level) * se) / (share * (1 - share));
  const back = (value: number): number => 1 / (1 + Math.exp(-value));
  return { lower: back(odds - half), upper: back(odds + half) };
}

/**
 * Ray and Singer's CON = sqrt((H - 1/n) / (1 - 1/n)) over the n known members, the ratio of the
 * largest to the rest s / (1 - s), and bounds for m members without a value. Where each of them has
 * x between 0 and L (the largest's value) and the known have shares with index H, the largest's share
 * lies in [s / (1 + m s), s], and H between H / (1 + m H), where each has H times what the known have
 * together, and the greatest of (H + k s^2) / (1 + k s)^2, where k of them have L and the others
 * nothing.
 *
 * Ray and Singer 1973, Measuring the Concentration of Power in the International System,
 * doi:10.1177/004912417300100403.
 */
export function concentrationIndices(
  { members, missing, share, se, hhi }: Omit<Concentration, "largest">,
  level: number,
): ConcentrationIndices {
  const m = missing.length;
  const equal = 1 / (members - m);
  const normalised = Math.max(0, (hhi - equal) / (1 - equal));
  let most = hhi;
  for (let k = 1; k <= m; k += 1) {
    const total = 1 + k * share;
    most = Math.max(most, (hhi + k * share * share) / (total * total));
  }
  return {
    normalised,
    con: Math.sqrt(normalised),
    ratio: share < 1 ? share / (1 - share) : null,
    interval: se === null ? null : shareInterval(share, se, level),
    bounds: {
      share: { least: share / (1 + m * share), most: share },
      hhi: { least: hhi / (1 + m * hhi), most },
    },
  };
}
