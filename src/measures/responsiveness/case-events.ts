import type { Case, CaseEvent, EventType } from "../../record/case.ts";

/** The first appeal of a case, or null where nobody called. */
export function appealOf(item: Case): CaseEvent | null {
  return item.events.find(({ type }) => type === "appeal") ?? null;
}

/**
 * The first event of some kinds that did not surely end before another began; a decision of an
 * earlier year is not the answer to this call. Null where the record has none.
 */
export function firstSince(
  item: Case,
  start: CaseEvent,
  types: readonly EventType[],
): CaseEvent | null {
  return (
    item.events.find(
      (event) =>
        event !== start &&
        types.includes(event.type) &&
        event.date.latest > start.date.earliest,
    ) ?? null
  );
}

/** The first event of some kinds, whenever it was. */
export function firstOf(item: Case, types: readonly EventType[]): CaseEvent | null {
  return item.events.find(({ type }) => types.includes(type)) ?? null;
}
