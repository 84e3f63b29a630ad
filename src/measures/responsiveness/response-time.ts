import type { Case, CaseEvent, EventType } from "../../record/case.ts";
import { eventLag } from "../../record/event-lag.ts";
import { isAnswered, type AnswerCoding } from "./answer-coding.ts";
import { appealOf, firstSince } from "./case-events.ts";

/** How a call ended: with an answer, a refusal, or without either when the crisis was over. */
export const CAUSES = ["answered", "refused", "closed"] as const;

/** How a call ended. */
export type Cause = (typeof CAUSES)[number];

/** The time from a call to its end, as an interval in milliseconds; `null` cause: not known. */
export interface ResponseTime {
  readonly case: string;
  readonly cause: Cause | null;
  readonly least: number;
  /** Infinity where the day is not on record. */
  readonly most: number;
}

function span(
  item: Case,
  appeal: CaseEvent,
  event: CaseEvent,
): { least: number; most: number } {
  const { least, most } = eventLag(item, appeal, event);
  return { least: Math.max(0, least), most: Math.max(0, most) };
}

/** The time of the first event of some kinds, or from nothing to forever where none is recorded. */
function timeOf(
  item: Case,
  appeal: CaseEvent,
  kinds: readonly (readonly EventType[])[],
): { least: number; most: number } {
  for (const types of kinds) {
    const event = firstSince(item, appeal, types);
    if (event !== null) return span(item, appeal, event);
  }
  return { least: 0, most: Infinity };
}

/** How long after the call the record still follows the case. */
function followed(item: Case, appeal: CaseEvent): number {
  const lags = item.events.map((event) => span(item, appeal, event).least);
  return Math.max(0, ...lags.filter(Number.isFinite));
}

/**
 * The time from a call to its answer, refusal or close, as an interval. An answer is dated by the
 * first deployment since the call, or by the decision where none is recorded or help without
 * forces counts; a refusal and the end of the crisis (or the call's withdrawal) by their events. A
 * call that nobody answered and nobody refused on record is closed at an unknown time after the
 * last event: it is no longer waiting, so that it is not censored. An unknown outcome is. Null
 * where nobody called.
 */
export function responseTime(item: Case, coding: AnswerCoding): ResponseTime | null {
  const appeal = appealOf(item);
  if (appeal === null || item.appellant === null) return null;
  const answered = isAnswered(item, coding);
  if (answered === null) {
    return { case: item.id, cause: null, least: followed(item, appeal), most: Infinity };
  }
  if (answered) {
    const forces = item.outcome === "troops" || item.outcome === "forces";
    const kinds: readonly EventType[][] = forces
      ? [["deployment"], ["decision"]]
      : [["deployment", "decision"]];
    return { case: item.id, cause: "answered", ...timeOf(item, appeal, kinds) };
  }
  if (item.outcome === "refused" || firstSince(item, appeal, ["refusal"]) !== null) {
    return { case: item.id, cause: "refused", ...timeOf(item, appeal, [["refusal"]]) };
  }
  const end = firstSince(item, appeal, ["appeal-withdrawn", "crisis-end"]);
  const time =
    end === null ? { least: followed(item, appeal), most: Infinity } : span(item, appeal, end);
  return { case: item.id, cause: "closed", ...time };
}
