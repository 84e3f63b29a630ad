import type { Case } from "../record/case.ts";
import type { ActorTerm, Constraint } from "../record/treaty.ts";
import { notTogether, occurrence } from "./check-occurrence.ts";
import { eachCause, noneAfter } from "./check-pairs.ts";
import type { ConstraintContext } from "./constraint-context.ts";
import { worst, type ConstraintResult, type Replay } from "./constraint-result.ts";
import { statesInTrouble } from "./match-event.ts";

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
