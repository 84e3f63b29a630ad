import { dayOf } from "../../dates/day-of.ts";
import { DAY } from "../../dates/event-date.ts";
import type { Case } from "../../record/case.ts";
import type { Crisis } from "../../record/crisis.ts";
import type { Organisation } from "../../record/organisation.ts";
import { clopperPearson, type ProportionInterval } from "../statistics/clopper-pearson.ts";
import { isAnswered, type AnswerCoding } from "./answer-coding.ts";
import { FEWEST_CALLS } from "./answered-share.ts";
import { type CaseDate, caseDate } from "./case-events.ts";

/** What the record knows of a crisis, from the most to the least. */
export type CrisisStatus = "answered" | "called" | "no-call" | "no-case";

/** One crisis with the cases that it matches. */
export interface CrisisOutcome {
  readonly crisis: Crisis;
  readonly status: CrisisStatus;
  readonly cases: readonly Case[];
}

/** A share of crises with its exact interval; null below 5 crises. */
export interface CrisisShare {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
  readonly exact: ProportionInterval | null;
}

/** Crises of an organisation's members, called over or not. */
export interface CrisisDenominator {
  readonly outcomes: readonly CrisisOutcome[];
  readonly called: CrisisShare;
  readonly answered: CrisisShare;
  /** Crises without a call on record, with a case or without one. */
  readonly uncalled: number;
  /** Calls that no crisis of the file matches. */
  readonly unmatchedCalls: readonly Case[];
}

/** Whether a date may lie within a crisis, or within some days of it. */
function mayFallIn(date: CaseDate, { start, end }: Crisis, slack: number): boolean {
  const margin = slack * DAY;
  return (
    date.latest > start.earliest - margin && date.earliest < (end?.latest ?? Infinity) + margin
  );
}

/**
 * The crises of a state during its membership: those whose span, from the first day that the start
 * can mean to the last that the end can mean, overlaps a spell of membership in an organisation.
 */
export function crisesOfMembers(
  crises: readonly Crisis[],
  { memberships, ended }: Organisation,
): readonly Crisis[] {
  const time = (edtf: string): number => Date.parse(`${dayOf(edtf)}T00:00:00Z`);
  const close = ended === null ? Infinity : time(ended.date);
  return crises.filter(({ state, start, end }) =>
    memberships.some((spell) => {
      const until = Math.min(close, spell.to === null ? Infinity : time(spell.to));
      return (
        spell.state === state &&
        start.earliest < until &&
        (end?.latest ?? Infinity) > time(spell.from)
      );
    }),
  );
}

/**
 * Called of crises, and answered of crises: the share of crises in which the state in trouble
 * called, and in which the call was answered, with exact intervals (Clopper and Pearson 1934,
 * doi:10.1093/biomet/26.4.404). A case matches a crisis where the state called or is the one in
 * trouble, and the date of the call (without a call, of the crisis' start or first event) may lie
 * within the crisis or within `slack` days of it; it need not have been about that crisis. Range [0, 1]; shares are withheld below 5 crises. One case may
 * match several crises and one crisis several cases; the best known status counts.
 */
export function crisisDenominator(
  crises: readonly Crisis[],
  cases: readonly Case[],
  options: { readonly coding: AnswerCoding; readonly level: number; readonly slack: number },
): CrisisDenominator {
  const outcomes = crises.map((crisis): CrisisOutcome => {
    const matched = cases.filter((item) => {
      const date = caseDate(item);
      const states = [...item.concerned, ...(item.appellant?.states ?? [])];
      return (
        date !== null && states.includes(crisis.state) && mayFallIn(date, crisis, options.slack)
      );
    });
    const calls = matched.filter(({ appellant }) => appellant !== null);
    const answered = calls.some((item) => isAnswered(item, options.coding) === true);
    const unanswered = calls.length > 0 ? "called" : matched.length > 0 ? "no-call" : "no-case";
    return { crisis, cases: matched, status: answered ? "answered" : unanswered };
  });
  const share = (statuses: readonly CrisisStatus[]): CrisisShare => {
    const count = outcomes.filter(({ status }) => statuses.includes(status)).length;
    const of = outcomes.length;
    const enough = of >= FEWEST_CALLS;
    return {
      count,
      of,
      share: enough ? count / of : null,
      exact: enough ? clopperPearson(count, of, options.level) : null,
    };
  };
  const used = new Set(outcomes.flatMap(({ cases: matched }) => matched));
  const called = share(["answered", "called"]);
  return {
    outcomes,
    called,
    answered: share(["answered"]),
    uncalled: called.of - called.count,
    unmatchedCalls: cases.filter((item) => item.appellant !== null && !used.has(item)),
  };
}
