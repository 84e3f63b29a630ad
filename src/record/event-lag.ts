import { lagBetween, type Lag } from "../dates/lag.ts";
import type { Case, CaseEvent, EventType } from "./case.ts";

/** The steps that the schema of a case puts in this order, unless an event says why not. */
const STEPS: readonly EventType[] = [
  "appeal",
  "decision",
  "deployment",
  "deployment-complete",
  "withdrawal-start",
  "withdrawal-end",
];

/** Whether the file says that `first` did not come after `second`, beyond what the dates say. */
function listedBefore(item: Case, first: CaseEvent, second: CaseEvent): boolean {
  const [a, b] = [item.events.indexOf(first), item.events.indexOf(second)];
  if (a < 0 || b < 0 || a >= b) return false;
  if (second.outOfOrder !== null || first.outOfOrder !== null) return false;
  const ranks = [STEPS.indexOf(first.type), STEPS.indexOf(second.type)] as const;
  if (ranks[0] >= 0 && ranks[1] > ranks[0]) return true;
  // Spans with a clock overlap for want of knowledge; days share a line for want of an hour only.
  return [first, second].every(({ date }) => date.precision !== "interval");
}

/**
 * The lag from one event of a case to another in milliseconds, as an interval. Events stand in the
 * order of time, so that of two whole days that overlap the later one listed did not come first;
 * neither did a step of the case (appeal, decision, deployment, withdrawal) come before an earlier
 * one. Otherwise only the dates count.
 */
export function eventLag(item: Case, start: CaseEvent, end: CaseEvent): Lag {
  const lag = lagBetween(start.date, end.date);
  if (lag.most >= 0 && listedBefore(item, start, end)) {
    return { least: Math.max(0, lag.least), most: lag.most };
  }
  if (lag.least <= 0 && listedBefore(item, end, start)) {
    return { least: lag.least, most: Math.min(0, lag.most) };
  }
  return lag;
}
