import type { Lag } from "../../dates/lag.ts";
import type { Case, CaseEvent, Frame } from "../../record/case.ts";
import { eventLag } from "../../record/event-lag.ts";
import { appealOf } from "./case-events.ts";

/** A cause that a state in trouble named, with its place on the clock of its call. */
export interface NarrativeStep {
  readonly event: CaseEvent;
  readonly frames: readonly Frame[];
  /** Causes that it had not named before. */
  readonly added: readonly Frame[];
  /** Causes of its statement before that it no longer names. */
  readonly dropped: readonly Frame[];
  /** Time from this statement to the call, in milliseconds; null without a call. */
  readonly toAppeal: Lag | null;
}

/**
 * The causes that the states in trouble named for the crisis, statement by statement in the order
 * of time, the call included, and how long before the call each was named. It says when a cause
 * changed, not why.
 */
export function narrativeAgainstClock(item: Case): readonly NarrativeStep[] {
  const own = new Set<string>([...item.concerned, ...(item.appellant?.states ?? [])]);
  const appeal = appealOf(item);
  const seen = new Set<Frame>();
  let before: readonly Frame[] = [];
  return item.events
    .filter(({ frames, actors }) => frames.length > 0 && actors.some((actor) => own.has(actor)))
    .map((event) => {
      const step = {
        event,
        frames: event.frames,
        added: event.frames.filter((frame) => !seen.has(frame)),
        dropped: before.filter((frame) => !event.frames.includes(frame)),
        toAppeal: appeal === null ? null : eventLag(item, event, appeal),
      };
      for (const frame of event.frames) seen.add(frame);
      before = event.frames;
      return step;
    });
}
