import type { CoxRows } from "./survival-rows.ts";

/** What is known of some covariates; null where one is not. */
export type Known<Name extends string> = Readonly<Record<Name, number | null>>;

/** A life with covariates that change, of an alliance or a membership; days since the epoch. */
export interface Life<Name extends string> {
  /** Lives of one cluster depend on each other. */
  readonly cluster: string;
  readonly from: number;
  /** The end, or the day up to which it was seen. */
  readonly to: number;
  /** Whether the end counts; a censored one does not. */
  readonly ended: boolean;
  /** Number of the stratum. */
  readonly stratum: number;
  /** The covariates on a day; null where one is not known. */
  readonly covariatesOn: (day: number) => Known<Name>;
}

/** A part of a life within one calendar year, ages in years. */
export interface LifeYear<Name extends string> {
  readonly cluster: string;
  readonly year: number;
  readonly start: number;
  readonly stop: number;
  readonly event: boolean;
  readonly stratum: number;
  readonly covariates: Known<Name>;
}

const YEAR_DAYS = 365.25;

/** 1 January of a year, in days since the epoch. */
export const newYear = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000;

/**
 * Lives cut at each new year from one year to another, with the covariates as they were at the
 * start of each part: at risk on (start, stop] of the age, so that a life that began before the
 * first year enters late.
 */
export function lifeYears<Name extends string>(
  lives: readonly Life<Name>[],
  from: number,
  to: number,
): readonly LifeYear<Name>[] {
  return lives.flatMap((life) => {
    const rows: LifeYear<Name>[] = [];
    for (let year = from; year <= to; year += 1) {
      const [begin, end] = [newYear(year), newYear(year + 1)];
      const start = Math.max(life.from, begin);
      const stop = Math.min(life.to, end);
      if (!(stop > start)) continue;
      rows.push({
        cluster: life.cluster,
        year,
        start: (start - life.from) / YEAR_DAYS,
        stop: (stop - life.from) / YEAR_DAYS,
        event: life.ended && life.to <= end,
        stratum: life.stratum,
        covariates: life.covariatesOn(start),
      });
    }
    return rows;
  });
}

/** The rows of a model of some covariates, those with one unknown left out; clusters as the lives have them. */
export function lifeRows<Name extends string>(
  years: readonly LifeYear<Name>[],
  names: readonly Name[],
): { readonly rows: CoxRows; readonly kept: readonly LifeYear<Name>[] } {
  const kept = years.filter(({ covariates }) =>
    names.every((name) => covariates[name] !== null),
  );
  const ids = [...new Set(kept.map(({ cluster }) => cluster))];
  const strata = [...new Set(kept.map(({ stratum }) => stratum))].sort((a, b) => a - b);
  return {
    kept,
    rows: {
      names,
      start: Float64Array.from(kept, ({ start }) => start),
      stop: Float64Array.from(kept, ({ stop }) => stop),
      event: Uint8Array.from(kept, ({ event }) => Number(event)),
      covariates: names.map((name) =>
        Float64Array.from(kept, ({ covariates }) => covariates[name]!),
      ),
      strata: Int32Array.from(kept, ({ stratum }) => strata.indexOf(stratum)),
      cluster: Int32Array.from(kept, ({ cluster }) => ids.indexOf(cluster)),
    },
  };
}
