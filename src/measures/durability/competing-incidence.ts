import { UsageError } from "../../errors.ts";
import { normalSpan } from "../positions/normal-span.ts";
import { logLogInterval } from "./log-log-interval.ts";
import { tiedTimes } from "./tied-times.ts";

/** Spells that end in one of several ways. */
export interface CompetingRows {
  readonly start: Float64Array | null;
  readonly stop: Float64Array;
  /** 0 where observation ended first, else the number of the way it ended, from 1. */
  readonly cause: Uint8Array;
  /** What ends the causes 1, 2, ... are. */
  readonly causes: readonly string[];
  /** Numbers of the groups whose rows depend on each other, for the error. */
  readonly cluster?: Int32Array | null;
}

/** The share that has ended in one way by a time. */
export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  /** Ends of this kind at this time. */
  readonly events: number;
  readonly incidence: number;
  /** Standard error of the incidence. */
  readonly error: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

function checked({ start, stop, cause, causes }: CompetingRows): void {
  if (stop.length === 0 || cause.length !== stop.length) {
    throw new UsageError(`${stop.length} ends and ${cause.length} causes: as many are needed.`);
  }
  for (let i = 0; i < stop.length; i += 1) {
    if (!(stop[i]! > (start?.[i] ?? -1)) || cause[i]! > causes.length) {
      throw new UsageError(
        `row ${i}: (${start?.[i] ?? 0}, ${stop[i]}] with cause ${cause[i]}.`,
      );
    }
  }
}

/** The root of the summed squares of the rows' parts, or of those of their clusters. */
function jackknife(parts: Float64Array, cluster: Int32Array | null): number {
  const sums = new Float64Array(
    cluster === null ? parts.length : cluster.reduce((most, g) => Math.max(most, g + 1), 0),
  );
  for (const [i, part] of parts.entries()) sums[cluster?.[i] ?? i]! += part;
  return Math.sqrt(sums.reduce((sum, one) => sum + one * one, 0));
}

/**
 * The cumulative incidence of each way in which spells end, the others being ends too and not
 * censoring: F_k(t) = sum of S(u-) d_k(u) / n(u) (Aalen and Johansen 1978), with the standard
 * error of the infinitesimal jackknife, by clusters where given, and limits on the log-log scale.
 * One row a subject. In [0, 1]; the incidences and the survival add up to 1.
 */
export function competingIncidence(
  rows: CompetingRows,
  level = 0.95,
): ReadonlyMap<string, readonly IncidenceStep[]> {
  checked(rows);
  const { times, start, stop } = tiedTimes(rows.start, rows.stop);
  const kinds = rows.causes.length;
  const n = stop.length;
  const span = normalSpan(level);
  const series: IncidenceStep[][] = rows.causes.map(() => []);
  // What each row adds to the survival and to each incidence: their squares sum to the variance.
  const onSurvival = new Float64Array(n);
  const onIncidence = rows.causes.map(() => new Float64Array(n));
  let survival = 1;
  const incidence = new Float64Array(kinds);
  for (const [place, time] of times.entries()) {
    const counts = new Float64Array(kinds);
    let atRisk = 0;
    let ends = 0;
    for (let i = 0; i < n; i += 1) {
      if (start[i]! < place && stop[i]! >= place) atRisk += 1;
      if (stop[i] === place && rows.cause[i]! > 0) {
        counts[rows.cause[i]! - 1]! += 1;
        ends += 1;
      }
    }
    if (ends === 0) continue;
    for (let i = 0; i < n; i += 1) {
      const present = start[i]! < place && stop[i]! >= place;
      const own = onSurvival[i]!;
      let ended = 0;
      for (let k = 0; k < kinds; k += 1) {
        const rate = counts[k]! / atRisk;
        const hit = stop[i] === place && rows.cause[i] === k + 1 ? 1 : 0;
        const onRate = present ? (hit - rate) / atRisk : 0;
        onIncidence[k]![i]! += own * rate + survival * onRate;
        ended += onRate;
      }
      onSurvival[i] = own * (1 - ends / atRisk) - survival * ended;
    }
    for (let k = 0; k < kinds; k += 1) {
      incidence[k]! += (survival * counts[k]!) / atRisk;
      const value = incidence[k]!;
      const error = jackknife(onIncidence[k]!, rows.cluster ?? null);
      const limits = value > 0 ? logLogInterval(value, error / value, span) : null;
      series[k]!.push({
        time,
        atRisk,
        events: counts[k]!,
        incidence: value,
        error,
        lower: limits?.lower ?? null,
        upper: limits?.upper ?? null,
      });
    }
    survival *= 1 - ends / atRisk;
  }
  return new Map(rows.causes.map((cause, k) => [cause, series[k]!]));
}
