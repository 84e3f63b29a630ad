/** Below this a chance is left at 0 once past the mean: the tail beyond adds nothing stated. */
const NEGLIGIBLE = 1e-14;

/**
 * The distribution of a sum of so many independent sizes as a Poisson count has events, up to
 * `most`: p(0) = exp(-mean), n p(n) = mean sum_j j f(j) p(n - j) (Panjer 1981, ASTIN Bulletin
 * 12). `sizes[j]` is the chance of a size of j + 1; sizes of 1 alone give the Poisson
 * distribution.
 */
export function compoundPoisson(
  mean: number,
  sizes: readonly number[],
  most: number,
): Float64Array {
  const chances = new Float64Array(most + 1);
  const middle = mean * sizes.reduce((sum, chance, j) => sum + (j + 1) * chance, 0);
  chances[0] = Math.exp(-mean);
  for (let n = 1; n <= most; n += 1) {
    let sum = 0;
    let near = 0;
    for (let j = 1; j <= Math.min(n, sizes.length); j += 1) {
      sum += j * sizes[j - 1]! * chances[n - j]!;
      near += chances[n - j]!;
    }
    chances[n] = (mean * sum) / n;
    if (n > middle && near + chances[n]! < NEGLIGIBLE) break;
  }
  return chances;
}
