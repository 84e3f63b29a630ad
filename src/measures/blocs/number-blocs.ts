/** Communities as blocs: numbered from 1, the largest first; 0 for a state that stands alone. */
export interface NumberedBlocs {
  readonly bloc: Int32Array;
  /** Size of bloc 1, bloc 2, .... */
  readonly sizes: readonly number[];
}

/**
 * Numbers communities by size, of equals the one with the first key in alphabetical order, so
 * that the numbers do not hang on the order of the states. A community of one is no bloc: its
 * state has number 0.
 */
export function numberBlocs(
  communities: ArrayLike<number>,
  keys: readonly string[],
): NumberedBlocs {
  const members = new Map<number, string[]>();
  for (const [i, key] of keys.entries()) {
    const known = members.get(communities[i]!);
    if (known === undefined) members.set(communities[i]!, [key]);
    else known.push(key);
  }
  const firstOf = (names: readonly string[]): string =>
    names.reduce((first, name) => (name < first ? name : first));
  const blocs = [...members]
    .filter(([, names]) => names.length > 1)
    .sort(([, a], [, b]) => b.length - a.length || (firstOf(a) < firstOf(b) ? -1 : 1));
  const numbers = new Map(blocs.map(([community], index) => [community, index + 1]));
  return {
    bloc: Int32Array.from(keys, (_, i) => numbers.get(communities[i]!) ?? 0),
    sizes: blocs.map(([, names]) => names.length),
  };
}
