import { membershipsOn, largestOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { StateKey } from "../../states/state.ts";
import type { Known, Life } from "./life-years.ts";
import type { Spell } from "./membership-spells.ts";
import type { StateValues } from "./state-values.ts";

/** The covariates of the model of memberships, in their order. */
export const MEMBERSHIP_COVARIATES = ["distance", "unlike", "size"] as const;

/** A covariate of the model of memberships. */
export type MembershipCovariate = (typeof MEMBERSHIP_COVARIATES)[number];

/** What each covariate is. */
export const MEMBERSHIP_TEXT: Readonly<Record<MembershipCovariate, string>> = {
  distance:
    "distance of the member's position in the General Assembly from the largest member's",
  unlike:
    "1 where one of member and largest member is a democracy and the other is not, else 0",
  size: "logarithm of the number of members",
};

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** What all members of an organisation share on a day. */
interface Whole {
  readonly largest: StateKey | undefined;
  readonly members: number;
}

const wholeOn = (organisation: Organisation, at: string): Whole => ({
  largest: largestOn(organisation, at)?.state,
  members: membershipsOn(organisation, at).length,
});

function covariatesFrom(
  { largest, members }: Whole,
  state: StateKey,
  of: StateValues,
  at: string,
): Known<MembershipCovariate> {
  const before = Number(at.slice(0, 4)) - 1;
  if (largest === undefined || largest === state) {
    return { distance: null, unlike: null, size: null };
  }
  const [own, other] = [of.position(state, before), of.position(largest, before)];
  const [regime, theirs] = [of.regime(state, before), of.regime(largest, before)];
  return {
    distance: own === undefined || other === undefined ? null : Math.abs(own - other),
    unlike: regime === undefined || theirs === undefined ? null : Number(regime !== theirs),
    size: members < 2 ? null : Math.log(members),
  };
}

/** The covariates of a membership on a day; the largest member's own are not known. */
export function membershipCovariates(
  organisation: Organisation,
  state: StateKey,
  of: StateValues,
  at: string,
): Known<MembershipCovariate> {
  return covariatesFrom(wholeOn(organisation, at), state, of, at);
}

/**
 * Memberships as lives whose end counts where it is an exit; the end of the organisation or of the
 * state is censored. Those of one organisation depend on each other.
 */
export function membershipLives(
  organisations: readonly Organisation[],
  spells: readonly Spell[],
  of: StateValues,
  at: string,
): readonly Life<MembershipCovariate>[] {
  // Most members of an organisation ask for the same days.
  const wholes = new Map<string, Whole>();
  const whole = (organisation: Organisation, day: string): Whole => {
    const key = `${organisation.id} ${day}`;
    const found = wholes.get(key) ?? wholeOn(organisation, day);
    wholes.set(key, found);
    return found;
  };
  return spells.flatMap((spell): Life<MembershipCovariate>[] => {
    const organisation = organisations.find(({ id }) => id === spell.organisation);
    const { state } = spell;
    if (organisation === undefined || state === null) return [];
    return [
      {
        cluster: organisation.id,
        from: dayNumber(spell.from),
        to: dayNumber(spell.to ?? at),
        ended: spell.end === "exit",
        stratum: 0,
        covariatesOn: (day) => {
          const on = new Date(day * DAY_MS).toISOString().slice(0, 10);
          return covariatesFrom(whole(organisation, on), state, of, on);
        },
      },
    ];
  });
}
