import { dayOf } from "../dates/day-of.ts";
import { CODINGS, type AnswerCoding } from "../measures/responsiveness/answer-coding.ts";
import type { Case } from "../record/case.ts";
import { membershipsOn } from "../record/membership.ts";
import type { Organisation } from "../record/organisation.ts";
import type { ParticipationRow } from "../record/participation.ts";
import type { StateKey } from "../states/state.ts";
import { dayOfCase } from "./observations.ts";

/** Years after a call in which memberships are followed. */
export const FOLLOWED_YEARS = 5;

/** Years before and after a call over which participation is compared. */
export const PARTICIPATION_YEARS = 2;

/** Rows of participation needed on either side. */
const FEWEST_ROWS = 3;

/** What came after one precedent. */
export interface AfterPrecedent {
  readonly item: Case;
  readonly day: string;
  /** Members that had left within five years; null where the years are not over. */
  readonly left: readonly StateKey[] | null;
  /** Whether one of those that called had left. */
  readonly callerLeft: boolean | null;
  /** Share of the events on record in which those that called took part; null for too few. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What came after the calls that were complied with, or refused. */
export interface Branch {
  readonly id: "complied" | "refused";
  readonly precedents: readonly AfterPrecedent[];
}

function plusYears(day: string, years: number): string {
  const rest = day.endsWith("-02-29") ? "-02-28" : day.slice(4);
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${rest}`;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The share of events in a span of days in which some states took part. */
function presentShare(
  rows: readonly ParticipationRow[],
  states: readonly StateKey[],
  from: string,
  to: string,
): number | null {
  const found = rows.filter(({ state, date, present, outside }) => {
    if (!states.includes(state) || present === "unknown" || outside !== null) return false;
    const day = isoDay(Number.isFinite(date.earliest) ? date.earliest : date.latest);
    return day >= from && day < to;
  });
  if (found.length < FEWEST_ROWS) return null;
  return found.filter(({ present }) => present === "yes").length / found.length;
}

function afterPrecedent(
  item: Case,
  organisation: Organisation,
  day: string,
  participation: readonly ParticipationRow[],
  last: string,
): AfterPrecedent {
  const end = plusYears(day, FOLLOWED_YEARS);
  const members = membershipsOn(organisation, day);
  const callers = item.appellant?.states ?? [];
  // The end of the organisation itself is the end of every membership.
  const gone = members.filter(({ to }) => to !== null && dayOf(to) <= end);
  const over =
    organisation.ended !== null && dayOf(organisation.ended.date) <= end ? members : gone;
  const left = end > last ? null : over.map(({ state }) => state);
  const rows = participation.filter((row) => row.organisation === organisation.id);
  return {
    item,
    day,
    left,
    callerLeft: left === null ? null : callers.some((state) => left.includes(state)),
    before: presentShare(rows, callers, plusYears(day, -PARTICIPATION_YEARS), day),
    after:
      plusYears(day, PARTICIPATION_YEARS) > last
        ? null
        : presentShare(rows, callers, day, plusYears(day, PARTICIPATION_YEARS)),
  };
}

/**
 * What came after the calls on some organisations, complied with or refused, up to a day: which
 * memberships had ended five years on, and in how large a share of the events on record those that
 * called took part in the two years before and after. A count of precedents, not an effect: calls
 * that are refused differ from those that are not.
 */
export function branchesOf(
  cases: readonly Case[],
  organisations: readonly Organisation[],
  participation: readonly ParticipationRow[],
  options: { readonly coding: AnswerCoding; readonly before: string; readonly last: string },
): readonly Branch[] {
  const after = cases.flatMap((item) => {
    const organisation = organisations.find(({ id }) => id === item.organisation);
    const day = dayOfCase(item);
    if (organisation === undefined || day === null || day >= options.before) return [];
    if (item.appellant === null || item.outcome === "unknown" || item.outcome === "no-appeal") {
      return [];
    }
    const answered = (CODINGS[options.coding] as readonly string[]).includes(item.outcome);
    const last = options.last < options.before ? options.last : options.before;
    return [{ answered, row: afterPrecedent(item, organisation, day, participation, last) }];
  });
  const of = (answered: boolean): readonly AfterPrecedent[] =>
    after.filter((one) => one.answered === answered).map(({ row }) => row);
  return [
    { id: "complied", precedents: of(true) },
    { id: "refused", precedents: of(false) },
  ];
}
