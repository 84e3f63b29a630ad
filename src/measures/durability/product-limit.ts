import { normalSpan } from "../positions/normal-span.ts";
import { logLogInterval } from "./log-log-interval.ts";
import { checkRows, type SurvivalRows } from "./survival-rows.ts";
import { tiedTimes } from "./tied-times.ts";

/** A step of a survival curve. */
export interface CurveStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Probability of lasting beyond `time`. */
  readonly survival: number;
  /** Standard error of log(survival); infinite where survival is 0. */
  readonly error: number;
  /** Null where survival is 0 or 1. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A survival curve; between two steps it is flat. */
export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  /** One step a time at which an event or a censoring lies. */
  readonly steps: readonly CurveStep[];
  /** First time at which the curve, and each limit of it, is at or below one half. */
  readonly median: number | null;
  readonly medianLower: number | null;
  readonly medianUpper: number | null;
}

/** The first time at which a curve is at or below one half; the middle where it is flat there. */
function halfTime(
  steps: readonly CurveStep[],
  value: (step: CurveStep) => number | null,
): number | null {
  const at = steps.findIndex((step) => (value(step) ?? 1) <= 0.5 + 1e-10);
  if (at < 0) return null;
  const step = steps[at]!;
  if (Math.abs((value(step) ?? 0) - 0.5) > 1e-10) return step.time;
  const next = steps.slice(at + 1).find((later) => (value(later) ?? 0) < 0.5 - 1e-10);
  return next === undefined ? step.time : (step.time + next.time) / 2;
}

/**
 * The product-limit estimate of the share that lasts beyond each time, over rows at risk on
 * (start, stop]: the product of 1 - d/n (Kaplan and Meier 1958,
 * doi:10.1080/01621459.1958.10501452; with late entry, Turnbull 1974). The error is Greenwood's,
 * the limits are on the log-log scale. In [0, 1], in the unit of the times. It assumes that
 * observation ends without regard to what would have come.
 */
export function productLimit(rows: SurvivalRows, level = 0.95): SurvivalCurve {
  checkRows(rows);
  const { times, start, stop } = tiedTimes(rows.start, rows.stop);
  const events = new Int32Array(times.length);
  const censored = new Int32Array(times.length);
  const enters = new Int32Array(times.length + 1);
  for (let i = 0; i < stop.length; i += 1) {
    if (rows.event[i] === 1) events[stop[i]!]! += 1;
    else censored[stop[i]!]! += 1;
    enters[start[i]! + 1]! += 1;
  }
  const span = normalSpan(level);
  const steps: CurveStep[] = [];
  let atRisk = 0;
  let survival = 1;
  let greenwood = 0;
  for (const [place, time] of times.entries()) {
    atRisk += enters[place]!;
    const [died, left] = [events[place]!, censored[place]!];
    if (died + left > 0) {
      survival *= 1 - died / atRisk;
      if (died > 0) greenwood += died / (atRisk * (atRisk - died));
      const error = Math.sqrt(greenwood);
      const limits = logLogInterval(survival, error, span);
      steps.push({
        time,
        atRisk,
        events: died,
        censored: left,
        survival,
        error,
        lower: limits?.lower ?? null,
        upper: limits?.upper ?? null,
      });
    }
    atRisk -= died + left;
  }
  return {
    n: stop.length,
    events: events.reduce((sum, count) => sum + count, 0),
    steps,
    median: halfTime(steps, ({ survival: value }) => value),
    medianLower: halfTime(steps, ({ lower, survival: value }) => lower ?? value),
    medianUpper: halfTime(
      steps,
      ({ upper, survival: value }) => upper ?? (value === 0 ? 1 : value),
    ),
  };
}

/** The curve's value at a time, with its limits; certain survival before the first step. */
export function survivalAt(
  { steps }: SurvivalCurve,
  time: number,
): Pick<CurveStep, "survival" | "lower" | "upper"> {
  const step = steps.findLast((one) => one.time <= time);
  return step ?? { survival: 1, lower: null, upper: null };
}
