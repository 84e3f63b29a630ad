import type { KeptModel, Scored } from "../../record/alliance-survival.ts";
import { keepBaseRate, keepModel } from "./age-hazard.ts";
import { concordance } from "./concordance.ts";
import { type CoxFit, coxFit } from "./cox-fit.ts";
import { type LifeYear, lifeRows } from "./life-years.ts";
import { MEMBERSHIP_COVARIATES, type MembershipCovariate } from "./membership-lives.ts";
import { FEWEST_EXITS } from "./spell-rates.ts";

/** The model of exits from some organisations. */
export interface MembershipModel {
  readonly fit: CoxFit;
  readonly kept: KeptModel;
  readonly base: KeptModel;
  readonly events: number;
  readonly years: number;
  readonly organisations: number;
  /** Rows left out since a covariate is not known, and the exits among them. */
  readonly dropped: number;
  readonly droppedExits: number;
  /** Concordance, each organisation scored by the fit to the others; null where none has an exit. */
  readonly crossed: Scored | null;
}

const names = MEMBERSHIP_COVARIATES;

/** Scores of each row by the model that has not seen its organisation. */
function crossedScores(kept: readonly LifeYear<MembershipCovariate>[]): Float64Array {
  const scores = new Float64Array(kept.length);
  // Pairs are within organisations: one without an exit has none to order.
  for (const cluster of new Set(kept.filter(({ event }) => event).map((row) => row.cluster))) {
    const { rows } = lifeRows(
      kept.filter((row) => row.cluster !== cluster),
      names,
    );
    const fit = coxFit(rows);
    for (const [i, row] of kept.entries()) {
      if (row.cluster !== cluster) continue;
      scores[i] = names.reduce(
        (sum, name, k) => sum + row.covariates[name]! * fit.coefficients[k]!,
        0,
      );
    }
  }
  return scores;
}

/**
 * A proportional-hazards model of exits on the years of memberships: Cox with Efron's ties, robust
 * errors by organisation. Its discrimination is that of fits which have not seen the organisation,
 * over pairs within organisations. Null with fewer than ten exits whose covariates are known, or
 * where the exits do not determine the coefficients.
 */
export function membershipModel(
  years: readonly LifeYear<MembershipCovariate>[],
  level: number,
): MembershipModel | null {
  const { rows, kept } = lifeRows(years, names);
  const events = kept.filter(({ event }) => event).length;
  if (events < FEWEST_EXITS) return null;
  const fit = coxFit(rows);
  if (fit.unbounded.length > 0) return null;
  const ranked = concordance(rows, crossedScores(kept), {
    level,
    strata: rows.cluster ?? null,
    cluster: rows.cluster ?? null,
  });
  const { value, lower, upper } = ranked;
  return {
    fit,
    kept: keepModel(fit, kept, 0),
    base: keepBaseRate(kept, 0),
    events,
    years: kept.length,
    organisations: new Set(kept.map(({ cluster }) => cluster)).size,
    dropped: years.length - kept.length,
    droppedExits: years.filter(({ event }) => event).length - events,
    crossed: { value, lower, upper },
  };
}
