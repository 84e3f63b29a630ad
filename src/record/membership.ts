import { dayOf } from "../dates/day-of.ts";
import type { StateKey } from "../states/state.ts";
import type { LargestMember, MembershipSpell, Organisation } from "./organisation.ts";

/** Whether a spell [from, to) of EDTF dates holds on an ISO day. */
export function holdsOn(
  spell: { readonly from: string; readonly to: string | null },
  day: string,
): boolean {
  return dayOf(spell.from) <= day && (spell.to === null || day < dayOf(spell.to));
}

/** The membership spells of an organisation that hold on a day, none after its end. */
export function membershipsOn(
  organisation: Organisation,
  day: string,
): readonly MembershipSpell[] {
  const { ended } = organisation;
  if (ended !== null && day >= dayOf(ended.date)) return [];
  return organisation.memberships.filter((spell) => holdsOn(spell, day));
}

/** Every state that ever belonged to an organisation, in the order of their first entry. */
export function membersEver(organisation: Organisation): readonly StateKey[] {
  const entries = organisation.memberships.toSorted((a, b) =>
    dayOf(a.from) < dayOf(b.from) ? -1 : 1,
  );
  return [...new Set(entries.map(({ state }) => state))];
}

/** The row that names the largest member on a day, or the last row known before it. */
export function largestOn(organisation: Organisation, day: string): LargestMember | undefined {
  const begun = organisation.largest.filter(({ from }) => dayOf(from) <= day);
  return begun.find((row) => holdsOn(row, day)) ?? begun.at(-1);
}
