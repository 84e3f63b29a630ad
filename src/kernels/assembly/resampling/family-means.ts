// Means of resampled families; the plain twin is ../../family-means.ts. The caller lays out the
// memory; every pointer is a byte address.
import { keepRandom, lastBelow, next, resumeRandom } from "./random";

/**
 * The mean of each of `draws` resamples, to doubles at `out`: as many families as there are, with
 * replacement. `sums` (f64) and `counts` (i32) hold the total and the number of the values of each
 * family, `state` the random source before and after.
 */
export function familyMeans(
  sums: usize,
  counts: usize,
  families: i32,
  draws: i32,
  state: usize,
  out: usize,
): void {
  resumeRandom(state);
  const last = lastBelow(families);
  for (let draw = 0; draw < draws; draw++) {
    let sum: f64 = 0;
    let count = 0;
    for (let k = 0; k < families; k++) {
      let bits = next();
      while (bits > last) bits = next();
      const family = <usize>(bits % <u32>families);
      sum += load<f64>(sums + (family << 3));
      count += load<i32>(counts + (family << 2));
    }
    store<f64>(out, sum / <f64>count);
    out += 8;
  }
  keepRandom(state);
}
