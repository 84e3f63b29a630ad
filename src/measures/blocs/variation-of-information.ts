import { contingency } from "./contingency.ts";

/**
 * The variation of information of two divisions of the same n items, as a share of its largest
 * value log n: (H(A|B) + H(B|A)) / log n. 0 for equal divisions, 1 at the most; a distance,
 * unmoved by how communities are numbered. 0 below two items. Meilă 2007,
 * doi:10.1016/j.jmva.2006.11.013.
 */
export function variationOfInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { n, cells, rows, columns } = contingency(a, b);
  if (n < 2) return 0;
  const entropy = (counts: readonly number[]): number =>
    counts.toSorted((x, y) => x - y).reduce((sum, k) => sum - (k / n) * Math.log(k / n), 0);
  const distance = 2 * entropy(cells) - entropy(rows) - entropy(columns);
  return Math.max(0, distance) / Math.log(n);
}
