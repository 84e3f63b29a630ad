import type { CoxRows } from "./survival-rows.ts";
import { tiedTimes } from "./tied-times.ts";

/** The rows of a Cox model in the order in which its sums take them. */
export interface CoxOrder {
  readonly n: number;
  readonly width: number;
  /** Distinct times, ascending; the places below point into it. */
  readonly times: Float64Array;
  /** First position of each stratum, and the end of the last. */
  readonly bounds: Int32Array;
  /** Row at each position: by stratum, then from the latest stop to the earliest. */
  readonly rows: Int32Array;
  readonly start: Int32Array;
  readonly stop: Int32Array;
  readonly event: Uint8Array;
  /** Covariates by position, less `means` and divided by `scales`. */
  readonly x: Float64Array;
  readonly means: Float64Array;
  readonly scales: Float64Array;
  /** Positions by stratum, then from the latest start to the earliest; empty without starts. */
  readonly leaving: Int32Array;
}

/** A stable counting sort of `order` by keys from 0 to `most`. */
function sortBy(order: Int32Array, keys: ArrayLike<number>, most: number): Int32Array {
  const places = new Int32Array(most + 2);
  for (const row of order) places[keys[row]! + 1]! += 1;
  for (let k = 1; k < places.length; k += 1) places[k]! += places[k - 1]!;
  const sorted = new Int32Array(order.length);
  for (const row of order) {
    const key = keys[row]!;
    sorted[places[key]!] = row;
    places[key]! += 1;
  }
  return sorted;
}

function mean(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum / column.length;
}

function meanDistance(column: Float64Array, centre: number): number {
  let sum = 0;
  for (const value of column) sum += Math.abs(value - centre);
  return sum === 0 ? 1 : sum / column.length;
}

/** Sorts the rows once, and centres and scales the covariates so that exp stays in range. */
export function coxOrder(data: CoxRows): CoxOrder {
  const n = data.stop.length;
  const width = data.covariates.length;
  const { times, start, stop } = tiedTimes(data.start, data.stop);
  const last = times.length;
  const strata = data.strata ?? new Int32Array(n);
  const most = strata.reduce((top, value) => Math.max(top, value), 0);
  const plain = Int32Array.from({ length: n }, (_, i) => i);
  const falling = (places: Int32Array): Int32Array => places.map((place) => last - place);
  const rows = sortBy(sortBy(plain, falling(stop), last + 1), strata, most);
  const positions = new Int32Array(n);
  for (const [position, row] of rows.entries()) positions[row] = position;
  const byStart =
    data.start === null ? null : sortBy(sortBy(plain, falling(start), last + 1), strata, most);
  const bounds: number[] = [];
  for (let at = 0; at < n; at += 1) {
    if (at === 0 || strata[rows[at]!] !== strata[rows[at - 1]!]) bounds.push(at);
  }
  const means = Float64Array.from(data.covariates, mean);
  const scales = Float64Array.from(data.covariates, (column, k) =>
    meanDistance(column, means[k]!),
  );
  const x = new Float64Array(n * width);
  for (let k = 0; k < width; k += 1) {
    const [column, centre, scale] = [data.covariates[k]!, means[k]!, scales[k]!];
    for (let at = 0; at < n; at += 1) x[at * width + k] = (column[rows[at]!]! - centre) / scale;
  }
  return {
    n,
    width,
    times,
    bounds: Int32Array.from([...bounds, n]),
    rows,
    start: rows.map((row) => start[row]!),
    stop: rows.map((row) => stop[row]!),
    event: Uint8Array.from(rows, (row) => data.event[row]!),
    x,
    means,
    scales,
    leaving: byStart?.map((row) => positions[row]!) ?? new Int32Array(0),
  };
}
