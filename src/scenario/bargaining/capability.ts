import type { StateKey } from "../../states/state.ts";
import { type CostRecord, meansShare } from "../cost.ts";

/** What members bring to bear when they bargain. */
export const CAPABILITIES = {
  means:
    "shares of the members' GDP, the largest's own and of every other the mean of the rest, since no " +
    "more ships",
  equal: "the same for everybody",
} as const;

/** What members bring to bear when they bargain. */
export type Capability = keyof typeof CAPABILITIES;

/**
 * The share of some members in the means of their organisation in the latest year on record before
 * a day, above 0; null where it is not recorded of every one of them.
 */
export function capabilitiesOf(
  record: Pick<CostRecord, "means">,
  organisation: string,
  states: readonly StateKey[],
  day: string,
): ReadonlyMap<StateKey, number> | null {
  const weights = new Map<StateKey, number>();
  for (const state of states) {
    const share = meansShare(record, organisation, state, day);
    if (share === null) return null;
    weights.set(state, share);
  }
  return weights;
}
