import type { Case, Stance } from "../record/case.ts";
import { largestOn, membershipsOn } from "../record/membership.ts";
import type { Organisation } from "../record/organisation.ts";
import type { CasusRecord } from "../record/record.ts";
import { dateOfCase } from "../treaty/conformance.ts";
import type { StateKey } from "../states/state.ts";
import {
  covariatesOf,
  type Covariates,
  type MemberQuestion,
  PRIOR_SHARE,
  priorShare,
  type Precedent,
} from "./covariates.ts";

/** The tables that stances are read from. */
export type ScenarioRecord = Pick<
  CasusRecord,
  | "cases"
  | "organisations"
  | "votes"
  | "regimes"
  | "states"
  | "treaties"
  | "means"
  | "exposures"
>;

/** How one member stood in one collective case, with what was known before the case. */
export interface Observation {
  readonly case: string;
  readonly organisation: string;
  /** ISO day of the call. */
  readonly day: string;
  readonly state: StateKey;
  /** `not-seen` is no opposition: such a row is counted and enters no estimate. */
  readonly stance: Stance;
  readonly covariates: Covariates;
}

/** A case whose members' stances are on record. */
export interface CollectiveCase {
  readonly item: Case;
  readonly organisation: Organisation;
  readonly day: string;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day of a call, the first that its date can mean; null for a case without events. */
export function dayOfCase(item: Case): string | null {
  const date = dateOfCase(item);
  if (date === null) return null;
  return isoDay(Number.isFinite(date.earliest) ? date.earliest : date.latest);
}

/** The calls made on an organisation in which at least one other member's stance is on record. */
export function collectiveCases(record: ScenarioRecord): readonly CollectiveCase[] {
  return record.cases
    .flatMap((item): CollectiveCase[] => {
      const organisation = record.organisations.find(({ id }) => id === item.organisation);
      const day = dayOfCase(item);
      if (organisation === undefined || day === null || item.appellant === null) return [];
      return askedIn(item, organisation, day).length === 0 ? [] : [{ item, organisation, day }];
    })
    .toSorted((a, b) =>
      a.day === b.day ? (a.item.id < b.item.id ? -1 : 1) : a.day < b.day ? -1 : 1,
    );
}

/** The stances of the members that were asked: not of those in trouble, nor of outsiders. */
function askedIn(item: Case, organisation: Organisation, day: string): Case["stances"] {
  const members = new Set(membershipsOn(organisation, day).map(({ state }) => state));
  const trouble = new Set([...(item.appellant?.states ?? []), ...item.concerned]);
  return item.stances.filter(({ state }) => members.has(state) && !trouble.has(state));
}

const PRECEDENTS = new WeakMap<readonly CollectiveCase[], readonly Precedent[]>();

/** The stances that some cases hold, from which members' own shares are counted. */
export function precedentsOf(cases: readonly CollectiveCase[]): readonly Precedent[] {
  const known = PRECEDENTS.get(cases);
  if (known !== undefined) return known;
  const made = cases.flatMap(({ item, organisation, day }) =>
    askedIn(item, organisation, day).flatMap(({ state, stance }) =>
      stance === "not-seen"
        ? []
        : [{ day, state, inFavour: stance === "contributed" || stance === "supported" }],
    ),
  );
  PRECEDENTS.set(cases, made);
  return made;
}

/** The question that a case put to a member, in the terms of the covariates. */
export function questionOf(
  { item, organisation, day }: CollectiveCase,
  state: StateKey,
): MemberQuestion {
  const isState = (actor: string): actor is StateKey => /^[A-Z]{2,4}$/u.test(actor);
  const { coded } = item.threat;
  return {
    state,
    day,
    organisation: organisation.id,
    place: item.place.state,
    outside: item.place.insideTreatyArea === null ? null : !item.place.insideTreatyArea,
    appellants: item.appellant?.states ?? [],
    adversaries: item.adversary.filter(isState),
    external: coded === "external" ? 1 : coded === "mixed" ? 0.5 : 0,
    terrorism: coded === "terrorism" ? 1 : 0,
    largest: largestOn(organisation, day)?.state ?? null,
    members: membershipsOn(organisation, day).length,
  };
}

/**
 * The stances of members in the calls made on organisations, each with its covariates as known
 * before the day of the call: one row a member on record. States in trouble and outsiders are left
 * out. Cases outside an organisation have no list of members who could have been asked.
 */
export function observationsOf(
  record: ScenarioRecord,
  cases: readonly CollectiveCase[],
): readonly Observation[] {
  const precedents = precedentsOf(cases);
  return cases.flatMap((one) =>
    askedIn(one.item, one.organisation, one.day).map(({ state, stance }): Observation => ({
      case: one.item.id,
      organisation: one.organisation.id,
      day: one.day,
      state,
      stance,
      covariates: covariatesOf(record, questionOf(one, state), precedents),
    })),
  );
}

/** Observations with members' earlier shares counted anew from some cases. */
export function withShares(
  observations: readonly Observation[],
  cases: readonly CollectiveCase[],
): readonly Observation[] {
  const precedents = precedentsOf(cases);
  return observations.map((row) => ({
    ...row,
    covariates: row.covariates.with(PRIOR_SHARE, priorShare(precedents, row.state, row.day)),
  }));
}

/**
 * Observations without one case, members' earlier shares counted anew without it: what a forecast
 * of that case may rest on. `before` keeps earlier cases only.
 */
export function withoutCase(
  observations: readonly Observation[],
  cases: readonly CollectiveCase[],
  left: CollectiveCase,
  before: boolean,
): readonly Observation[] {
  const kept = cases.filter((one) => one !== left && (!before || one.day < left.day));
  const ids = new Set(kept.map(({ item }) => item.id));
  return withShares(
    observations.filter((row) => ids.has(row.case)),
    kept,
  );
}
