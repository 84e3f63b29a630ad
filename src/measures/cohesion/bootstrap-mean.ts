import { UsageError } from "../../errors.ts";
import type { Random } from "../../kernels/random.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import { quantile } from "../statistics/quantile.ts";

/** How to resample: draws 1000 and level 0.9 unless told. */
export interface BootstrapOptions {
  readonly draws?: number;
  readonly level?: number;
  readonly random: Random;
  /** Compiled kernels draw faster; the numbers are the same. */
  readonly kernels?: Pick<SimilarityKernels, "familyMeans">;
}

/** The same for a list of means, each of which starts from `seed`. */
export interface SeededBootstrap extends Omit<BootstrapOptions, "random"> {
  readonly seed: number;
}

/** A mean with its percentile interval; the ends are null where there are too few families. */
export interface BootstrapInterval {
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  readonly draws: number;
  /** Number of values, and of families among them. */
  readonly n: number;
  readonly families: number;
  readonly withheld: string | null;
}

/** Below this many families the percentile interval is too short to publish. */
const FEWEST_FAMILIES = 10;

/** Sum and number of the values of each family, families numbered by first appearance. */
function totals(values: ArrayLike<number>, families: ArrayLike<number>) {
  const places = new Map<number, number>();
  const sums: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const family = families[i]!;
    let place = places.get(family);
    if (place === undefined) {
      place = sums.length;
      places.set(family, place);
      sums.push(0);
      counts.push(0);
    }
    sums[place] = sums[place]! + values[i]!;
    counts[place] = counts[place]! + 1;
  }
  return { sums: Float64Array.from(sums), counts: Int32Array.from(counts) };
}

/**
 * The mean of values that come in families, with the percentile interval of a cluster
 * bootstrap: each draw takes as many families as there are, with replacement, and averages the
 * values in them. The Assembly votes on nearly the same text year after year, so resampling
 * single roll calls would give intervals that are too short. `families` holds a number for each
 * value (`RollCall.family`; a text that recurs nowhere is a family of one). Efron (1979,
 * doi:10.1214/aos/1176344552), families as units as in Field and Welsh (2007,
 * doi:10.1111/j.1467-9868.2007.00593.x). The interval describes which texts came to a vote; it
 * is withheld below ten families. The same seed gives the same interval.
 */
export function bootstrapMean(
  values: ArrayLike<number>,
  families: ArrayLike<number>,
  { draws = 1000, level = 0.9, random, kernels = plainKernels }: BootstrapOptions,
): BootstrapInterval {
  if (values.length === 0 || families.length !== values.length) {
    throw new UsageError(
      `${values.length} values and ${families.length} families: there must be as many, and some`,
    );
  }
  if (!Number.isInteger(draws) || draws < 1) {
    throw new UsageError(`draws is ${draws}; it must be a whole number from 1`);
  }
  if (!(level > 0 && level < 1)) {
    throw new UsageError(`level is ${level}; it must lie between 0 and 1`);
  }
  const { sums, counts } = totals(values, families);
  const n = values.length;
  const mean = sums.reduce((sum, value) => sum + value, 0) / n;
  const result = { mean, level, draws, n, families: sums.length };
  if (sums.length < FEWEST_FAMILIES) {
    const withheld = `${sums.length} families of resolutions; ${FEWEST_FAMILIES} are needed`;
    return { ...result, lower: null, upper: null, withheld };
  }
  const means = kernels.familyMeans(sums, counts, draws, random);
  means.sort();
  const tail = (1 - level) / 2;
  const lower = quantile(means, tail);
  const upper = quantile(means, 1 - tail);
  return { ...result, lower, upper, withheld: null };
}
