import type { Case, EventType } from "../record/case.ts";
import { hadHappened } from "./text-span.ts";

/** Events from which the outcome of a case is coded. */
const DECISIVE: readonly EventType[] = [
  ...(["decision", "refusal", "mandate", "deployment", "appeal-withdrawn"] as const),
  "crisis-end",
];

/**
 * A case as it stood at a moment, or null where none of its events had surely happened. Its outcome
 * is unknown while a decisive event lay ahead; what was sent, and what is said not to have
 * happened, is known only once every event of the case lies behind.
 */
export function caseAsOf(item: Case, end: number): Case | null {
  const events = item.events.filter(({ date }) => hadHappened(date, end));
  if (events.length === 0) return null;
  if (events.length === item.events.length) return item;
  const ahead = item.events.filter((event) => !events.includes(event));
  const open = ahead.some(({ type }) => DECISIVE.includes(type));
  const called = item.appellant !== null && events.some(({ type }) => type === "appeal");
  return {
    ...item,
    events,
    appellant: called ? item.appellant : null,
    outcome: open ? "unknown" : item.outcome,
    outcomeNote: open ? null : item.outcomeNote,
    size: open ? null : item.size,
    absent: [],
    contingents: open ? [] : item.contingents,
    stances: item.stances.filter(({ date }) => date !== null && hadHappened(date, end)),
  };
}
