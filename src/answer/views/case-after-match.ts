import { DAY } from "../../dates/event-date.ts";
import { seededRandom } from "../../kernels/random.ts";
import {
  alignmentChange,
  type AlignmentChange,
} from "../../measures/alignment/alignment-change.ts";
import { dyadAlignment } from "../../measures/alignment/dyad-alignment.ts";
import { FEWEST_VOTES } from "../../measures/alignment/percentile-interval.ts";
import { isAnswered, type AnswerCoding } from "../../measures/responsiveness/answer-coding.ts";
import { type CaseDate, caseDate } from "../../measures/responsiveness/case-events.ts";
import type { Case } from "../../record/case.ts";
import { largestOn } from "../../record/membership.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import type { Coverage } from "../answer.ts";
import { selectRollCalls } from "../selection.ts";
import type { ViewContext } from "../view.ts";

/** Years before and after a call in which votes are compared. */
export const WINDOW_YEARS = 3;
/** How far a matched case may lie from the case in years, and how many are taken. */
export const MOST_YEARS_APART = 15;
export const MOST_MATCHED = 20;
/** Years after a matched case that the votes of the record have to cover. */
export const FEWEST_YEARS_COVERED = 2;

const YEAR = 365.25 * DAY;

/** A state in trouble and the state whose alignment with it is measured. */
export interface AfterPair {
  readonly state: StateKey;
  readonly partner: StateKey;
  readonly role: "largest member" | "helper" | "addressee";
  /** Whether it enters the comparison with other cases. */
  readonly compared: boolean;
}

/** A case with the alignment of its states before and after. */
export interface AfterCase {
  readonly item: Case;
  readonly date: CaseDate;
  readonly before: Coverage;
  readonly after: Coverage;
  readonly pairs: readonly AfterPair[];
  /** Mean over the compared pairs with votes in both windows; null without such a pair. */
  readonly change: AlignmentChange | null;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

function plusYears(day: string, years: number): string {
  const rest = day.endsWith("-02-29") ? "-02-28" : day.slice(4);
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${rest}`;
}

/** The three years that end before the first day of a call, and those that begin after its last. */
export function windowsOf({ earliest, latest }: CaseDate): {
  readonly before: Coverage;
  readonly after: Coverage;
} {
  const [first, last] = [isoDay(earliest), isoDay(latest - 1)];
  return {
    before: { from: plusYears(first, -WINDOW_YEARS), to: isoDay(earliest - DAY) },
    after: { from: isoDay(latest - 1 + DAY), to: plusYears(last, WINDOW_YEARS) },
  };
}

/** The states in trouble: those that called, else those concerned. */
export function troubled({ appellant, concerned }: Case): readonly StateKey[] {
  const callers = appellant?.states ?? [];
  return callers.length > 0 ? callers : concerned;
}

/**
 * With whom the alignment of the states in trouble is measured: the largest member of the
 * organisation on the day, so that answered and other cases are compared alike; outside an
 * organisation the helpers, and without any the states that were called on. Helpers besides the
 * largest member are shown and not compared.
 */
export function pairsOf(record: CasusRecord, item: Case, day: string): readonly AfterPair[] {
  const states = troubled(item);
  const organisation = record.organisations.find(({ id }) => id === item.organisation);
  const largest = organisation === undefined ? undefined : largestOn(organisation, day)?.state;
  const apart = (keys: readonly StateKey[]) => keys.filter((key) => !states.includes(key));
  const helpers = apart(item.contingents.map(({ state }) => state));
  const called = apart(item.addressee.ids.filter(record.states.has));
  const [main = [], role = "helper"] =
    largest !== undefined && !states.includes(largest)
      ? ([[largest], "largest member"] as const)
      : helpers.length > 0
        ? ([helpers, "helper"] as const)
        : ([called, "addressee"] as const);
  const rest = helpers.filter((key) => !main.includes(key));
  return states.flatMap((state): AfterPair[] => [
    ...main.map((partner) => ({ state, partner, role, compared: true })),
    ...rest.map((partner) => ({ state, partner, role: "helper" as const, compared: false })),
  ]);
}

/** The change of some pairs' mean kappa; null where no pair has votes enough in both windows. */
export function changeOf(
  { record, query }: ViewContext,
  pairs: readonly AfterPair[],
  windows: { readonly before: Coverage; readonly after: Coverage },
): AlignmentChange | null {
  const { votes } = record;
  const rollCalls = (window: Coverage): readonly number[] =>
    Array.from(selectRollCalls(votes, { ...window, topic: null }));
  const [before, after] = [rollCalls(windows.before), rollCalls(windows.after)];
  const dyads = pairs
    .map(({ state, partner }) => [votes.voters.indexOf(state), votes.voters.indexOf(partner)])
    .filter((dyad): dyad is [number, number] => dyad.every((voter) => voter >= 0))
    .filter(([a, b]) =>
      [before, after].every((indices) => {
        const { n, kappa } = dyadAlignment(votes, a, b, indices, query);
        return n >= FEWEST_VOTES && kappa !== null;
      }),
    );
  if (dyads.length === 0) return null;
  const random = seededRandom(query.seed);
  return alignmentChange(votes, dyads, { before, after }, { ...query, random });
}

/** A case with its windows, pairs and change; null for a case without events. */
export function afterCase(context: ViewContext, item: Case): AfterCase | null {
  const date = caseDate(item);
  if (date === null) return null;
  const windows = windowsOf(date);
  const pairs = pairsOf(context.record, item, isoDay(date.earliest));
  const compared = pairs.filter((pair) => pair.compared);
  return { item, date, ...windows, pairs, change: changeOf(context, compared, windows) };
}

/** Whether help came: null where the outcome of a call is not known. */
export function helped(item: Case, coding: AnswerCoding): boolean | null {
  return item.appellant === null ? false : isAnswered(item, coding);
}

/** How far two cases lie apart, in years. */
export function yearsApart(a: CaseDate, b: CaseDate): number {
  return Math.abs(a.earliest - b.earliest) / YEAR;
}

/** Keeps the first case of each state: two cases of one state are not two comparisons. */
function onePerState(cases: readonly AfterCase[]): readonly AfterCase[] {
  const taken = new Set<StateKey>();
  return cases.filter(({ item }) => {
    const states = troubled(item);
    const fresh = !states.some((state) => taken.has(state));
    if (fresh) for (const state of states) taken.add(state);
    return fresh;
  });
}

/**
 * The cases that an answered case is held against: unanswered or uncalled ones of the same coded
 * threat, nearest in time, one a state, at most 15 years away and 20 of them, with votes in both
 * windows and in two of the years after; for an unanswered or uncalled case the answered ones. A
 * case of the same state whose windows overlap with the case's own is left out.
 */
export function matchedCases(
  context: ViewContext,
  own: AfterCase,
  cases: readonly Case[],
): readonly AfterCase[] {
  const { coding } = context.query;
  const status = helped(own.item, coding);
  if (status === null) return [];
  const states = troubled(own.item);
  const last = context.record.votes.rollCalls.at(-1)?.date ?? "";
  const candidates = cases.flatMap((item) => {
    const date = caseDate(item);
    const other = helped(item, coding);
    if (date === null || other === null || other === status || item.id === own.item.id)
      return [];
    const apart = yearsApart(own.date, date);
    const shared = troubled(item).some((state) => states.includes(state));
    const overlaps = shared && apart < 2 * WINDOW_YEARS;
    const near = apart <= MOST_YEARS_APART && item.threat.coded === own.item.threat.coded;
    const covered = plusYears(windowsOf(date).after.from, FEWEST_YEARS_COVERED) <= last;
    return near && !overlaps && covered ? [{ item, apart }] : [];
  });
  const nearest = candidates
    .toSorted((a, b) => a.apart - b.apart || (a.item.id < b.item.id ? -1 : 1))
    .flatMap(({ item }) => afterCase(context, item) ?? [])
    .filter(({ change }) => change !== null);
  return onePerState(nearest).slice(0, MOST_MATCHED);
}
