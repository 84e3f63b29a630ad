/** Joint votes of a dyad: entry e is `count[e]` votes in `cell[e]` per family of `group[e]`. */
export interface DyadEntries {
  readonly group: readonly number[];
  readonly cell: readonly number[];
  readonly count: readonly number[];
}

/**
 * The joint counts of a dyad in each resample, as nine columns of `draws` rows, from how often
 * each group of families is drawn (row-major, `draws` a group). `columns`, where given, is
 * overwritten.
 */
export function resampledCounts(
  { group, cell, count }: DyadEntries,
  weights: Int32Array,
  draws: number,
  columns: Uint32Array = new Uint32Array(9 * draws),
): Uint32Array {
  columns.fill(0);
  for (let e = 0; e < group.length; e++) {
    const from = (group[e] as number) * draws;
    const to = (cell[e] as number) * draws;
    const times = count[e] as number;
    for (let d = 0; d < draws; d++) {
      columns[to + d] = (columns[to + d] as number) + times * (weights[from + d] as number);
    }
  }
  return columns;
}
