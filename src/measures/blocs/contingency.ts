import { UsageError } from "../../errors.ts";

/** How two divisions of the same items meet. */
export interface Contingency {
  readonly n: number;
  /** Items in each pair of communities that have any. */
  readonly cells: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Counts the items in each pair of communities of two divisions. */
export function contingency(a: ArrayLike<number>, b: ArrayLike<number>): Contingency {
  if (a.length !== b.length) {
    throw new UsageError(`divisions of ${a.length} and ${b.length} items cannot be compared`);
  }
  const [cells, rows, columns] = [0, 1, 2].map(() => new Map<number, number>()) as [
    Map<number, number>,
    Map<number, number>,
    Map<number, number>,
  ];
  let width = 0;
  for (let i = 0; i < b.length; i += 1) width = Math.max(width, b[i]! + 1);
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [a[i]!, b[i]!];
    rows.set(x, (rows.get(x) ?? 0) + 1);
    columns.set(y, (columns.get(y) ?? 0) + 1);
    cells.set(x * width + y, (cells.get(x * width + y) ?? 0) + 1);
  }
  return {
    n: a.length,
    cells: [...cells.values()],
    rows: [...rows.values()],
    columns: [...columns.values()],
  };
}
