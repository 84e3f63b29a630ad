import type { Backtest, BacktestRow } from "../backtest.ts";
import type { CostRecord } from "../cost.ts";
import type { CollectiveCase } from "../observations.ts";
import { bargainStances, movedShares } from "./bargain-stances.ts";
import { capabilitiesOf, type Capability } from "./capability.ts";

/** Where bargaining leaves the members of one case, in the order of the back-test's group. */
export interface BargainedGroup {
  readonly case: string;
  readonly equal: readonly number[];
  /** As with equal capability where the members' means are not on record. */
  readonly means: readonly number[];
  readonly meansKnown: boolean;
}

/**
 * Lets all members asked in each case of a back-test, seen or not, bargain from where the choice
 * model without that case has them, with the appellants at 1; with equal capability, and with the
 * members' shares of means.
 */
export function bargainedGroups(
  record: Pick<CostRecord, "means">,
  test: Backtest,
  cases: readonly CollectiveCase[],
): readonly BargainedGroup[] {
  return test.groups.map(({ case: id, members, appellants }) => {
    const { organisation, day } = cases.find(({ item }) => item.id === id)!;
    const states = [...members.map(({ state }) => state), ...appellants];
    const weights = capabilitiesOf(record, organisation.id, states, day);
    const after = (capability: typeof weights): readonly number[] => {
      const found = bargainStances(members, appellants, capability).after;
      return members.map(({ state }) => found.get(state)!);
    };
    const equal = after(null);
    return {
      case: id,
      equal,
      means: weights === null ? equal : after(weights),
      meansKnown: weights !== null,
    };
  });
}

/** The rows of a back-test with the choice model's forecasts moved by bargaining. */
export function bargainingRows(
  test: Backtest,
  bargained: readonly BargainedGroup[],
  capability: Capability,
): readonly BacktestRow[] {
  const after = new Map(
    test.groups.flatMap(({ case: id, members }, k) =>
      members.map(({ state }, i) => [`${id} ${state}`, bargained[k]![capability][i]!]),
    ),
  );
  return test.rows.map((row) => {
    const favour = after.get(`${row.case} ${row.state}`);
    return favour === undefined ? row : { ...row, choice: movedShares(row.choice, favour) };
  });
}
