import { dayOf } from "../dates/day-of.ts";
import type { MemberSpell } from "../measures/cohesion/member-spell.ts";
import type { Organisation } from "../record/organisation.ts";
import type { VoteRecord } from "../record/votes.ts";
import type { Query } from "./query.ts";

/** A period of an answer: a session, a year, or the whole selection. */
export interface AnswerPeriod {
  readonly label: string;
  /** The year that it stands at in a figure; a session stands at the year it opened in. */
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly rollCalls: Int32Array;
}

/** The first position whose roll call is on `day` or later, by binary search. */
export function firstOn(votes: VoteRecord, day: string): number {
  let low = 0;
  let high = votes.rollCalls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (votes.rollCalls[middle]!.date < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The roll calls that an address selects by date and topic; partly known ones never count. */
export function selectRollCalls(
  votes: VoteRecord,
  { from, to, topic }: Pick<Query, "from" | "to" | "topic">,
): Int32Array {
  const start = from === null ? 0 : firstOn(votes, from);
  const end = to === null ? votes.rollCalls.length : firstOn(votes, `${to}~`);
  const selected: number[] = [];
  for (let index = start; index < end; index += 1) {
    const { partial, topics } = votes.rollCalls[index]!;
    if (partial !== true && (topic === null || topics?.includes(topic) === true))
      selected.push(index);
  }
  return Int32Array.from(selected);
}

/** Splits a selection into periods, in the order of time. */
export function periodsOf(
  votes: VoteRecord,
  selection: Int32Array,
  by: Query["by"],
): readonly AnswerPeriod[] {
  const groups = new Map<number, number[]>();
  for (const index of selection) {
    const { session, date } = votes.rollCalls[index]!;
    const key = by === "session" ? session : by === "year" ? Number(date.slice(0, 4)) : 0;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, indices]) => {
      const from = votes.rollCalls[indices[0]!]!.date;
      const to = votes.rollCalls[indices.at(-1)!]!.date;
      const year =
        by === "session" ? key + 1945 : by === "year" ? key : Number(from.slice(0, 4));
      const label = by === "all" ? `${from.slice(0, 4)}-${to.slice(0, 4)}` : String(key);
      return { label, year, from, to, rollCalls: Int32Array.from(indices) };
    });
}

/** The spells of an organisation's members as positions in the votes; states without votes are left out. */
export function memberSpells(
  votes: VoteRecord,
  organisation: Organisation,
): readonly MemberSpell[] {
  const end = organisation.ended === null ? null : dayOf(organisation.ended.date);
  return organisation.memberships.flatMap(({ state, from, to }) => {
    const voter = votes.voters.indexOf(state);
    const last = [to === null ? null : dayOf(to), end].filter((day) => day !== null).sort()[0];
    const start = firstOn(votes, dayOf(from));
    const stop = last === undefined ? votes.rollCalls.length : firstOn(votes, last);
    return voter < 0 || stop <= start ? [] : [{ voter, from: start, to: stop }];
  });
}
