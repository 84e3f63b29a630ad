import type { EventDate } from "../dates/event-date.ts";
import type { Ternary } from "../dates/lag.ts";
import type { Case, Threat } from "../record/case.ts";
import type { Force } from "../record/organ.ts";
import type { Treaty } from "../record/treaty.ts";
import { dateOfCase, type OrganisationLookup } from "./conformance.ts";
import { statesInTrouble } from "./match-event.ts";
import { partiesOn } from "./parties-on.ts";
import { provisionsOn } from "./provisions-on.ts";
import { reached } from "./version-on.ts";

/** A force or means of a case, held against its mandate and the provisions that open it. */
export interface InstrumentFit {
  readonly instrument: string;
  readonly available: boolean;
  /** Named by a decision or a deployment of the case. */
  readonly used: boolean;
  /** What gives the mandate: a force of the record, and articles in force that day. */
  readonly mandates: readonly string[];
  /** The kinds of threat that these name. */
  readonly mandated: readonly Threat[];
  /** Whether the mandate speaks of the threat; undecidable where the record holds no mandate. */
  readonly fitsClaimed: Ternary;
  readonly fitsCoded: Ternary;
  /** Whether the force may act where the case lies; undecidable where either is not on record. */
  readonly fitsPlace: Ternary;
}

/** One ground on which a means may be used: the threats that it names, and how sure it stood. */
interface Mandate {
  readonly name: string;
  readonly threats: readonly Threat[];
  readonly instruments: readonly string[];
  readonly certain: boolean;
}

/** The provisions in force that open a means to the states in trouble. */
function provisionMandates(
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
    if (!bound) return [];
    return provisionsOn(treaty, date).map(({ provision, certain }) => ({
      name: `${treaty.id} article ${provision.article}`,
      threats: provision.trigger?.threats ?? [],
      instruments: provision.instruments,
      certain,
    }));
  });
}

/** The force of this id that stood on a date, and whether it surely did. */
function forceOn(
  forces: readonly Force[],
  id: string,
  date: EventDate,
): { readonly force: Force; readonly certain: boolean } | null {
  const force = forces.find((one) => one.id === id);
  if (force === undefined) return null;
  const begun = reached(date, force.from);
  const over = force.to === null ? "no" : reached(date, force.to);
  if (begun === "no" || over === "yes") return null;
  return { force, certain: begun === "yes" && over === "no" };
}

function fit(mandates: readonly Mandate[], threats: readonly Threat[]): Ternary {
  if (threats.length === 0) return "undecidable";
  const named = mandates.filter((mandate) => mandate.threats.length > 0);
  const hits = named.filter((mandate) =>
    threats.some((threat) => mandate.threats.includes(threat)),
  );
  if (hits.some(({ certain }) => certain)) return "yes";
  return named.length > 0 && hits.length === 0 ? "no" : "undecidable";
}

function fitsPlace(item: Case, force: Force | null): Ternary {
  const { insideTreatyArea } = item.place;
  if (force === null || insideTreatyArea === null) return "undecidable";
  return force.area === "both" || (force.area === "inside") === insideTreatyArea ? "yes" : "no";
}

/**
 * The forces and means that were at hand or were used in a case, held against the threat as claimed
 * and as coded. A force's own mandate decides where the record holds it and it stood that day; for
 * other means the articles in force that open it do. A means with neither stays undecidable: its
 * mandate is not on record. It compares words coded from texts, not what a force could do.
 */
export function instrumentFit(
  item: Case,
  treaties: readonly Treaty[],
  forces: readonly Force[],
  organisationOf: OrganisationLookup,
): readonly InstrumentFit[] {
  const date = dateOfCase(item);
  if (date === null) return [];
  const all = provisionMandates(item, treaties, organisationOf, date);
  const used = new Set(
    item.events
      .filter(({ type }) => type === "decision" || type === "deployment")
      .flatMap(({ instruments }) => instruments),
  );
  const names = [...new Set([...item.forcesAvailable, ...used])].sort();
  return names.map((instrument): InstrumentFit => {
    const own = all.filter(({ instruments }) => instruments.includes(instrument));
    const standing = forceOn(forces, instrument, date);
    const mandate: readonly Mandate[] =
      standing === null
        ? own
        : [
            {
              name: `${standing.force.name}: mandate`,
              threats: standing.force.threats,
              instruments: [instrument],
              certain: standing.certain,
            },
          ];
    const grounds = standing === null ? own : [...mandate, ...own];
    return {
      instrument,
      available: item.forcesAvailable.includes(instrument),
      used: used.has(instrument),
      mandates: grounds.map(({ name }) => name),
      mandated: [...new Set(mandate.flatMap(({ threats }) => threats))].sort(),
      fitsClaimed: fit(mandate, item.threat.claimed),
      fitsCoded: fit(mandate, [item.threat.coded]),
      fitsPlace: fitsPlace(item, standing?.force ?? null),
    };
  });
}
