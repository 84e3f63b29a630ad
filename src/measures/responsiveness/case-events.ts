import type { Case, CaseEvent, EventType } from "../../record/case.ts";

/** The first appeal of a case, or null where nobody called. */
export function appealOf(item: Case): CaseEvent | null {
  return item.events.find(({ type }) => type === "appeal") ?? null;
}

/**
 * The first event of some kinds since another: the first listed after it, else the last listed
 * before it whose dates leave open that it came after. A decision of an earlier year is not the
 * answer to this call. Null where the record has none.
 */
export function firstSince(
  item: Case,
  start: CaseEvent,
  types: readonly EventType[],
): CaseEvent | null {
  const since = item.events.filter(
    (event) =>
      event !== start && types.includes(event.type) && event.date.latest > start.date.earliest,
  );
  const place = item.events.indexOf(start);
  return since.find((event) => item.events.indexOf(event) > place) ?? since.at(-1) ?? null;
}

/** The first event of some kinds, whenever it was. */
export function firstOf(item: Case, types: readonly EventType[]): CaseEvent | null {
  return item.events.find(({ type }) => types.includes(type)) ?? null;
}

/** The span in which a case was, in UTC milliseconds, both ends finite. */
export interface CaseDate {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * When a case was: at its call, without one at the start of its crisis, else at its first event. A
 * date open at one end is known by the other alone. Null without events.
 */
export function caseDate(item: Case): CaseDate | null {
  const event = appealOf(item) ?? firstOf(item, ["crisis-start"]) ?? item.events[0];
  if (event === undefined) return null;
  const { earliest, latest } = event.date;
  return {
    earliest: Number.isFinite(earliest) ? earliest : latest - 1,
    latest: Number.isFinite(latest) ? latest : earliest + 1,
  };
}
