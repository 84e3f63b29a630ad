import type { Random } from "./random.ts";

/**
 * The means of `draws` resamples of families of values, each of as many families as there are,
 * with replacement: `sums` and `counts` hold the total and the number of the values of each
 * family. Plain twin of the compiled kernel.
 */
export function familyMeans(
  sums: Float64Array,
  counts: Int32Array,
  draws: number,
  random: Random,
): Float64Array {
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    let count = 0;
    for (let k = 0; k < sums.length; k++) {
      const family = random.below(sums.length);
      sum += sums[family] as number;
      count += counts[family] as number;
    }
    means[draw] = sum / count;
  }
  return means;
}
