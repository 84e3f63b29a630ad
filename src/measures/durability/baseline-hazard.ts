import type { CoxFit } from "./cox-fit.ts";
import { hazardJumps } from "./cox-hazard.ts";

/** A step of the cumulative baseline hazard. */
export interface BaselineStep {
  /** Number of the stratum in the order of their numbers. */
  readonly stratum: number;
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly cumulativeHazard: number;
}

/**
 * The cumulative baseline hazard of a fitted model, for a subject with the mean covariates:
 * the sum over events up to each time of 1 over the risk among those at risk, tied events as in
 * the fit. Breslow (1974, doi:10.2307/2529620). It ends with the last event.
 */
export function baselineHazard(fit: CoxFit): readonly BaselineStep[] {
  const beta = fit.coefficients.map((value, k) => value * fit.order.scales[k]!);
  let stratum = -1;
  let sum = 0;
  return hazardJumps(fit.order, beta, fit.ties).map((jump) => {
    if (jump.stratum !== stratum) sum = 0;
    stratum = jump.stratum;
    sum += jump.hazard;
    return {
      stratum,
      time: fit.order.times[jump.place]!,
      atRisk: jump.atRisk,
      events: jump.events,
      cumulativeHazard: sum,
    };
  });
}
