import { parseEventDate } from "../dates/parse-event-date.ts";
import { exposure, type Partners } from "../measures/dependence/exposure.ts";
import type { ExposureKind, ExposureTable } from "../record/exposure.ts";
import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";
import { partiesOn } from "../treaty/parties-on.ts";
import { provisionsOn } from "../treaty/provisions-on.ts";

/** The ways in which a member can depend on another state, with what each holds. */
export const DEPENDENCES = {
  promises:
    "share of the alliances on record that owe the member defence to which the other belongs",
  economy: "mean share of the other in the member's trade and in the money sent to it",
  troops:
    "logarithm of one plus the United States' troops in the member, where it is the other",
  bases: "the other has a base in the member",
} as const;

/** A way in which a member can depend on another state. */
export type DependenceName = keyof typeof DEPENDENCES;

/** The tables that dependence is read from. */
export type DependenceRecord = Pick<CasusRecord, "exposures" | "organisations" | "treaties">;

/** The only state whose troops abroad the record counts. */
const COUNTED = "USA" as StateKey;

type ByYear = ReadonlyMap<number, Partners>;
const INDEXES = new WeakMap<readonly ExposureTable[], ReadonlyMap<string, ByYear>>();
/** The parties of each text of one alliance. */
type Texts = readonly ReadonlySet<StateKey>[];
const ALLIANCES = new WeakMap<object, Map<string, readonly Texts[]>>();

/** The shipped exposures by kind and state, then year. */
function exposuresOf(tables: readonly ExposureTable[]): ReadonlyMap<string, ByYear> {
  const known = INDEXES.get(tables);
  if (known !== undefined) return known;
  const made = new Map<string, Map<number, Map<StateKey | "", number>>>();
  for (const { kind, state, rows } of tables) {
    const years = made.get(`${kind} ${state}`) ?? new Map<number, Map<StateKey | "", number>>();
    made.set(`${kind} ${state}`, years);
    for (const [year, partner, amount] of rows) {
      const partners = years.get(year) ?? new Map<StateKey | "", number>();
      years.set(year, partners);
      partners.set(partner, (partners.get(partner) ?? 0) + amount);
    }
  }
  INDEXES.set(tables, made);
  return made;
}

/** What a state had with its partners in the latest year on record before that of a day. */
function latestBefore(
  { exposures }: DependenceRecord,
  kind: ExposureKind,
  state: StateKey,
  day: string,
): Partners | null {
  const years = exposuresOf(exposures).get(`${kind} ${state}`);
  if (years === undefined) return null;
  const call = Number(day.slice(0, 4));
  let latest = -Infinity;
  for (const year of years.keys()) if (year < call) latest = Math.max(latest, year);
  return years.get(latest) ?? null;
}

/**
 * The alliances that owe defence on a day, each with the parties of its texts in force that do: the
 * texts of one organisation are one alliance, but need not have the same parties.
 */
function alliancesOn(
  { treaties, organisations }: DependenceRecord,
  day: string,
): readonly Texts[] {
  const days = ALLIANCES.get(treaties) ?? new Map<string, readonly Texts[]>();
  ALLIANCES.set(treaties, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const date = parseEventDate(day);
  const alliances = new Map<string, Texts>();
  for (const treaty of treaties) {
    const owes = provisionsOn(treaty, date).some(
      ({ provision, certain }) => certain && provision.obligation === "defense",
    );
    if (!owes) continue;
    const organisation = organisations.find(({ id }) => id === treaty.organisation) ?? null;
    const parties = new Set(partiesOn(treaty, organisation, date));
    const id = organisation?.id ?? treaty.id;
    alliances.set(id, [...(alliances.get(id) ?? []), parties]);
  }
  const made = [...alliances.values()];
  days.set(day, made);
  return made;
}

function promises(
  record: DependenceRecord,
  state: StateKey,
  other: StateKey,
  day: string,
): number | null {
  const own = alliancesOn(record, day)
    .map((texts) => texts.filter((parties) => parties.has(state)))
    .filter((texts) => texts.length > 0);
  const shared = own.filter((texts) => texts.some((parties) => parties.has(other)));
  return own.length === 0 ? null : shared.length / own.length;
}

function economy(
  record: DependenceRecord,
  state: StateKey,
  other: StateKey,
  day: string,
): number | null {
  const shares = (["trade", "remittances"] as const).flatMap((kind) => {
    const held = latestBefore(record, kind, state, day);
    return held === null ? [] : (exposure(held, other) ?? []);
  });
  return shares.length === 0
    ? null
    : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/**
 * How far a member depended on another state before a day, by each of `DEPENDENCES`. Alliances are
 * those of the day; everything else is of the latest year on record before the day's. Only what ships
 * with the record counts, never a file that the user brought, so that everybody's answer is the same.
 * Null where the record holds nothing, and of a member on itself.
 *
 * Shares in [0, 1] (Hirschman 1945, National Power and the Structure of Foreign Trade).
 */
export function dependenceOn(
  record: DependenceRecord,
  state: StateKey,
  other: StateKey,
  day: string,
): Readonly<Record<DependenceName, number | null>> {
  if (other === state) return { promises: null, economy: null, troops: null, bases: null };
  const troops = other === COUNTED ? latestBefore(record, "troops", state, day) : null;
  const bases = latestBefore(record, "bases", state, day);
  return {
    promises: promises(record, state, other, day),
    economy: economy(record, state, other, day),
    troops: troops === null ? null : Math.log1p(troops.get(other) ?? 0),
    bases: bases === null ? null : bases.has(other) ? 1 : 0,
  };
}
