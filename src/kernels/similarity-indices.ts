/** The names of the six similarity measures, in the order of their columns. */
export const SIMILARITY_COLUMNS = [
  "agreement",
  "sAbs",
  "sSq",
  "kappa",
  "pi",
  "alignment",
] as const;

/** The name of a similarity measure. */
export type SimilarityName = (typeof SIMILARITY_COLUMNS)[number];

/**
 * Similarity of many pairs, one row each. NaN is "undefined": no joint vote, or no room for
 * disagreement by chance (kappa and pi of two states that always cast the same single vote).
 */
export interface SimilarityTable extends Readonly<Record<SimilarityName, Float64Array>> {
  readonly length: number;
  /** Jointly recorded votes. */
  readonly n: Uint32Array;
}

/** A table whose columns lie one after the other in `buffer`: six of doubles, then n. */
export function similarityTable(buffer: ArrayBuffer, length: number): SimilarityTable {
  const column = (k: number): Float64Array => new Float64Array(buffer, k * 8 * length, length);
  return {
    length,
    n: new Uint32Array(buffer, 48 * length, length),
    agreement: column(0),
    sAbs: column(1),
    sSq: column(2),
    kappa: column(3),
    pi: column(4),
    alignment: column(5),
  };
}

/** Bytes of a table of `length` rows. */
export function similarityBytes(length: number): number {
  return 52 * length;
}

/**
 * The six measures from nine columns of joint counts (as `dyadTables` gives them); plain twin of
 * the compiled kernel, with the same operations in the same order. All products are of integers
 * below 2^53, so that a zero denominator is exactly zero. The formulas are in
 * `measures/alignment/measure-notes.ts`.
 */
export function similarityIndices(counts: Uint32Array): SimilarityTable {
  const length = Math.trunc(counts.length / 9);
  const table = similarityTable(new ArrayBuffer(similarityBytes(length)), length);
  for (let p = 0; p < length; p++) {
    const c0 = counts[p] as number;
    const c1 = counts[length + p] as number;
    const c2 = counts[2 * length + p] as number;
    const c3 = counts[3 * length + p] as number;
    const c4 = counts[4 * length + p] as number;
    const c5 = counts[5 * length + p] as number;
    const c6 = counts[6 * length + p] as number;
    const c7 = counts[7 * length + p] as number;
    const c8 = counts[8 * length + p] as number;
    const xYes = c0 + c1 + c2;
    const xAbstain = c3 + c4 + c5;
    const xNo = c6 + c7 + c8;
    const yYes = c0 + c3 + c6;
    const yAbstain = c1 + c4 + c7;
    const yNo = c2 + c5 + c8;
    const n = xYes + xAbstain + xNo;
    const opposite = c2 + c6;
    const absolute = c1 + c3 + (c5 + c7) + 2 * opposite;
    const squared = absolute + 2 * opposite;
    const sumX = xYes - xNo;
    const sumY = yYes - yNo;
    const sums = sumX + sumY;
    const base = n * (xYes + xNo + (yYes + yNo));
    const observed = n * squared;
    const near = (xYes + xNo) * yAbstain + xAbstain * (yYes + yNo);
    const expected = near + 2 * (xYes * yNo + xNo * yYes);
    const mean = absolute / n;
    table.n[p] = n;
    table.agreement[p] = 1 - mean * 0.5;
    table.sAbs[p] = 1 - mean;
    table.sSq[p] = 1 - squared / (n + n);
    table.kappa[p] = 1 - observed / (base - 2 * (sumX * sumY));
    table.pi[p] = 1 - (2 * observed) / (2 * base - sums * sums);
    table.alignment[p] = (expected - n * absolute) / (n * n);
  }
  return table;
}
