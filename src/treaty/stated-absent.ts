import type { AbsentEvents, ActorId, Case } from "../record/case.ts";
import type { ActorTerm, EventSelector } from "../record/treaty.ts";
import { actorFits, isOrgan } from "./match-event.ts";
import type { ConstraintContext } from "./constraint-context.ts";

/** Whether a row about some actors speaks of everybody whom a term can mean. */
function covers(
  row: readonly ActorId[],
  term: ActorTerm,
  item: Case,
  context: ConstraintContext,
): boolean {
  if (row.includes(term)) return true;
  if (term === "any" || term === "non-member") return false;
  if (term === "organ") return row.some(isOrgan);
  const meant = [...context.parties, ...item.addressee.ids, ...(item.appellant?.states ?? [])];
  const candidates = meant.filter((actor) => actorFits(actor, term, item, context));
  return candidates.length > 0 && candidates.every((actor) => row.includes(actor));
}

function coversAll(
  row: readonly ActorId[],
  terms: readonly ActorTerm[],
  item: Case,
  context: ConstraintContext,
): boolean {
  if (row.length === 0) return true;
  return terms.length > 0 && terms.every((term) => covers(row, term, item, context));
}

/**
 * The row that says an event of a selector did not happen: every kind of event that it names must
 * be stated absent, for everybody whom it means. Null where the record is silent.
 */
export function statedAbsent(
  selector: EventSelector,
  item: Case,
  context: ConstraintContext,
): AbsentEvents | null {
  if (selector.events.length === 0) return null;
  const rows = selector.events.map((type) =>
    item.absent.find(
      (row) =>
        row.events.includes(type) &&
        coversAll(row.actors, selector.actors, item, context) &&
        coversAll(row.addressees, selector.addressees, item, context),
    ),
  );
  return rows.every((row) => row !== undefined) ? rows[0]! : null;
}
