import { UsageError } from "../../errors.ts";

/** Spells under observation, one row each: at risk on (start, stop]. */
export interface SurvivalRows {
  /** When observation begins; null where every row begins at 0. */
  readonly start: Float64Array | null;
  readonly stop: Float64Array;
  /** 1 where the event came at `stop`, 0 where observation ended without it. */
  readonly event: Uint8Array;
}

/** The rows of a Cox model: a subject whose covariates change has several. */
export interface CoxRows extends SurvivalRows {
  readonly names: readonly string[];
  /** One column a covariate. */
  readonly covariates: readonly Float64Array[];
  /** Numbers from 0: each stratum has its own baseline hazard. */
  readonly strata?: Int32Array | null;
  /** Numbers of the groups whose rows depend on each other. */
  readonly cluster?: Int32Array | null;
}

/** Throws where the columns differ in length, or a row ends before it begins. */
export function checkRows({ start, stop, event }: SurvivalRows): void {
  const n = stop.length;
  if (n === 0 || event.length !== n || (start !== null && start.length !== n)) {
    throw new UsageError(
      `${n} ends, ${event.length} events, ${start?.length ?? "no"} starts: as many are needed.`,
    );
  }
  for (let i = 0; i < n; i += 1) {
    const from = start?.[i] ?? 0;
    const fine = start === null ? stop[i]! >= 0 : stop[i]! > from;
    if (!fine || !Number.isFinite(from) || !Number.isFinite(stop[i]!) || event[i]! > 1) {
      throw new UsageError(`row ${i}: (${from}, ${stop[i]}] with event ${event[i]}.`, {
        hint: "A row ends after it begins, at a number, with event 0 or 1.",
      });
    }
  }
}

/** Throws where a column of covariates, strata or clusters does not fit the rows. */
export function checkCoxRows(rows: CoxRows): void {
  checkRows(rows);
  const n = rows.stop.length;
  if (rows.names.length !== rows.covariates.length || rows.names.length === 0) {
    throw new UsageError(
      `${rows.names.length} names for ${rows.covariates.length} covariates: name each, and one.`,
    );
  }
  for (const [k, column] of rows.covariates.entries()) {
    if (column.length !== n || column.some((value) => !Number.isFinite(value))) {
      throw new UsageError(
        `covariate "${rows.names[k]}" is not a number in each of ${n} rows.`,
        {
          hint: "Leave out the rows in which it is unknown, and say how many.",
        },
      );
    }
  }
  for (const [name, column] of [
    ["strata", rows.strata],
    ["cluster", rows.cluster],
  ] as const) {
    if (column != null && (column.length !== n || column.some((value) => value < 0))) {
      throw new UsageError(`${name} is not a number from 0 in each of ${n} rows.`);
    }
  }
}
