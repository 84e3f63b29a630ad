import type {
  CalibrationGroup,
  KeptModel,
  OutOfTime,
  Scored,
} from "../../record/alliance-survival.ts";
import { normalSpan } from "../positions/normal-span.ts";
import { outlook } from "./age-hazard.ts";
import type { AllianceCovariate } from "./alliance-covariates.ts";
import { type Life, lifeRows, type LifeYear, newYear } from "./life-years.ts";
import { brierScore } from "./brier-score.ts";
import { concordance } from "./concordance.ts";
import { productLimit, survivalAt } from "./product-limit.ts";

/** A prediction made on a day of a life, with what became of it. */
interface Forecast {
  readonly id: string;
  /** Predicted survival by horizon: of the model and of the base rate. */
  readonly model: readonly number[];
  readonly base: readonly number[];
  /** Years from the day to the end or the last day seen. */
  readonly years: number;
  readonly event: boolean;
}

/** What is tested, and how. */
export interface OutOfTimeInput {
  readonly lives: readonly Life<AllianceCovariate>[];
  /** The years of the test, cut. */
  readonly years: readonly LifeYear<AllianceCovariate>[];
  readonly names: readonly AllianceCovariate[];
  /** The kept models and base rates by stratum, of the years before. */
  readonly models: readonly KeptModel[];
  readonly bases: readonly KeptModel[];
  readonly from: number;
  readonly to: number;
  readonly landmarks: readonly number[];
  readonly horizons: readonly number[];
  readonly level: number;
}

const YEAR_DAYS = 365.25;
const GROUPS = 4;

function forecastsOf(input: OutOfTimeInput): readonly Forecast[] {
  const { lives, names, models, bases, landmarks, horizons, to, level } = input;
  const last = newYear(to + 1);
  return landmarks.flatMap((year) => {
    const day = newYear(year);
    return lives.flatMap((life): Forecast[] => {
      if (life.from > day || life.to <= day) return [];
      const known = life.covariatesOn(day);
      const x = names.map((name) => known[name]);
      if (x.some((value) => value === null)) return [];
      const reached = (day - life.from) / YEAR_DAYS;
      const by = (model: KeptModel, covariates: readonly number[]): readonly number[] =>
        horizons.map(
          (horizon) => outlook(model, covariates, { reached, horizon, level }).survival,
        );
      const end = Math.min(life.to, last);
      return [
        {
          id: life.cluster,
          model: by(models[life.stratum]!, x as readonly number[]),
          base: by(bases[life.stratum]!, []),
          years: (end - day) / YEAR_DAYS,
          event: life.ended && life.to <= last,
        },
      ];
    });
  });
}

const rowsOf = (forecasts: readonly Forecast[]) => ({
  start: null,
  stop: Float64Array.from(forecasts, ({ years }) => years),
  event: Uint8Array.from(forecasts, ({ event }) => Number(event)),
});

/** The Brier scores of model and base rate, and what they differ by, by hindsight too. */
function scoresAt(
  forecasts: readonly Forecast[],
  k: number,
  horizon: number,
): readonly number[] {
  const rows = rowsOf(forecasts);
  const of = (name: "model" | "base") =>
    brierScore(
      rows,
      forecasts.map((one) => one[name][k]!),
      horizon,
    );
  const [model, base] = [of("model"), of("base").value];
  return [model.value, base, model.value - base, model.value - model.baseRate];
}

/** Leaves out one life at a time: the error of each score where a life has several forecasts. */
function jackknifed(
  forecasts: readonly Forecast[],
  level: number,
  scores: (some: readonly Forecast[]) => readonly number[],
): readonly Scored[] {
  const ids = [...new Set(forecasts.map(({ id }) => id))];
  const whole = scores(forecasts);
  const without = ids.map((id) => scores(forecasts.filter((one) => one.id !== id)));
  const span = normalSpan(level);
  return whole.map((value, k) => {
    const mean = without.reduce((sum, one) => sum + one[k]!, 0) / ids.length;
    const squares = without.reduce((sum, one) => sum + (one[k]! - mean) * (one[k]! - mean), 0);
    const half = span * Math.sqrt((squares * (ids.length - 1)) / ids.length);
    return { value, lower: value - half, upper: value + half };
  });
}

function groupsAt(
  forecasts: readonly Forecast[],
  k: number,
  horizon: number,
  level: number,
): readonly CalibrationGroup[] {
  const sorted = forecasts.toSorted((a, b) => a.model[k]! - b.model[k]!);
  return Array.from({ length: GROUPS }, (_, group) => {
    const own = sorted.slice(
      Math.floor((group * sorted.length) / GROUPS),
      Math.floor(((group + 1) * sorted.length) / GROUPS),
    );
    const mean = (name: "model" | "base"): number =>
      own.reduce((sum, one) => sum + one[name][k]!, 0) / own.length;
    const seen = survivalAt(productLimit(rowsOf(own), level), horizon);
    return {
      horizon,
      n: own.length,
      predicted: mean("model"),
      base: mean("base"),
      observed: seen.survival,
      lower: seen.lower,
      upper: seen.upper,
    };
  });
}

/**
 * How a model fitted to earlier years predicts later ones. Concordance over the later years, within
 * strata, rows of a life together (Harrell, Lee and Mark 1996). Brier scores (Graf et al. 1999) of
 * predictions made at the landmarks from the age reached, beside those of the base rate of the
 * earlier years, with errors by leaving out one life at a time. Calibration: predicted against
 * product-limit survival in groups of equal size.
 */
export function outOfTime(input: OutOfTimeInput): OutOfTime {
  const { years, names, models, from, to, landmarks, horizons, level } = input;
  const { rows, kept } = lifeRows(years, names);
  const scores = kept.map(({ covariates, stratum }) =>
    names.reduce(
      (sum, name, k) =>
        sum +
        (covariates[name]! - models[stratum]!.means[k]!) * models[stratum]!.coefficients[k]!,
      0,
    ),
  );
  const ranked = concordance(rows, scores, {
    level,
    strata: rows.strata ?? null,
    cluster: rows.cluster ?? null,
  });
  const forecasts = forecastsOf(input);
  return {
    from,
    to,
    landmarks,
    years: kept.length,
    lives: new Set(kept.map(({ cluster }) => cluster)).size,
    events: kept.filter(({ event }) => event).length,
    concordance: { value: ranked.value, lower: ranked.lower, upper: ranked.upper },
    horizons: horizons.map((horizon, k) => {
      const [brier, base, difference, hindsight] = jackknifed(forecasts, level, (some) =>
        scoresAt(some, k, horizon),
      );
      return {
        horizon,
        n: forecasts.length,
        lives: new Set(forecasts.map(({ id }) => id)).size,
        ends: forecasts.filter((one) => one.event && one.years <= horizon).length,
        brier: brier!,
        base: base!,
        difference: difference!,
        hindsight: hindsight!,
      };
    }),
    calibration: horizons.flatMap((horizon, k) => groupsAt(forecasts, k, horizon, level)),
  };
}
