import { UsageError } from "../../errors.ts";
import { normalSpan } from "../positions/normal-span.ts";
import { productLimit } from "./product-limit.ts";
import { checkRows, type SurvivalRows } from "./survival-rows.ts";

/** The mean squared error of predicted survival at a horizon. */
export interface BrierScore {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** The score of one survival for all: that of the rows themselves. */
  readonly baseRate: number;
  readonly n: number;
}

/**
 * The Brier score of predicted survival at a horizon t: the mean of (1 - S)^2 over those that
 * last beyond t and S^2 over those that ended by then, each weighted by 1 over the chance not to
 * be censored before (Graf et al. 1999, doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18<2529
 * ::AID-SIM274>3.0.CO;2-5), beside the score of the base rate, the share that lasts in the same
 * rows. In [0, 1] but for the weights; lower is better. Its interval takes the weights as known.
 * One row a subject, from 0.
 *
 * @throws UsageError for late entry, or a horizon beyond which nothing was observed.
 */
export function brierScore(
  rows: SurvivalRows,
  predicted: ArrayLike<number>,
  horizon: number,
  level = 0.95,
): BrierScore {
  checkRows(rows);
  const n = rows.stop.length;
  if (rows.start?.some((time) => time > 0) === true) {
    throw new UsageError("the Brier score takes rows observed from 0.", {
      hint: "Give one row a subject, counted from where the prediction was made.",
    });
  }
  if (predicted.length !== n)
    throw new UsageError(`${predicted.length} predictions for ${n} rows.`);
  const free = productLimit({
    start: null,
    stop: rows.stop,
    event: rows.event.map((event) => 1 - event),
  });
  const unseen = (time: number, before: boolean): number =>
    free.steps.findLast((step) => (before ? step.time < time : step.time <= time))?.survival ??
    1;
  const weights = Array.from(rows.stop, (stop, i) => {
    if (stop > horizon) return 1 / unseen(horizon, false);
    return rows.event[i] === 1 ? 1 / unseen(stop, true) : 0;
  });
  if (!weights.every(Number.isFinite) || !rows.stop.some((stop) => stop >= horizon)) {
    throw new UsageError(`nothing is observed beyond ${horizon}.`, {
      hint: "Choose a horizon before the last row ends.",
    });
  }
  const outcome = Array.from(rows.stop, (stop) => (stop > horizon ? 1 : 0));
  const score = (at: (i: number) => number): Float64Array =>
    Float64Array.from(weights, (weight, i) => {
      const miss = outcome[i]! - at(i);
      return weight * miss * miss;
    });
  const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / n;
  const own = score((i) => predicted[i]!);
  const value = mean(own);
  const error = Math.sqrt(mean(own.map((one) => (one - value) * (one - value))) / n);
  const lasting =
    productLimit(rows).steps.findLast(({ time }) => time <= horizon)?.survival ?? 1;
  return {
    value,
    lower: Math.max(0, value - normalSpan(level) * error),
    upper: value + normalSpan(level) * error,
    baseRate: mean(score(() => lasting)),
    n,
  };
}
