/** Times replaced by their places in the order of distinct times. */
export interface TiedTimes {
  /** Distinct times, ascending. */
  readonly times: Float64Array;
  /** Place of each start; -1 where it lies before every time, or there is none. */
  readonly start: Int32Array;
  readonly stop: Int32Array;
}

const TOLERANCE = 1.4901161193847656e-8;

/** The place of the last distinct time that is not above a value. */
function placeOf(times: Float64Array, value: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Decides which times are tied: those closer than 1.5e-8, or than that share of the mean time,
 * count as one. Without it, durations that were computed by subtraction tie or not by their last
 * bits (Therneau, survival package, vignette on tied times).
 */
export function tiedTimes(start: Float64Array | null, stop: Float64Array): TiedTimes {
  const all = new Float64Array(stop.length + (start?.length ?? 0));
  all.set(stop);
  if (start !== null) all.set(start, stop.length);
  all.sort();
  const unique = all.filter((value, at) => at === 0 || value !== all[at - 1]);
  const mean = unique.reduce((sum, value) => sum + Math.abs(value), 0) / unique.length;
  const gap = Math.max(TOLERANCE, TOLERANCE * mean);
  const times = unique.filter((value, at) => at === 0 || value - unique[at - 1]! > gap);
  const places = (values: Float64Array): Int32Array =>
    Int32Array.from(values, (value) => placeOf(times, value));
  return {
    times,
    start: start === null ? new Int32Array(stop.length).fill(-1) : places(start),
    stop: places(stop),
  };
}
