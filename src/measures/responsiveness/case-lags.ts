import type { Lag } from "../../dates/lag.ts";
import type { Case, CaseEvent, EventType } from "../../record/case.ts";
import { eventLag } from "../../record/event-lag.ts";
import { calendarDays, type DayCount } from "./calendar-days.ts";
import { appealOf, firstOf, firstSince } from "./case-events.ts";

/** The lags of a case: from which step to which. */
export const LAGS = {
  "appeal-consultation": "appeal to consultation",
  "appeal-decision": "appeal to decision",
  "appeal-troops": "appeal to first troops",
  "decision-troops": "decision to first troops",
  "decision-session": "decision to first formal session",
  "decision-withdrawal-start": "decision to start of withdrawal",
  "decision-withdrawal-end": "decision to end of withdrawal",
  "troops-withdrawal-end": "first troops to end of withdrawal",
} as const;

/** The name of a lag. */
export type LagName = keyof typeof LAGS;

/** One lag of a case, as an interval, between two of its events. */
export interface CaseLag {
  readonly name: LagName;
  readonly from: CaseEvent;
  readonly to: CaseEvent;
  /** Milliseconds. */
  readonly lag: Lag;
  /** Days by the calendar of the case's zone; null where an end is open. */
  readonly days: DayCount | null;
}

const PAIRS: readonly (readonly [
  LagName,
  "appeal" | "decision" | "troops",
  readonly EventType[],
])[] = [
  ["appeal-consultation", "appeal", ["consultation", "session"]],
  ["appeal-decision", "appeal", ["decision"]],
  ["appeal-troops", "appeal", ["deployment"]],
  ["decision-troops", "decision", ["deployment"]],
  ["decision-session", "decision", ["session"]],
  ["decision-withdrawal-start", "decision", ["withdrawal-start"]],
  ["decision-withdrawal-end", "decision", ["withdrawal-end"]],
  ["troops-withdrawal-end", "troops", ["withdrawal-end"]],
];

/**
 * The lags between the steps of a case, each an interval in milliseconds with its ends from the
 * dates' own intervals, and by the calendar in days. A step is the first recorded of its kind since
 * the one it is counted from; troops may have moved before the decision, which gives a lag below 0.
 * A lag without both events is left out: a missing event is not a lag of any length.
 */
export function caseLags(item: Case): readonly CaseLag[] {
  const appeal = appealOf(item);
  const since = (types: readonly EventType[]): CaseEvent | null =>
    appeal === null ? firstOf(item, types) : firstSince(item, appeal, types);
  const starts = { appeal, decision: since(["decision"]), troops: since(["deployment"]) };
  return PAIRS.flatMap(([name, step, types]): CaseLag[] => {
    const from = starts[step];
    if (from === null) return [];
    const to = types[0] === "deployment" ? starts.troops : firstSince(item, from, types);
    if (to === null) return [];
    const lag = eventLag(item, from, to);
    return [{ name, from, to, lag, days: calendarDays(from.date, to.date, item.zone) }];
  });
}

/** One lag of a case by name, or null where the record does not hold both of its events. */
export function caseLag(item: Case, name: LagName): CaseLag | null {
  return caseLags(item).find((lag) => lag.name === name) ?? null;
}
