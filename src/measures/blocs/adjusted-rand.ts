import { contingency } from "./contingency.ts";

const pairs = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);

/**
 * The adjusted Rand index of two divisions of the same items, given as a community number for
 * each: the share of pairs that both keep together, corrected for chance,
 * (S - E) / ((A + B) / 2 - E) with S, A, B the pairs together in both, in one and in the other,
 * and E = A B / all pairs. 1 for equal divisions, 0 what chance would give, below 0 for less;
 * unmoved by how communities are numbered. 1 where both are trivial in the same way. Hubert and
 * Arabie 1985, doi:10.1007/BF01908075.
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { n, cells, rows, columns } = contingency(a, b);
  const [both, first, second] = [pairs(cells), pairs(rows), pairs(columns)];
  const all = (n * (n - 1)) / 2;
  const expected = all === 0 ? 0 : (first * second) / all;
  const most = (first + second) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
