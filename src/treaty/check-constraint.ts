import { cameBefore, formatLag, type Lag, lagAtMost, type Ternary } from "../dates/lag.ts";
import type { Case, CaseEvent } from "../record/case.ts";
import { eventLag } from "../record/event-lag.ts";
import type { ActorTerm, Constraint, EventSelector } from "../record/treaty.ts";
import type { ConstraintContext } from "./constraint-context.ts";
import { adversaryFits, caseFits, matchEvent, statesInTrouble } from "./match-event.ts";
import { selectorText } from "./selector-text.ts";
import { statedAbsent } from "./stated-absent.ts";

/** What the replay of a case says of a constraint. */
export type ConstraintStatus = "satisfied" | "violated" | "not-triggered" | "undecidable";

/** The answer to one constraint, with what it rests on. */
export interface ConstraintResult {
  readonly status: ConstraintStatus;
  /** Ids of the events that decide it, or leave it open. */
  readonly events: readonly string[];
  /** How long after its cause the decisive event came, in milliseconds; null where none did. */
  readonly lag: Lag | null;
  /** The fact that would change the answer. */
  readonly turning: string;
}

/** An event that a selector means, surely or perhaps. */
interface Match {
  readonly event: CaseEvent;
  readonly sure: boolean;
}

interface Replay {
  readonly constraint: Constraint;
  readonly item: Case;
  readonly context: ConstraintContext;
}

function matchesOf({ item, context }: Replay, selector: EventSelector): readonly Match[] {
  return item.events.flatMap((event): Match[] => {
    const fit = matchEvent(event, selector, item, context);
    return fit === "no" ? [] : [{ event, sure: fit === "yes" }];
  });
}

const quoted = ({ id, date }: CaseEvent): string => `"${id}" (${date.text})`;

const window = ({ within }: Constraint): string => (within === null ? "" : ` within ${within}`);

function absentTurning(selector: EventSelector): string {
  return `A dated source for ${selectorText(selector)}, or one that says there was none.`;
}

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
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.lag.least - a.lag.least);
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

/** An uncertain cause leaves an answer open that would otherwise be decided. */
function soften(
  result: ConstraintResult,
  cause: Match,
  selector: EventSelector,
): ConstraintResult {
  if (cause.sure || result.status === "undecidable") return result;
  const turning = `Whether ${quoted(cause.event)} is ${selectorText(selector)}.`;
  return { ...result, status: "undecidable", turning };
}

const ORDER: readonly ConstraintStatus[] = [
  "violated",
  "undecidable",
  "satisfied",
  "not-triggered",
];

/** The worst of several answers; the first of equals. */
function worst(results: readonly ConstraintResult[]): ConstraintResult {
  return results.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))[0]!;
}

function notTriggered(selector: EventSelector): ConstraintResult {
  const turning = `A dated source for ${selectorText(selector)}.`;
  return { status: "not-triggered", events: [], lag: null, turning };
}

/** Each cause of a duty, answered by a counterpart on one side of it. */
function eachCause(
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

/** Whether the target happened at all, or (`wanted` no) did not. */
function occurrence(replay: Replay, wanted: "yes" | "no"): ConstraintResult {
  const { constraint, item, context } = replay;
  const { target } = constraint;
  const kind = caseFits(item, target);
  if (kind === "no") return notTriggered(target);
  const held: ConstraintStatus = wanted === "yes" ? "satisfied" : "violated";
  const missed: ConstraintStatus = wanted === "yes" ? "violated" : "satisfied";
  const against = adversaryFits(item, target, context);
  const without = { events: [], lag: null };
  if (against === "no") {
    return {
      status: missed,
      ...without,
      turning: `Another party among the adversaries (now ${item.adversary.join(", ")}).`,
    };
  }
  const [found, ...others] = matchesOf(replay, target).toSorted(
    (a, b) => Number(b.sure) - Number(a.sure),
  );
  if (found?.sure === true) {
    const turning = `A source that ${quoted(found.event)} was not ${selectorText(target)}.`;
    return { status: held, events: [found.event.id], lag: null, turning };
  }
  // A case is a crisis, whether or not the day on which it began is on record.
  const isCrisis = target.events.includes("crisis-start") && target.actors.length === 0;
  if (isCrisis && kind === "yes" && against === "yes") {
    return {
      status: held,
      ...without,
      turning: "Another coding of the threat or of the adversary.",
    };
  }
  if (found !== undefined) {
    const events = [found, ...others].map(({ event }) => event.id);
    const turning = `Whether ${quoted(found.event)} is ${selectorText(target)}.`;
    return { status: "undecidable", events, lag: null, turning };
  }
  const stated = statedAbsent(target, item, context);
  if (stated === null) {
    return { status: "undecidable", ...without, turning: absentTurning(target) };
  }
  const turning = `A dated source for ${selectorText(target)}; now stated absent (${stated.basis}).`;
  return { status: missed, ...without, turning };
}

/** Both never happen in one case. */
function notTogether(replay: Replay, cause: EventSelector): ConstraintResult {
  const { item, context, constraint } = replay;
  const { target } = constraint;
  const [a] = matchesOf(replay, cause).toSorted((x, y) => Number(y.sure) - Number(x.sure));
  if (a === undefined) return notTriggered(cause);
  const [b] = matchesOf(replay, target).toSorted((x, y) => Number(y.sure) - Number(x.sure));
  const events = [a, b].flatMap((match) => (match === undefined ? [] : [match.event.id]));
  if (b !== undefined) {
    const sure = a.sure && b.sure;
    const turning = `Whether ${quoted(a.event)} and ${quoted(b.event)} are what the rule speaks of.`;
    return { status: sure ? "violated" : "undecidable", events, lag: null, turning };
  }
  const stated = statedAbsent(target, item, context) !== null;
  const turning = `A dated source for ${selectorText(target)}${stated ? "" : ", or for its absence"}.`;
  const result: ConstraintResult = {
    status: stated ? "satisfied" : "undecidable",
    events,
    lag: null,
    turning,
  };
  return soften(result, a, cause);
}

const REVERSED: Partial<Record<ConstraintStatus, ConstraintStatus>> = {
  satisfied: "violated",
  violated: "satisfied",
};

/** After each cause, the target does not happen. */
function noneAfter(replay: Replay, cause: EventSelector): ConstraintResult {
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

function replayed(replay: Replay): ConstraintResult {
  const { template, when, target } = replay.constraint;
  if (when === null) return occurrence(replay, template === "absence" ? "no" : "yes");
  switch (template) {
    case "existence":
    case "responded-existence":
      return eachCause(replay, when, target, "either");
    case "absence":
      return noneAfter(replay, when);
    case "response":
      return eachCause(replay, when, target, "after");
    case "precedence":
      return eachCause(replay, when, target, "before");
    case "succession": {
      const response = eachCause(replay, when, target, "after");
      const precedence = eachCause(replay, target, when, "before");
      return worst([response, precedence]);
    }
    default:
      return notTogether(replay, when);
  }
}

const EACH: readonly ActorTerm[] = ["each-member", "each-other-member"];

/**
 * Replays a case against one constraint (Declare templates: Pesic and van der Aalst 2006,
 * doi:10.1007/11837862_18), in three values: what the record does not hold stays undecidable unless
 * the case states that it did not happen. Dates are intervals, so that a window which the interval
 * straddles is undecidable. The first recorded event of a kind counts as the first: one that came
 * too late violates a window, whatever may have gone unrecorded before. A duty of `each-member` is
 * checked for every party by itself.
 */
export function checkConstraint(
  constraint: Constraint,
  item: Case,
  context: ConstraintContext,
): ConstraintResult {
  const term = constraint.target.actors.find((actor) => EACH.includes(actor));
  if (term === undefined) return replayed({ constraint, item, context });
  const trouble = statesInTrouble(item);
  const bound = context.parties.filter(
    (state) => term === "each-member" || !trouble.has(state),
  );
  if (bound.length === 0) return replayed({ constraint, item, context });
  const results = bound.map((state) => {
    const target = { ...constraint.target, actors: [state] };
    return replayed({ constraint: { ...constraint, target }, item, context });
  });
  return worst(results);
}
