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
