import type { Lag } from "../dates/lag.ts";
import type { Case, CaseEvent } from "../record/case.ts";
import type { Constraint, EventSelector } from "../record/treaty.ts";
import type { ConstraintContext } from "./constraint-context.ts";
import { matchEvent } from "./match-event.ts";
import { selectorText } from "./selector-text.ts";

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
export interface Match {
  readonly event: CaseEvent;
  readonly sure: boolean;
}

/** A constraint to be held against a case. */
export interface Replay {
  readonly constraint: Constraint;
  readonly item: Case;
  readonly context: ConstraintContext;
}

/** The events of a case that a selector means, in the order of time. */
export function matchesOf(
  { item, context }: Replay,
  selector: EventSelector,
): readonly Match[] {
  return item.events.flatMap((event): Match[] => {
    const fit = matchEvent(event, selector, item, context);
    return fit === "no" ? [] : [{ event, sure: fit === "yes" }];
  });
}

/** An event by its id and date, as a turning fact names it. */
export const quoted = ({ id, date }: CaseEvent): string => `"${id}" (${date.text})`;

/** What would decide a question on which the record is silent. */
export function absentTurning(selector: EventSelector): string {
  return `A dated source for ${selectorText(selector)}, or one that says there was none.`;
}

/** An uncertain cause leaves an answer open that would otherwise be decided. */
export function soften(
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
export function worst(results: readonly ConstraintResult[]): ConstraintResult {
  return results.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))[0]!;
}

/** The answer where no event on record sets a duty off. */
export function notTriggered(selector: EventSelector): ConstraintResult {
  const turning = `A dated source for ${selectorText(selector)}.`;
  return { status: "not-triggered", events: [], lag: null, turning };
}
