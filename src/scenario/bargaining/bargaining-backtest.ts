import type { Backtest, BacktestRow } from "../backtest.ts";
import { bargainStances, movedShares } from "./bargain-stances.ts";

const MADE = new WeakMap<Backtest, readonly BacktestRow[]>();

/**
 * The rows of a back-test with the choice model's forecasts moved by bargaining: all members asked
 * in a case, seen or not, bargain from where the choice model without that case has them, with the
 * appellants at 1. The base rate stands as it was.
 */
export function bargainingRows(test: Backtest): readonly BacktestRow[] {
  const known = MADE.get(test);
  if (known !== undefined) return known;
  const after = new Map(
    test.groups.map((group) => [
      group.case,
      bargainStances(group.members, group.appellants).after,
    ]),
  );
  const rows = test.rows.map((row) => {
    const favour = after.get(row.case)?.get(row.state);
    return favour === undefined ? row : { ...row, choice: movedShares(row.choice, favour) };
  });
  MADE.set(test, rows);
  return rows;
}
