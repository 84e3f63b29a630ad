import type { EventDate } from "../dates/event-date.ts";
import type { Case } from "../record/case.ts";
import type { Organisation } from "../record/organisation.ts";
import type { Constraint, Provision, Treaty } from "../record/treaty.ts";
import { checkConstraint } from "./check-constraint.ts";
import type { ConstraintResult } from "./constraint-result.ts";
import { statesInTrouble } from "./match-event.ts";
import { partiesOn } from "./parties-on.ts";
import { provisionsOn } from "./provisions-on.ts";

/** The answer to one constraint of a provision in force on the day of a case. */
export interface ConformanceRow extends ConstraintResult {
  readonly case: string;
  readonly treaty: Treaty;
  readonly version: string;
  readonly provision: Provision;
  readonly constraint: Constraint;
}

/** Finds the organisation of a treaty, whose members are its parties. */
export type OrganisationLookup = (id: string) => Organisation | null;

/** The date whose text a case is judged under: its first appeal, else its first event. */
export function dateOfCase(item: Case): EventDate | null {
  const event = item.events.find(({ type }) => type === "appeal") ?? item.events[0];
  return event?.date ?? null;
}

/**
 * Whether a case is judged under a treaty: it belongs to the treaty's organisation, names the
 * treaty, or somebody invoked it. Other treaties that a state could have turned to are open routes.
 */
function isJudgedUnder(item: Case, treaty: Treaty): boolean {
  return (
    item.treaties.includes(treaty.id) ||
    (treaty.organisation !== null && treaty.organisation === item.organisation) ||
    item.articlesInvoked.some((ref) => ref.treaty === treaty.id)
  );
}

function rowsOf(
  item: Case,
  treaty: Treaty,
  organisation: Organisation | null,
  date: EventDate,
): readonly ConformanceRow[] {
  const parties = partiesOn(treaty, organisation, date);
  const trouble = statesInTrouble(item);
  if (parties.length > 0 && !parties.some((state) => trouble.has(state))) return [];
  const context = { treaty, parties };
  return provisionsOn(treaty, date).flatMap(({ provision, version, certain }) =>
    provision.constraints.map((constraint): ConformanceRow => {
      const result = checkConstraint(constraint, item, context);
      const row = { case: item.id, treaty, version, provision, constraint };
      if (certain || result.status === "not-triggered") return { ...result, ...row };
      const turning = `Whether the text of ${version} was in force on ${date.text}.`;
      return { ...result, ...row, status: "undecidable", turning };
    }),
  );
}

/**
 * Replays a case against every constraint of the treaties that it is judged under, each in the text
 * in force on the day of the appeal (or of the first event). A treaty to which no state in trouble
 * was a party on that day gives no row.
 */
export function conformance(
  item: Case,
  treaties: readonly Treaty[],
  organisationOf: OrganisationLookup,
): readonly ConformanceRow[] {
  const date = dateOfCase(item);
  if (date === null) return [];
  return treaties
    .filter((treaty) => isJudgedUnder(item, treaty))
    .flatMap((treaty) => {
      const organisation =
        treaty.organisation === null ? null : organisationOf(treaty.organisation);
      return rowsOf(item, treaty, organisation, date);
    });
}
