import {
  membershipSpells,
  organisationSpells,
} from "../../measures/durability/membership-spells.ts";
import { membershipsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { StateKey } from "../../states/state.ts";

/** What the record knew of an organisation's life on a day. */
export interface OrganisationHistory {
  readonly id: string;
  readonly years: number;
  readonly memberYears: number;
  /** Members that left, one number for each day on which any did, in the order of time. */
  readonly leavers: readonly number[];
  readonly members: readonly StateKey[];
}

/** The lives, member-years and exits of organisations as seen on a day; none not yet founded. */
export function organisationHistories(
  organisations: readonly Organisation[],
  at: string,
): readonly OrganisationHistory[] {
  const spells = membershipSpells(organisations, at);
  const lives = organisationSpells(organisations, at);
  return organisations.flatMap((organisation): OrganisationHistory[] => {
    const { id } = organisation;
    const life = lives.find((one) => one.organisation === id);
    if (life === undefined) return [];
    const own = spells.filter((spell) => spell.organisation === id);
    const days = own
      .filter(({ end }) => end === "exit")
      .map(({ to }) => to!)
      .toSorted();
    return [
      {
        id,
        years: life.years,
        memberYears: own.reduce((sum, { years }) => sum + years, 0),
        leavers: [...new Set(days)].map((day) => days.filter((one) => one === day).length),
        members: membershipsOn(organisation, at).map(({ state }) => state),
      },
    ];
  });
}
