import type { EventDate } from "../dates/event-date.ts";
import type { Ternary } from "../dates/lag.ts";
import type { Case, Threat } from "../record/case.ts";
import type { Treaty } from "../record/treaty.ts";
import { dateOfCase, type OrganisationLookup } from "./conformance.ts";
import { statesInTrouble } from "./match-event.ts";
import { partiesOn } from "./parties-on.ts";
import { provisionsOn, type ProvisionInForce } from "./provisions-on.ts";

/** A force or means of a case, held against the provisions that give it its mandate. */
export interface InstrumentFit {
  readonly instrument: string;
  readonly available: boolean;
  /** Named by a decision or a deployment of the case. */
  readonly used: boolean;
  /** Articles in force that day that open the means: `cst-1992 article 4`. */
  readonly mandates: readonly string[];
  /** The kinds of threat that those articles name. */
  readonly mandated: readonly Threat[];
  /** Whether the mandate speaks of the threat; undecidable where the record holds no mandate. */
  readonly fitsClaimed: Ternary;
  readonly fitsCoded: Ternary;
}

interface Mandate extends ProvisionInForce {
  readonly treaty: Treaty;
}

function mandatesOf(
  item: Case,
  treaties: readonly Treaty[],
  organisationOf: OrganisationLookup,
  date: EventDate,
): readonly Mandate[] {
  const trouble = statesInTrouble(item);
  return treaties.flatMap((treaty) => {
    const organisation =
      treaty.organisation === null ? null : organisationOf(treaty.organisation);
    const bound = partiesOn(treaty, organisation, date).some((state) => trouble.has(state));
    return bound ? provisionsOn(treaty, date).map((row) => ({ ...row, treaty })) : [];
  });
}

function fit(mandates: readonly Mandate[], threats: readonly Threat[]): Ternary {
  if (threats.length === 0) return "undecidable";
  const named = mandates.filter(
    ({ provision }) => (provision.trigger?.threats.length ?? 0) > 0,
  );
  const hits = named.filter(({ provision }) =>
    threats.some((threat) => provision.trigger!.threats.includes(threat)),
  );
  if (hits.some(({ certain }) => certain)) return "yes";
  return named.length === mandates.length && named.length > 0 && hits.length === 0
    ? "no"
    : "undecidable";
}

/**
 * The forces and means that were at hand or were used in a case, each with the articles in force
 * that day that open it and whether these speak of the threat as claimed and as coded. A means that
 * no provision of the record opens stays undecidable: its mandate is not on record.
 */
export function instrumentFit(
  item: Case,
  treaties: readonly Treaty[],
  organisationOf: OrganisationLookup,
): readonly InstrumentFit[] {
  const date = dateOfCase(item);
  if (date === null) return [];
  const all = mandatesOf(item, treaties, organisationOf, date);
  const used = new Set(
    item.events
      .filter(({ type }) => type === "decision" || type === "deployment")
      .flatMap(({ instruments }) => instruments),
  );
  const names = [...new Set([...item.forcesAvailable, ...used])].sort();
  return names.map((instrument): InstrumentFit => {
    const own = all.filter(({ provision }) => provision.instruments.includes(instrument));
    const threats = own.flatMap(({ provision }) => provision.trigger?.threats ?? []);
    return {
      instrument,
      available: item.forcesAvailable.includes(instrument),
      used: used.has(instrument),
      mandates: own.map(({ treaty, provision }) => `${treaty.id} article ${provision.article}`),
      mandated: [...new Set(threats)].sort(),
      fitsClaimed: fit(own, item.threat.claimed),
      fitsCoded: fit(own, [item.threat.coded]),
    };
  });
}
