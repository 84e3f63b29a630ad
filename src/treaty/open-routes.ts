import type { Case, Threat } from "../record/case.ts";
import type { Provision, Treaty } from "../record/treaty.ts";
import { dateOfCase, type OrganisationLookup } from "./conformance.ts";
import { invokes, statesInTrouble } from "./match-event.ts";
import { partiesOn } from "./parties-on.ts";
import { provisionsOn } from "./provisions-on.ts";
import { versionHolds } from "./version-on.ts";

/** A provision that a state in trouble could, or could not yet, have called upon. */
export interface OpenRoute {
  readonly treaty: Treaty;
  readonly provision: Provision;
  /** The version in force; null where none was. */
  readonly version: string | null;
  /** Whether its text was in force on the day and a state in trouble was a party. */
  readonly inForce: "yes" | "no" | "undecidable";
  /** Whether it speaks of the threat as claimed and as coded; null where it names no kind. */
  readonly coversClaimed: boolean | null;
  readonly coversCoded: boolean | null;
  readonly invoked: "yes" | "no" | "undecidable";
}

/** A provision that a member can turn to: help or consultation, or means opened by a trigger. */
function isCallable({ obligation, trigger, instruments }: Provision): boolean {
  if (obligation === "defense" || obligation === "consultation") return true;
  return trigger !== null && instruments.length > 0;
}

function covers(provision: Provision, threats: readonly Threat[]): boolean | null {
  const named = provision.trigger?.threats ?? [];
  if (named.length === 0 || threats.length === 0) return null;
  return threats.some((threat) => named.includes(threat));
}

/**
 * The provisions of help and consultation to which the states of a case were bound on its day, and
 * those of the same treaties that were not in force then: which routes were open, whichever was
 * taken. Only treaties with a state in trouble among the parties that day are listed.
 */
export function openRoutes(
  item: Case,
  treaties: readonly Treaty[],
  organisationOf: OrganisationLookup,
): readonly OpenRoute[] {
  const date = dateOfCase(item);
  if (date === null) return [];
  const trouble = statesInTrouble(item);
  const claimed = item.threat.claimed.length > 0 ? item.threat.claimed : [item.threat.coded];
  return treaties.flatMap((treaty) => {
    const organisation =
      treaty.organisation === null ? null : organisationOf(treaty.organisation);
    if (!partiesOn(treaty, organisation, date).some((state) => trouble.has(state))) return [];
    const standing = new Map(provisionsOn(treaty, date).map((row) => [row.provision.id, row]));
    const perhaps = treaty.versions.some(
      (version) => versionHolds(treaty, version, date) === "undecidable",
    );
    return treaty.provisions.filter(isCallable).map((provision): OpenRoute => {
      const row = standing.get(provision.id);
      const open = row === undefined ? "no" : row.certain ? "yes" : "undecidable";
      return {
        treaty,
        provision,
        version: row?.version ?? null,
        inForce: open === "no" && perhaps ? "undecidable" : open,
        coversClaimed: covers(provision, claimed),
        coversCoded: covers(provision, [item.threat.coded]),
        invoked: item.articlesInvoked.some((ref) => ref.treaty === treaty.id)
          ? invokes(item.articlesInvoked, [provision.article], treaty.id)
          : item.articlesInvoked.length === 0
            ? "undecidable"
            : "no",
      };
    });
  });
}
