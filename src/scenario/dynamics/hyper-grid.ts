import { UsageError } from "../../errors.ts";
import type { Random } from "../../kernels/random.ts";

/** A point of a grid of two parameters with its posterior weight. */
export interface HyperPoint {
  readonly mean: number;
  /** How much groups share: from 0, all alike, to 1, each for itself. */
  readonly spread: number;
  readonly weight: number;
}

/** A posterior of two parameters on a grid. */
export interface HyperGrid {
  readonly points: readonly HyperPoint[];
  readonly pick: (random: Random) => HyperPoint;
}

/**
 * The posterior of two parameters on a grid with equal prior weights, from the log likelihood at
 * each point. Weights add up to 1.
 */
export function hyperGrid(
  means: readonly number[],
  spreads: readonly number[],
  logLikelihood: (mean: number, spread: number) => number,
): HyperGrid {
  const raw = means.flatMap((mean) =>
    spreads.map((spread) => ({ mean, spread, log: logLikelihood(mean, spread) })),
  );
  const most = raw.reduce((best, { log }) => Math.max(best, log), -Infinity);
  if (!Number.isFinite(most)) {
    throw new UsageError("no point of the grid gives the counts a likelihood above 0.");
  }
  const scaled = raw.map(({ log }) => Math.exp(log - most));
  const total = scaled.reduce((sum, weight) => sum + weight, 0);
  const points = raw.map(({ mean, spread }, k) => ({
    mean,
    spread,
    weight: scaled[k]! / total,
  }));
  let reached = 0;
  const upTo = points.map(({ weight }) => (reached += weight));
  const pick = (random: Random): HyperPoint => {
    const wanted = random.uniform() * reached;
    let low = 0;
    let high = points.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return points[low]!;
  };
  return { points, pick };
}

/** The middles of so many equal parts of [0, 1]. */
export function middles(parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, k) => (k + 0.5) / parts);
}

/** Log of x (x + 1) ... (x + count - 1), by logs of products short enough not to overflow. */
export function logRising(x: number, count: number): number {
  let sum = 0;
  let product = 1;
  for (let k = 0; k < count; k += 1) {
    product *= x + k;
    if (product > 1e200 || product < 1e-200) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}
