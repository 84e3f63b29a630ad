const DIGITS = 1n << 80n;

/** The double nearest to a ratio of two whole numbers of any length, from 0 up. */
export function bigRatio(above: bigint, below: bigint): number {
  if (above === 0n) return 0;
  // Scaled so that the quotient has 80 binary digits or more before it becomes a double.
  let scale = 0;
  let numerator = above;
  const gap = below.toString(2).length - above.toString(2).length;
  if (gap > 0) {
    numerator <<= BigInt(gap);
    scale = gap;
  }
  let value = Number((numerator * DIGITS) / below) / Number(DIGITS);
  for (; scale > 0; scale -= 1) value /= 2;
  return value;
}

/** Binomial coefficients C(n, 0) to C(n, n). */
export function binomials(n: number): readonly bigint[] {
  const row = [1n];
  for (let k = 1; k <= n; k += 1) row.push((row[k - 1]! * BigInt(n - k + 1)) / BigInt(k));
  return row;
}

/** n! for a whole number n. */
export function factorial(n: number): bigint {
  let product = 1n;
  for (let k = 2; k <= n; k += 1) product *= BigInt(k);
  return product;
}
