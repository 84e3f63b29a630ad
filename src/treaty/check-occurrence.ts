import type { EventSelector } from "../record/treaty.ts";
import {
  absentTurning,
  matchesOf,
  notTriggered,
  quoted,
  soften,
  type ConstraintResult,
  type ConstraintStatus,
  type Replay,
} from "./constraint-result.ts";
import { adversaryFits, caseFits } from "./match-event.ts";
import { selectorText } from "./selector-text.ts";
import { statedAbsent } from "./stated-absent.ts";

/** Whether the target happened at all, or (`wanted` no) did not. */
export function occurrence(replay: Replay, wanted: "yes" | "no"): ConstraintResult {
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
  const basis = `now stated absent (${stated.basis})`;
  const turning = `A dated source for ${selectorText(target)}; ${basis}.`;
  return { status: missed, ...without, turning };
}

/** Both never happen in one case. */
export function notTogether(replay: Replay, cause: EventSelector): ConstraintResult {
  const { item, context, constraint } = replay;
  const { target } = constraint;
  const [a] = matchesOf(replay, cause).toSorted((x, y) => Number(y.sure) - Number(x.sure));
  if (a === undefined) return notTriggered(cause);
  const [b] = matchesOf(replay, target).toSorted((x, y) => Number(y.sure) - Number(x.sure));
  const events = [a, b].flatMap((match) => (match === undefined ? [] : [match.event.id]));
  if (b !== undefined) {
    const sure = a.sure && b.sure;
    const turning = `Whether ${quoted(a.event)} and ${quoted(b.event)} are the events meant.`;
    return { status: sure ? "violated" : "undecidable", events, lag: null, turning };
  }
  const stated = statedAbsent(target, item, context) !== null;
  const other = stated ? "" : ", or for its absence";
  const turning = `A dated source for ${selectorText(target)}${other}.`;
  const result: ConstraintResult = {
    status: stated ? "satisfied" : "undecidable",
    events,
    lag: null,
    turning,
  };
  return soften(result, a, cause);
}
