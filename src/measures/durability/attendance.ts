import { dayOf } from "../../dates/day-of.ts";
import { DAY } from "../../dates/event-date.ts";
import { holdsOn, membershipsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { ParticipationRow } from "../../record/participation.ts";
import type { StateKey } from "../../states/state.ts";
import type { Spell } from "./membership-spells.ts";

/** Years before an exit that are held against the years before them. */
export const EXIT_YEARS = 5;

/** One member at one event at which it is known whether it took part. */
export interface Attendance {
  readonly organisation: string;
  readonly event: string;
  /** The first day that the event's date can mean. */
  readonly day: string;
  readonly state: StateKey;
  readonly present: boolean;
  /** The day on which this membership ended by exit, as known on the day of the answer. */
  readonly left: string | null;
  /** Years from the event to the exit; null for a member that stayed. */
  readonly before: number | null;
}

const firstDayOf = ({ earliest, latest }: ParticipationRow["date"]): string =>
  new Date(Number.isFinite(earliest) ? earliest : latest - 1).toISOString().slice(0, 10);

const yearsBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (365.25 * DAY);

/**
 * The events of an organisation at which it is known whether a member took part, each with how
 * long before the member's exit it was. Left out: states that were no members on the day, rows
 * that say nothing was seen, and absences of a member that was suspended then, which is kept out
 * and does not stay away; an absence that a source calls the member's own choice counts.
 */
export function attendances(
  organisation: Organisation,
  rows: readonly ParticipationRow[],
  spells: readonly Spell[],
  at: string,
): readonly Attendance[] {
  return rows.flatMap((row): Attendance[] => {
    if (row.organisation !== organisation.id || row.outside !== null) return [];
    if (row.present === "unknown") return [];
    const day = firstDayOf(row.date);
    if (day > at) return [];
    const kept = organisation.suspensions.some(
      (one) => one.state === row.state && holdsOn(one, day),
    );
    if (row.present === "no" && kept) return [];
    const member = membershipsOn(organisation, day).find(({ state }) => state === row.state);
    if (member === undefined) return [];
    const spell = spells.find(
      (one) =>
        one.organisation === organisation.id &&
        one.state === row.state &&
        one.from === dayOf(member.from),
    );
    const left = spell?.end === "exit" ? spell.to : null;
    return [
      {
        organisation: organisation.id,
        event: row.event,
        day,
        state: row.state,
        present: row.present === "yes",
        left,
        before: left === null ? null : yearsBetween(day, left),
      },
    ];
  });
}
