import { dayOf } from "../../dates/day-of.ts";
import { DAY } from "../../dates/event-date.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { StateKey } from "../../states/state.ts";

/** The ways in which a membership ends. */
export const SPELL_ENDS = ["exit", "dissolution", "state-ended"] as const;

/** The way a membership ended: the member left, the organisation ended, or the state did. */
export type SpellEnd = (typeof SPELL_ENDS)[number];

/** One stay of a state in an organisation, or the life of an organisation, as seen on a day. */
export interface Spell {
  readonly organisation: string;
  /** Null for the life of an organisation. */
  readonly state: StateKey | null;
  readonly from: string;
  /** ISO day of the end; null where it was going on on the day. */
  readonly to: string | null;
  readonly end: SpellEnd | null;
  /** Length until the end, or the day. */
  readonly years: number;
}

const YEAR = 365.25 * DAY;

function yearsBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / YEAR;
}

/** Withdrawal, non-renewal and any other act by which a member leaves is an exit. */
function endOf(event: string | null): SpellEnd {
  if (event === "dissolution" || event === "state-ended") return event;
  return "exit";
}

/**
 * The memberships of organisations as they could be seen on a day: those that began before it,
 * still going on where their end lies after it. A membership without an end of its own in an
 * organisation that has ended ended with it. Dates known to the month or year count as their
 * first day. A state that left and came back has two spells.
 */
export function membershipSpells(
  organisations: readonly Organisation[],
  at: string,
): readonly Spell[] {
  return organisations.flatMap(({ id, ended, memberships }) => {
    const over = ended === null ? null : dayOf(ended.date);
    return memberships.flatMap(({ state, from, to, toEvent }): Spell[] => {
      const begun = dayOf(from);
      const left = to === null ? over : dayOf(to);
      if (begun >= at) return [];
      const done = left !== null && left <= at;
      const end = to === null ? "dissolution" : endOf(toEvent);
      const years = yearsBetween(begun, done ? left : at);
      const row = { organisation: id, state, from: begun, years };
      return years > 0 ? [{ ...row, to: done ? left : null, end: done ? end : null }] : [];
    });
  });
}

/** The lives of organisations, from their founding, as they could be seen on a day. */
export function organisationSpells(
  organisations: readonly Organisation[],
  at: string,
): readonly Spell[] {
  return organisations.flatMap(({ id, founded, ended }): Spell[] => {
    const from = dayOf(founded.date);
    if (from >= at) return [];
    const over = ended === null ? null : dayOf(ended.date);
    const done = over !== null && over <= at;
    const years = yearsBetween(from, done ? over : at);
    const row = { organisation: id, state: null, from, years };
    return [{ ...row, to: done ? over : null, end: done ? "dissolution" : null }];
  });
}
