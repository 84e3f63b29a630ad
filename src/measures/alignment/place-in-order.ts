/**
 * Moves the value that would stand at index `k` of the sorted list to that index, with none
 * greater before it and none smaller after it, between the indices `from` and `to` (inclusive);
 * returns `values`, which must hold no NaN. Quickselect after Hoare (1961,
 * doi:10.1145/366622.366647): much cheaper than a sort where two quantiles are wanted.
 */
export function placeInOrder(
  values: Float64Array,
  k: number,
  from = 0,
  to = values.length - 1,
): Float64Array {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = middle(
      values[left] as number,
      values[(left + right) >>> 1] as number,
      values[right] as number,
    );
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const held = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = held;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return values;
  }
  return values;
}

/** The median of three values. */
function middle(x: number, y: number, z: number): number {
  return x < y ? (y < z ? y : x < z ? z : x) : x < z ? x : y < z ? z : y;
}
