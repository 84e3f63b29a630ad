import { UsageError } from "../errors.ts";

/** The division of a series into segments that fits best among those with as many breaks. */
export interface SegmentFit {
  /** The position at which each segment after the first begins, ascending. */
  readonly starts: readonly number[];
  /** Weighted sum of squared differences from the segments' means. */
  readonly residual: number;
}

/** Running sums, from which the residual of any stretch follows in one step. */
function stretchCosts(values: ArrayLike<number>, weights: ArrayLike<number>) {
  const n = values.length;
  let [mean, all] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    mean += weights[i]! * values[i]!;
    all += weights[i]!;
  }
  mean /= all;
  const [w, wx, wxx] = [0, 1, 2].map(() => new Float64Array(n + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < n; i += 1) {
    // Centred, so that squares of a far mean do not swallow the differences.
    const x = values[i]! - mean;
    w[i + 1] = w[i]! + weights[i]!;
    wx[i + 1] = wx[i]! + weights[i]! * x;
    wxx[i + 1] = wxx[i]! + weights[i]! * x * x;
  }
  return (from: number, to: number): number => {
    const sum = wx[to]! - wx[from]!;
    return Math.max(0, wxx[to]! - wxx[from]! - (sum * sum) / (w[to]! - w[from]!));
  };
}

/**
 * For 0, 1, ..., `maximum` breaks the division of a series into segments of at least `minimum`
 * values with the least weighted residual sum of squares about the segments' means, found by
 * dynamic programming over all divisions, not by search. Ends early where so many segments do
 * not fit. Of equal divisions the one with the earlier breaks. Bai and Perron 2003,
 * doi:10.1002/jae.659.
 */
export function bestPartitions(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  minimum: number,
  maximum: number,
): readonly SegmentFit[] {
  const n = values.length;
  if (!Number.isInteger(minimum) || minimum < 1) {
    throw new UsageError(`minimum is ${minimum}; it must be a whole number from 1`);
  }
  if (!Number.isInteger(maximum) || maximum < 0) {
    throw new UsageError(`maximum is ${maximum}; it must be a whole number from 0`);
  }
  if (n === 0) return [];
  const cost = stretchCosts(values, weights);
  let best = Float64Array.from({ length: n + 1 }, (_, to) =>
    to < minimum ? Infinity : cost(0, to),
  );
  const origins: Int32Array[] = [];
  const fits: SegmentFit[] = [{ starts: [], residual: cost(0, n) }];
  const most = Math.min(maximum, Math.floor(n / minimum) - 1);
  for (let breaks = 1; breaks <= most; breaks += 1) {
    const next = new Float64Array(n + 1).fill(Infinity);
    const origin = new Int32Array(n + 1);
    // What the last break divides is the whole series: shorter stretches need no division.
    for (let to = breaks === most ? n : (breaks + 1) * minimum; to <= n; to += 1) {
      for (let from = breaks * minimum; from <= to - minimum; from += 1) {
        const residual = best[from]! + cost(from, to);
        if (residual >= next[to]!) continue;
        next[to] = residual;
        origin[to] = from;
      }
    }
    origins.push(origin);
    best = next;
    fits.push({ starts: traced(origins, n), residual: best[n]! });
  }
  return fits;
}

/** The starts of the segments of the best division, read back from the last. */
function traced(origins: readonly Int32Array[], n: number): readonly number[] {
  const starts: number[] = [];
  let end = n;
  for (const origin of origins.toReversed()) {
    end = origin[end]!;
    starts.unshift(end);
  }
  return starts;
}
