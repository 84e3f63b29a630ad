/**
 * The model fixes positions up to level and scale. While it is fitted, their mean weighted by
 * votes is 0 and their standard deviation 1: weights by votes, lest thin periods be pulled to
 * the mean harder than their votes can resist.
 */
export interface Gauge {
  /** By cell, mean 1. */
  readonly weight: Float64Array;
}

/** The gauge that weights cells by their votes. */
export function gaugeOf(n: Uint32Array): Gauge {
  let total = 0;
  for (const votes of n) total += votes;
  return { weight: Float64Array.from(n, (votes) => (votes * n.length) / total) };
}

/** Weighted mean 0 and standard deviation 1, in place; returns what was taken out. */
export function standardise(
  values: Float64Array,
  weight?: Float64Array,
): { readonly mean: number; readonly sd: number } {
  const cells = values.length;
  let sum = 0;
  for (let c = 0; c < cells; c += 1) sum += (weight?.[c] ?? 1) * (values[c] as number);
  const mean = sum / cells;
  let squares = 0;
  for (let c = 0; c < cells; c += 1) {
    const distance = (values[c] as number) - mean;
    squares += (weight?.[c] ?? 1) * distance * distance;
  }
  const sd = Math.sqrt(squares / cells);
  const scale = sd > 0 ? 1 / sd : 0;
  for (let c = 0; c < cells; c += 1) values[c] = ((values[c] as number) - mean) * scale;
  return { mean, sd };
}
