import { resampledCounts, type DyadEntries } from "./resampled-counts.ts";
import {
  SIMILARITY_COLUMNS,
  similarityIndices,
  type SimilarityName,
} from "./similarity-indices.ts";

/** A value of each measure for each resample; NaN where no dyad has one. */
export type SimilarityMeans = Readonly<Record<SimilarityName, Float64Array>>;

/** A record of columns, one a measure. */
export function similarityMeans(column: (k: number) => Float64Array): SimilarityMeans {
  const entries = SIMILARITY_COLUMNS.map((name, k) => [name, column(k)] as const);
  return Object.fromEntries(entries) as Record<SimilarityName, Float64Array>;
}

/**
 * The mean of each measure over the dyads that have a value, in each resample; `weights` as in
 * `resampledCounts`. Plain twin of the compiled kernel, with the same order of additions.
 */
export function resampledMeans(
  dyads: readonly DyadEntries[],
  weights: Int32Array,
  draws: number,
): SimilarityMeans {
  const means = similarityMeans(() => new Float64Array(draws));
  const defined = similarityMeans(() => new Float64Array(draws));
  const columns = new Uint32Array(9 * draws);
  for (const entries of dyads) {
    const table = similarityIndices(resampledCounts(entries, weights, draws, columns));
    for (const name of SIMILARITY_COLUMNS) {
      const [values, sums, counts] = [table[name], means[name], defined[name]];
      for (let d = 0; d < draws; d++) {
        const value = values[d] as number;
        if (Number.isNaN(value)) continue;
        sums[d] = (sums[d] as number) + value;
        counts[d] = (counts[d] as number) + 1;
      }
    }
  }
  for (const name of SIMILARITY_COLUMNS) {
    const [sums, counts] = [means[name], defined[name]];
    for (let d = 0; d < draws; d++) sums[d] = (sums[d] as number) / (counts[d] as number);
  }
  return means;
}
