import type { StateKey } from "../../states/state.ts";

/** What a state has with each partner; an empty key is others, or not stated. */
export type Partners = ReadonlyMap<StateKey | "", number>;

/** How far a state's exchange is concentrated on its partners. */
export interface PartnerConcentration {
  readonly total: number;
  /** Sum of squared shares of the named partners; what is not stated adds nothing, so a lower bound. */
  readonly hhi: number;
  /** The partner with most, the first by name among equals. */
  readonly top: StateKey;
  readonly topShare: number;
}

const sumOf = (partners: Partners): number =>
  [...partners.values()].reduce((sum, amount) => sum + amount, 0);

/**
 * The exposure of a state to a partner: the partner's share of the whole, 0 to 1. The whole is the sum
 * over partners, unless partners can have the same thing together (an alliance that several owe).
 * Null where the whole is not positive: nothing is known to be exchanged.
 *
 * Hirschman 1945, National Power and the Structure of Foreign Trade.
 */
export function exposure(
  partners: Partners,
  partner: StateKey,
  total: number = sumOf(partners),
): number | null {
  return total > 0 ? (partners.get(partner) ?? 0) / total : null;
}

/** The Herfindahl-Hirschman index over partners, 0 to 1, and the first of them; null without any. */
export function partnerConcentration(partners: Partners): PartnerConcentration | null {
  const total = sumOf(partners);
  if (!(total > 0)) return null;
  let [hhi, top, most] = [0, "" as StateKey | "", 0];
  for (const [partner, amount] of [...partners].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (partner === "") continue;
    hhi += (amount / total) * (amount / total);
    if (amount > most) [top, most] = [partner, amount];
  }
  return top === "" ? null : { total, hhi, top, topShare: most / total };
}
