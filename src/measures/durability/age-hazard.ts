import type { AgeHazard, KeptModel } from "../../record/alliance-survival.ts";
import { normalSpan } from "../positions/normal-span.ts";
import { quadratic } from "./cholesky.ts";
import type { CoxFit } from "./cox-fit.ts";
import type { LifeYear } from "./life-years.ts";
import { logLogInterval } from "./log-log-interval.ts";

/** Ages, in years, at which a new rate begins; the last goes on. */
const BANDS = [0, 1, 5, 10, 20, 30] as const;

/** Years of two stretches in common. */
const shared = (from: number, to: number, start: number, stop: number): number =>
  Math.max(0, Math.min(to, stop) - Math.max(from, start));

function bandRates<Name extends string>(
  years: readonly LifeYear<Name>[],
  width: number,
  risk: (row: LifeYear<Name>) => number,
  value: (row: LifeYear<Name>, k: number) => number,
): readonly AgeHazard[] {
  return BANDS.map((from, index) => {
    const to = BANDS[index + 1] ?? Infinity;
    let exposure = 0;
    let events = 0;
    const sums = new Float64Array(width);
    for (const row of years) {
      if (row.event && row.stop > from && row.stop <= to) events += 1;
      const lived = shared(from, to, row.start, row.stop);
      if (lived === 0) continue;
      const weight = lived * risk(row);
      exposure += weight;
      for (let k = 0; k < width; k += 1) sums[k]! += weight * value(row, k);
    }
    const rate = exposure === 0 ? 0 : events / exposure;
    return {
      from,
      rate,
      squared: exposure === 0 ? 0 : events / (exposure * exposure),
      mean: Array.from(sums, (sum) => (exposure === 0 ? 0 : (rate * sum) / exposure)),
    };
  });
}

const oldest = (years: readonly { readonly stop: number }[]): number =>
  years.reduce((most, { stop }) => Math.max(most, stop), 0);

/**
 * What is kept of a fitted model for one stratum: its coefficients, and in bands of age the ends
 * over the years lived, each weighted by its relative risk (piecewise exponential; Holford 1980,
 * doi:10.2307/2529982). `years` are the rows of the fit.
 */
export function keepModel<Name extends string>(
  fit: CoxFit,
  years: readonly LifeYear<Name>[],
  stratum: number,
): KeptModel {
  const names = fit.names as readonly Name[];
  const own = years.filter((row) => row.stratum === stratum);
  const risk = ({ covariates }: LifeYear<Name>): number =>
    Math.exp(
      names.reduce(
        (sum, name, k) => sum + (covariates[name]! - fit.means[k]!) * fit.coefficients[k]!,
        0,
      ),
    );
  return {
    names,
    coefficients: [...fit.coefficients],
    variance: [...fit.variance],
    means: [...fit.means],
    hazards: bandRates(own, names.length, risk, ({ covariates }, k) => covariates[names[k]!]!),
    lastAge: oldest(own),
  };
}

/** The same without covariates: the base rate of a stratum. */
export function keepBaseRate<Name extends string>(
  years: readonly LifeYear<Name>[],
  stratum: number,
): KeptModel {
  const own = years.filter((row) => row.stratum === stratum);
  return {
    names: [],
    coefficients: [],
    variance: [],
    means: [],
    hazards: bandRates(
      own,
      0,
      () => 1,
      () => 0,
    ),
    lastAge: oldest(own),
  };
}

/** The chance to last some years more, at an age. */
export interface Outlook {
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether the ages in question were seen to their end. */
  readonly observed: boolean;
}

/**
 * The chance that a subject of an age lasts `horizon` years more by a kept model: exp(-H exp(b(x -
 * mean))), H being the hazard of the ages in question; limits on the log-log scale, with the errors
 * of the rates and of the coefficients (Tsiatis 1981; Therneau and Grambsch 2000). Beyond the last
 * age seen the last rate goes on, and `observed` is false.
 */
export function outlook(
  model: KeptModel,
  covariates: readonly number[],
  options: { readonly reached: number; readonly horizon: number; readonly level: number },
): Outlook {
  const { reached, horizon, level } = options;
  const risk = Math.exp(
    covariates.reduce(
      (sum, value, k) => sum + (value - model.means[k]!) * model.coefficients[k]!,
      0,
    ),
  );
  let hazard = 0;
  let squared = 0;
  const distance = new Float64Array(covariates.length);
  for (const [index, band] of model.hazards.entries()) {
    const to = model.hazards[index + 1]?.from ?? Infinity;
    const part = shared(band.from, to, reached, reached + horizon);
    hazard += part * band.rate;
    squared += part * part * band.squared;
    for (let k = 0; k < distance.length; k += 1) {
      distance[k]! += part * (covariates[k]! * band.rate - band.mean[k]!);
    }
  }
  const survival = Math.exp(-hazard * risk);
  const spread =
    distance.length === 0 ? 0 : quadratic(Float64Array.from(model.variance), distance);
  const limits = logLogInterval(
    survival,
    risk * Math.sqrt(squared + spread),
    normalSpan(level),
  );
  return {
    survival,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    observed: reached + horizon <= model.lastAge,
  };
}
