import { UsageError } from "../../errors.ts";
import type { Random } from "../../kernels/random.ts";
import { quantile } from "../statistics/quantile.ts";
import { placeInOrder } from "./place-in-order.ts";

/** The ends of an interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** How to resample; draws 1000 and level 0.9 unless told. */
export interface ResamplingOptions {
  readonly draws?: number;
  readonly level?: number;
  readonly random: Random;
}

/** Fewest joint votes, and fewest families among them, for which an interval is given. */
export const FEWEST_VOTES = 10;
const FEWEST_FAMILIES = 10;
/** The largest share of draws in which a measure may be undefined. */
const MOST_UNDEFINED = 0.1;

/** The draws and level asked for, checked. */
export function checkedResampling(options: ResamplingOptions): {
  draws: number;
  level: number;
} {
  const { draws = 1000, level = 0.9 } = options;
  if (!Number.isInteger(draws) || draws < 1) {
    throw new UsageError(`draws is ${draws}; it must be a whole number from 1`);
  }
  if (!(level > 0 && level < 1)) {
    throw new UsageError(`level is ${level}; it must lie between 0 and 1`);
  }
  return { draws, level };
}

/** Why no interval is given for so few votes or families, or null. */
export function tooFew(n: number, families: number): string | null {
  if (n < FEWEST_VOTES) return `${n} joint votes; ${FEWEST_VOTES} are needed`;
  if (families < FEWEST_FAMILIES) {
    return `${families} families of resolutions; ${FEWEST_FAMILIES} are needed`;
  }
  return null;
}

/** Moves the values that are defined (not NaN) to the front and returns them. */
function definedValues(values: Float64Array): Float64Array {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isNaN(value)) values[count++] = value;
  }
  return values.subarray(0, count);
}

/** A quantile of values in any order: only the two order statistics it needs are put in place. */
function quantileOf(values: Float64Array, probability: number): number {
  const below = Math.floor((values.length - 1) * probability);
  const above = Math.min(below + 1, values.length - 1);
  placeInOrder(placeInOrder(values, below), above, below);
  return quantile(values, probability);
}

/**
 * The percentile interval of bootstrap values (Efron 1979, doi:10.1214/aos/1176344552; quantiles
 * of type 7), undefined ones (NaN) left out; null where more than a tenth are undefined. Reorders
 * `values`.
 */
export function percentileInterval(values: Float64Array, level: number): Interval | null {
  const defined = definedValues(values);
  const undefinedDraws = values.length - defined.length;
  if (defined.length === 0 || undefinedDraws > MOST_UNDEFINED * values.length) return null;
  const tail = (1 - level) / 2;
  return { lower: quantileOf(defined, tail), upper: quantileOf(defined, 1 - tail) };
}
