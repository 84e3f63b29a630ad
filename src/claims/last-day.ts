import type { EventDate } from "../dates/event-date.ts";
import type { CasusRecord } from "../record/record.ts";

const dayText = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The last day of which the record knows anything dated. */
export function lastDay(record: CasusRecord): string {
  const dates: readonly EventDate[] = [
    ...record.cases.flatMap(({ events }) => events.map(({ date }) => date)),
    ...record.stances.map(({ date }) => date),
    ...record.participation.map(({ date }) => date),
  ];
  const days = dates
    .filter(({ earliest }) => Number.isFinite(earliest))
    // The first day that a date can mean: a bare year does not make the record reach its end.
    .map(({ earliest }) => dayText(earliest));
  return [record.votes.rollCalls.at(-1)?.date ?? "", ...days].sort().at(-1) ?? "";
}
