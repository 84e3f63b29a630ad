import { UsageError } from "../../errors.ts";
import type { Random } from "../../kernels/random.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import { bestPartitions } from "../../kernels/best-partitions.ts";
import { criteriaOf, ROUNDING, type Criterion } from "./criteria-of.ts";
import { breakIntervals } from "./break-intervals.ts";
import { breakTests, pOfAny, pOfMore } from "./break-tests.ts";
import { precisionWeights } from "./precision-weights.ts";
import { levelsOf, stepsOf, type Series } from "./segments.ts";
import { serialCorrelation } from "./serial-correlation.ts";
import { noiseAbout } from "./serial-noise.ts";

/** How breaks are sought. */
export interface ChangePointOptions {
  /** Standard error of each value, where known. */
  readonly errors?: ArrayLike<number>;
  /** Fewest values in a segment; 4 unless told. */
  readonly minimum?: number;
  /** Most breaks; 3 unless told. */
  readonly maximum?: number;
  /** The criterion that proposes their number; `bic` unless told. */
  readonly penalty?: Criterion;
  /** The largest p with which a proposed break is kept; 0.05 unless told. */
  readonly significance?: number;
  /** Level of the intervals of the dates; 0.9 unless told. */
  readonly level?: number;
  /** Simulated series; 199 unless told. */
  readonly draws?: number;
  readonly random: Random;
  /** Compiled kernels are several times faster; the numbers are the same. */
  readonly kernels?: Pick<SimilarityKernels, "partitionDraws">;
}

/** A shift of the mean. */
export interface Break {
  /** Position of the first value after the shift. */
  readonly index: number;
  /** Interval of that position. */
  readonly lower: number;
  readonly upper: number;
  /** Means of the segments before and after. */
  readonly before: number;
  readonly after: number;
  /** p of "no break between the breaks on either side of it". */
  readonly p: number;
}

/** The breaks of a series. */
export interface ChangePoints {
  readonly n: number;
  readonly breaks: readonly Break[];
  /** Weighted means of the segments, one more than there are breaks. */
  readonly levels: readonly number[];
  /** How many breaks the criterion proposed before they were tested. */
  readonly proposed: number;
  /** Value of the criterion for 0, 1, ... breaks. */
  readonly criterion: readonly number[];
  /** p of "no break at all", against as many as the criterion likes; null where withheld. */
  readonly p: number | null;
  /** p of "no more breaks than these"; null where no further break would fit. */
  readonly pMore: number | null;
  /** The correlation of neighbouring values that the tests allow for. */
  readonly correlation: number;
  readonly level: number;
  readonly draws: number;
  /** Least p that so many draws can give. */
  readonly smallestP: number;
  /** Why nothing is said, or null. */
  readonly withheld: string | null;
}

/** Fewest values for which breaks are sought. */
const FEWEST_VALUES = 10;
function checked(values: ArrayLike<number>, options: ChangePointOptions) {
  const { minimum = 4, maximum = 3, significance = 0.05, level = 0.9, draws = 199 } = options;
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isFinite(values[i])) {
      throw new UsageError(`value ${i} of the series is ${values[i]}`, {
        hint: "Leave missing values out and keep their places.",
      });
    }
  }
  if (!Number.isInteger(draws) || draws < 19) {
    throw new UsageError(`draws is ${draws}; it must be a whole number from 19`);
  }
  for (const [name, value] of [
    ["significance", significance],
    ["level", level],
  ] as const) {
    if (!(value > 0 && value < 1)) {
      throw new UsageError(`${name} is ${value}; it must lie between 0 and 1`);
    }
  }
  return { minimum, maximum, significance, level, draws };
}

/**
 * Shifts of the mean of a series: since when is it higher or lower? The best division into
 * segments for each number of breaks is found exactly (`bestPartitions`) and `penalty` proposes
 * the number (`breakCriterion`). A criterion alone finds breaks in any series whose neighbouring
 * values are alike, so two tests follow, both by series simulated with that correlation
 * (`serialCorrelation`) and innovations resampled from the residuals: no break at all, against the
 * number proposed; and for each break, none between its neighbours, against one. While a break
 * fails, the best division with one fewer is tested in its place. Intervals of the dates are
 * percentiles of where the breaks are found in series simulated about the fitted steps. Units are
 * those of the values; positions count from 0. Withheld below ten values, or where two segments of
 * `minimum` do not fit. A slow drift is told as one step or more: read a break as "higher after
 * than before", not as "on that day". Bai and Perron 1998, doi:10.2307/2998540 (tests of some
 * breaks against none, and of one more), here with a bootstrap in place of the asymptotic tables;
 * p carries the +1 of Phipson and Smyth 2010, doi:10.2202/1544-6115.1585. The same random source
 * gives the same breaks.
 */
export function changePoints(
  values: ArrayLike<number>,
  options: ChangePointOptions,
): ChangePoints {
  const { minimum, maximum, significance, level, draws } = checked(values, options);
  const { kernels = plainKernels } = options;
  const n = values.length;
  const series: Series = {
    values: Float64Array.from(values),
    weights: precisionWeights(values, options.errors),
    minimum,
    draws,
    kernels,
  };
  const correlation = serialCorrelation(series.values, series.weights);
  const base = { n, correlation, level, draws, smallestP: 1 / (1 + draws) };
  const none = { breaks: [], proposed: 0, criterion: [], p: null, pMore: null };
  if (n < Math.max(FEWEST_VALUES, 2 * minimum)) {
    const withheld = `${n} values; ${Math.max(FEWEST_VALUES, 2 * minimum)} are needed`;
    return { ...base, ...none, levels: [], withheld };
  }
  const fits = bestPartitions(series.values, series.weights, minimum, maximum);
  const whole = fits[0]!.residual;
  const size = series.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (whole <= n * size * size * ROUNDING * ROUNDING) {
    return { ...base, ...none, levels: levelsOf(series, []), withheld: null };
  }
  const { penalty = "bic", random } = options;
  const criterion = criteriaOf(
    fits.map(({ residual }) => residual),
    n,
    penalty,
  );
  const proposed = criterion.indexOf(Math.min(...criterion));
  let noise = noiseAbout(series, fits[proposed]!.starts, correlation, random);
  const p = proposed === 0 ? 1 : pOfAny(series, criterion, penalty, noise);
  let count = p > significance ? 0 : proposed;
  let tests = breakTests(series, fits[count]!.starts, noise);
  while (tests.some((own) => own > significance)) {
    count -= 1;
    noise = noiseAbout(series, fits[count]!.starts, correlation, random);
    tests = breakTests(series, fits[count]!.starts, noise);
  }
  const fit = fits[count]!;
  const levels = levelsOf(series, fit.starts);
  const steps = stepsOf(series, fit.starts);
  const intervals = breakIntervals(series, fit, noise, level);
  return {
    ...base,
    breaks: fit.starts.map((index, k) => ({
      index,
      lower: intervals[k]![0],
      upper: intervals[k]![1],
      before: levels[k]!,
      after: levels[k + 1]!,
      p: tests[k]!,
    })),
    levels,
    proposed,
    criterion,
    p,
    pMore: pOfMore(series, series.values, series.weights, steps, count, noise),
    withheld: null,
  };
}
