import { UsageError } from "../../errors.ts";
import { normalSpan } from "../positions/normal-span.ts";
import { quadratic } from "./cholesky.ts";
import type { CoxFit } from "./cox-fit.ts";
import { type HazardJump, hazardJumps } from "./cox-hazard.ts";
import { logLogInterval } from "./log-log-interval.ts";

/** The chance to last beyond a time, given a subject's covariates. */
export interface PredictedSurvival {
  readonly time: number;
  readonly survival: number;
  /** Standard error of log(survival): of the hazard and of the coefficients. */
  readonly error: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** False beyond the last row observed in the stratum, where the curve is flat for want of any. */
  readonly observed: boolean;
}

/** For whom and when to predict. */
export interface PredictionOptions {
  readonly times: readonly number[];
  readonly level?: number;
  /** Age already reached: the chance is given that it was. */
  readonly reached?: number;
  /** Number of the stratum in the order of their numbers. */
  readonly stratum?: number;
}

function lastSeen({ order }: CoxFit, stratum: number): number {
  // Within a stratum the latest stop stands first.
  return order.times[order.stop[order.bounds[stratum]!]!]!;
}

/**
 * Predicted survival of a subject with fixed covariates x: exp(-H0(t) exp(b(x - mean))), with an
 * error that adds that of the coefficients, (x H - sum of mean covariates dH)' V (...), to that of
 * the hazard (Tsiatis 1981; Therneau and Grambsch 2000), and limits on the log-log scale. With
 * `reached`, only the hazard after that age counts.
 *
 * @throws UsageError for another number of covariates, or a stratum that is not in the fit.
 */
export function predictedSurvival(
  fit: CoxFit,
  covariates: ArrayLike<number>,
  { times, level = 0.95, reached = 0, stratum = 0 }: PredictionOptions,
): readonly PredictedSurvival[] {
  const { order, coefficients, variance } = fit;
  if (covariates.length !== coefficients.length) {
    throw new UsageError(
      `${covariates.length} covariates; the model has ${fit.names.join(", ")}.`,
    );
  }
  if (!Number.isInteger(stratum) || stratum < 0 || stratum > order.bounds.length - 2) {
    throw new UsageError(
      `stratum ${stratum}; the model has ${order.bounds.length - 1}, from 0.`,
    );
  }
  const beta = coefficients.map((value, k) => value * order.scales[k]!);
  const jumps = hazardJumps(order, beta, fit.ties).filter((one) => one.stratum === stratum);
  const centred = Float64Array.from(
    covariates,
    (value, k) => (value - order.means[k]!) / order.scales[k]!,
  );
  const risk = Math.exp(centred.reduce((sum, value, k) => sum + value * beta[k]!, 0));
  const span = normalSpan(level);
  const counts = ({ place }: HazardJump, time: number): boolean =>
    order.times[place]! <= time && order.times[place]! > reached;
  return times.map((time) => {
    let hazard = 0;
    let squared = 0;
    // In the units of the covariates themselves, as the variance is.
    const distance = new Float64Array(centred.length);
    for (const jump of jumps) {
      if (!counts(jump, time)) continue;
      hazard += jump.hazard;
      squared += jump.squared;
      for (let k = 0; k < distance.length; k += 1) {
        distance[k]! += (centred[k]! * jump.hazard - jump.mean[k]!) * order.scales[k]!;
      }
    }
    const survival = Math.exp(-hazard * risk);
    const error = risk * Math.sqrt(squared + quadratic(variance, distance));
    const limits = logLogInterval(survival, error, span);
    return {
      time,
      survival,
      error,
      lower: limits?.lower ?? null,
      upper: limits?.upper ?? null,
      observed: time <= lastSeen(fit, stratum),
    };
  });
}

/** The linear predictor of each row of covariates: its log hazard against the mean row. */
export function linearPredictors(
  { coefficients, means }: CoxFit,
  covariates: readonly Float64Array[],
): Float64Array {
  if (covariates.length !== coefficients.length) {
    throw new UsageError(
      `${covariates.length} covariates; the model has ${coefficients.length}.`,
    );
  }
  return Float64Array.from({ length: covariates[0]!.length }, (_, i) =>
    covariates.reduce((sum, column, k) => sum + (column[i]! - means[k]!) * coefficients[k]!, 0),
  );
}
