import { exposure, partnerConcentration } from "../../measures/dependence/exposure.ts";
import { EXPOSURE_KINDS, type ExposureKind } from "../../record/exposure.ts";
import { largestOn, membershipsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import type { Row } from "../answer.ts";
import { type Exchange, exchanges, KIND_NOTES, SHARED_KINDS } from "../exposures.ts";

/** A member's exposure to the largest member in a year, by one kind. */
export interface Dependence {
  readonly kind: ExposureKind;
  readonly year: number;
  readonly state: StateKey;
  readonly partner: StateKey;
  readonly held: Exchange;
  readonly share: number | null;
}

const ENDS = "12-31";

/** The members at the end of a year, each once, sorted. */
function membersAtEnd(organisation: Organisation, year: number): readonly StateKey[] {
  return [
    ...new Set(membershipsOn(organisation, `${year}-${ENDS}`).map(({ state }) => state)),
  ].sort();
}

/** The share of a partner in what a state has; null where the kind has no whole. */
function shareOf(kind: ExposureKind, held: Exchange, partner: StateKey): number | null {
  return SHARED_KINDS.includes(kind) ? exposure(held.partners, partner, held.total) : null;
}

/** Every known exposure of the members to the largest, in the years that are known, by kind. */
export function dependences(
  record: CasusRecord,
  organisation: Organisation,
  years: { readonly from: number; readonly to: number },
): readonly Dependence[] {
  const founded = Number(organisation.founded.date.slice(0, 4));
  const found: Dependence[] = [];
  for (const kind of EXPOSURE_KINDS) {
    const known = exchanges(record, kind);
    if (known.size === 0) continue;
    for (let year = Math.max(years.from, founded); year <= years.to; year += 1) {
      const partner = largestOn(organisation, `${year}-${ENDS}`)?.state;
      if (partner === undefined) continue;
      for (const state of membersAtEnd(organisation, year)) {
        const held = state === partner ? undefined : known.get(state)?.get(year);
        if (held === undefined) continue;
        found.push({ kind, year, state, partner, held, share: shareOf(kind, held, partner) });
      }
    }
  }
  return found;
}

/** The row of a member's exposure to the largest. */
export function dependenceRow({ states }: CasusRecord, one: Dependence): Row {
  const { kind, year, state, partner, held, share } = one;
  const day = `${year}-${ENDS}`;
  const spread = SHARED_KINDS.includes(kind) ? partnerConcentration(held.partners) : null;
  return {
    kind,
    year,
    state,
    name: states.name(state, day),
    partner,
    share,
    // Whose rows may not be passed on, of them only shares are stated.
    amount: SHARED_KINDS.includes(kind) ? null : (held.partners.get(partner) ?? 0),
    hhi: spread?.hhi ?? null,
    first: spread?.top ?? null,
    first_share: spread?.topShare ?? null,
    source: held.source,
    line: `${states.name(state, day)}: ${KIND_NOTES[kind].label}`,
  };
}

/** The exposures of each member to each other in a year. */
export function matrixRows(
  record: CasusRecord,
  organisation: Organisation,
  year: number,
): readonly Row[] {
  const members = membersAtEnd(organisation, year);
  return EXPOSURE_KINDS.flatMap((kind) =>
    members.flatMap((state) => {
      const held = exchanges(record, kind).get(state)?.get(year);
      if (held === undefined) return [];
      return members
        .filter((partner) => partner !== state)
        .map((partner): Row => ({
          kind,
          state,
          partner,
          share: shareOf(kind, held, partner),
          amount: SHARED_KINDS.includes(kind) ? null : (held.partners.get(partner) ?? null),
        }));
    }),
  );
}

/** Which exposures of the members of a year are known. */
export function knownRows(
  record: CasusRecord,
  organisation: Organisation,
  year: number,
): readonly Row[] {
  return membersAtEnd(organisation, year).map((state) => ({
    state,
    name: record.states.name(state, `${year}-${ENDS}`),
    ...Object.fromEntries(
      EXPOSURE_KINDS.map((kind) => [
        kind,
        exchanges(record, kind).get(state)?.has(year) === true ? "known" : "unknown",
      ]),
    ),
  }));
}

/** The middle of some numbers. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}
