import { dayOf } from "../../dates/day-of.ts";
import { membershipsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { Organ } from "../../record/organ.ts";
import { type AllianceCovariate, allianceCovariates } from "./alliance-covariates.ts";
import type { StateValues } from "./state-values.ts";

/** The largest member's share of GDP at the end of a year. */
export interface GdpShare {
  readonly year: number;
  readonly share: number;
}

/** What the covariates are made of. */
export interface KnownOfMembers {
  readonly organs: readonly Organ[];
  readonly of: StateValues;
  /** Of the year before, or the last year known; null without. */
  readonly share: GdpShare | null;
}

/**
 * The covariates of an organisation on a day from the tables of the record, by the rules by which
 * the model was fitted: members of the day, their positions and classes of the year before, the GDP
 * share given, institutions where the record has an organ of it (an organisation without one is not
 * known to have none).
 */
export function organisationCovariates(
  organisation: Organisation,
  { organs, of, share }: KnownOfMembers,
  at: string,
): Readonly<Record<AllianceCovariate, number | null>> {
  const before = Number(at.slice(0, 4)) - 1;
  const members = membershipsOn(organisation, at).map(({ state }) => state);
  const known = <T>(value: (state: (typeof members)[number]) => T | undefined): readonly T[] =>
    members.flatMap((state) => {
      const found = value(state);
      return found === undefined ? [] : [found];
    });
  const organ = organs.some(
    ({ organisation: id, from }) => id === organisation.id && dayOf(from.text) <= at,
  );
  return {
    ...allianceCovariates({
      members: members.length,
      gdp: [],
      positions: known((state) => of.position(state, before)),
      regimes: known((state) => of.regime(state, before)),
      formal: organ ? true : null,
    }),
    asymmetry: share?.share ?? null,
  };
}
