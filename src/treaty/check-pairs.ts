import { cameBefore, formatLag, lagAtMost, type Ternary } from "../dates/lag.ts";
import type { Case, CaseEvent } from "../record/case.ts";
import { eventLag } from "../record/event-lag.ts";
import type { Constraint, EventSelector } from "../record/treaty.ts";
import {
  absentTurning,
  matchesOf,
  notTriggered,
  quoted,
  soften,
  worst,
  type ConstraintResult,
  type ConstraintStatus,
  type Match,
  type Replay,
} from "./constraint-result.ts";
import { selectorText } from "./selector-text.ts";
import { statedAbsent } from "./stated-absent.ts";

const window = ({ within }: Constraint): string => (within === null ? "" : ` within ${within}`);

/** Whether the later of two events follows the earlier within a limit. */
function inTime(
  item: Case,
  earlier: CaseEvent,
  later: CaseEvent,
  limit: number | null,
): Ternary {
  // Spans are half-open; only dates, never the order of listing, put an event on the wrong side.
  if (cameBefore(later.date, earlier.date) === "yes") return "no";
  const lag = eventLag(item, earlier, later);
  const soon = limit === null ? "yes" : lagAtMost(lag, limit);
  if (soon === "no") return "no";
  return lag.least >= 0 && soon === "yes" ? "yes" : "undecidable";
}

/**
 * Where an event stands among those since another: the first listed after it comes first, then the
 * last listed before it. The lags of a case choose by the same rule (`firstSince`).
 */
function placeSince({ events }: Case, start: CaseEvent, event: CaseEvent): number {
  const place = events.indexOf(event) - events.indexOf(start);
  return place > 0 ? place : events.length - place;
}

/** The answer for one cause: is there a counterpart on the right side of it, in time? */
function pairResult(
  replay: Replay,
  cause: Match,
  selector: EventSelector,
  direction: "after" | "before" | "either",
): ConstraintResult {
  const { constraint, item, context } = replay;
  const limit = constraint.withinMs;
  const candidates = matchesOf(replay, selector).filter(({ event }) => event !== cause.event);
  const judged = candidates.map((match) => {
    const pair =
      direction === "before"
        ? ([match.event, cause.event] as const)
        : ([cause.event, match.event] as const);
    const free = direction === "either" && limit === null;
    const timely = free ? "yes" : inTime(item, ...pair, limit);
    return { ...match, lag: eventLag(item, ...pair), timely };
  });
  const events = (match?: Match): readonly string[] =>
    [cause.event.id, match?.event.id].filter((id) => id !== undefined);
  const good = judged.find(({ sure, timely }) => sure && timely === "yes");
  const side = direction === "before" ? "before" : "after";
  if (good !== undefined) {
    const turning =
      `A date of ${quoted(good.event)} that is not ${side} ${quoted(cause.event)}` +
      `${window(constraint)}.`;
    return { status: "satisfied", events: events(good), lag: good.lag, turning };
  }
  const [open] = judged
    .filter(({ timely }) => timely !== "no")
    .toSorted(
      (a, b) =>
        Number(b.sure) - Number(a.sure) ||
        (direction === "before"
          ? b.lag.least - a.lag.least
          : placeSince(item, cause.event, a.event) - placeSince(item, cause.event, b.event)),
    );
  if (open !== undefined) {
    const dates =
      `The hours of ${quoted(cause.event)} and ${quoted(open.event)}: the lag is ` +
      `${formatLag(open.lag)}.`;
    const turning = open.sure
      ? dates
      : `Whether ${quoted(open.event)} is ${selectorText(selector)}.`;
    return { status: "undecidable", events: events(open), lag: open.lag, turning };
  }
  // What came only before a cause says nothing of what came after it, and may have gone unrecorded.
  const late = judged.find(({ sure, event, lag }) =>
    direction === "before"
      ? sure && cameBefore(cause.event.date, event.date) === "yes"
      : sure && limit !== null && lag.least > limit,
  );
  const first = `${selectorText(selector)} ${side} ${quoted(cause.event)}${window(constraint)}`;
  if (late !== undefined && direction !== "either") {
    const turning = `A dated source for ${first}.`;
    return { status: "violated", events: events(late), lag: late.lag, turning };
  }
  const stated = statedAbsent(selector, item, context);
  if (stated !== null) {
    const turning = `A dated source for ${first}; now stated absent (${stated.basis}).`;
    return { status: "violated", events: events(), lag: null, turning };
  }
  const turning = absentTurning(selector);
  return { status: "undecidable", events: events(), lag: null, turning };
}

/** Each cause of a duty, answered by a counterpart on one side of it. */
export function eachCause(
  replay: Replay,
  cause: EventSelector,
  counterpart: EventSelector,
  direction: "after" | "before" | "either",
): ConstraintResult {
  const causes = matchesOf(replay, cause);
  if (causes.length === 0) return notTriggered(cause);
  return worst(
    causes.map((match) =>
      soften(pairResult(replay, match, counterpart, direction), match, cause),
    ),
  );
}

const REVERSED: Partial<Record<ConstraintStatus, ConstraintStatus>> = {
  satisfied: "violated",
  violated: "satisfied",
};

/** After each cause, the target does not happen. */
export function noneAfter(replay: Replay, cause: EventSelector): ConstraintResult {
  const causes = matchesOf(replay, cause);
  if (causes.length === 0) return notTriggered(cause);
  return worst(
    causes.map((match) => {
      const result = pairResult(replay, match, replay.constraint.target, "after");
      const status = REVERSED[result.status] ?? result.status;
      return soften({ ...result, status }, match, cause);
    }),
  );
}
