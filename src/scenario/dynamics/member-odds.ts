import type { StateKey } from "../../states/state.ts";
import { gammaPoisson, type GroupRates } from "./gamma-poisson.ts";
import type { RecordedCall } from "./recorded-calls.ts";

/** How often each state held back, against the others on the same calls. */
export interface MemberOdds {
  /** Where each state stands among the groups of the rates. */
  readonly places: ReadonlyMap<StateKey, number>;
  readonly rates: GroupRates;
}

/**
 * The times each state abstained or dissented over the times it would have, had it held back as
 * often as all members seen on the same call, shrunk towards the others (indirect
 * standardisation; the shrinkage is that of a Gamma-Poisson model). A call on which nobody held
 * back says nothing of who does. Used as a factor on the odds of holding back.
 */
export function memberOdds(calls: readonly RecordedCall[]): MemberOdds {
  const observed = new Map<StateKey, number>();
  const expected = new Map<StateKey, number>();
  for (const { seen } of calls) {
    const share = seen.filter(({ ballot }) => ballot !== "yes").length / seen.length;
    for (const { state, ballot } of seen) {
      observed.set(state, (observed.get(state) ?? 0) + (ballot === "yes" ? 0 : 1));
      expected.set(state, (expected.get(state) ?? 0) + share);
    }
  }
  const states = [...observed.keys()].toSorted();
  const rates = gammaPoisson(
    states.map((state) => ({ count: observed.get(state)!, exposure: expected.get(state)! })),
  );
  return { places: new Map(states.map((state, k) => [state, k])), rates };
}
