import type { SpatialOptions } from "./spatial-options.ts";

/** Below this difference a binary vote falls off in proportion, so that rounding decides nothing. */
const STEP = 1e-8;

/**
 * The signed vote of a stakeholder between two outcomes: weight w times the response to the
 * difference d of their utilities. Binary: sign(d); prop-bin: 0.8 d + 0.2 sign(d); proportional:
 * d; prop-cubic: (d + d^3) / 2; cubic: d^3; prospect: d for losses, 2 d / 3 for gains. Odd in d
 * for all but the last.
 */
export function voteStrength(
  rule: SpatialOptions["voting"],
  weight: number,
  difference: number,
): number {
  if (rule === "proportional") return weight * difference;
  if (rule === "prospect") return weight * (difference > 0 ? (2 * difference) / 3 : difference);
  const cube = difference * difference * difference;
  if (rule === "cubic") return weight * cube;
  if (rule === "prop-cubic") return weight * (0.5 * difference + 0.5 * cube);
  const sign = Math.max(-1, Math.min(1, difference / STEP));
  return rule === "binary" ? weight * sign : weight * (0.8 * difference + 0.2 * sign);
}
