import type { Partners } from "../measures/dependence/exposure.ts";
import type { ExposureKind } from "../record/exposure.ts";
import type { CasusRecord } from "../record/record.ts";
import type { AtopTables } from "../record/user-sources.ts";
import type { StateKey } from "../states/state.ts";

/** What a state has with its partners in a year, by one kind of exposure. */
export interface Exchange {
  readonly partners: Partners;
  /** The whole where it is not the sum over partners. */
  readonly total?: number;
  readonly source: string;
}

/** What is known of a kind: by state, then year. */
type Known = ReadonlyMap<StateKey, ReadonlyMap<number, Exchange>>;

/** How each kind is measured. */
export const KIND_NOTES: Readonly<
  Record<
    ExposureKind,
    { readonly label: string; readonly unit: string; readonly brought: string }
  >
> = {
  trade: { label: "trade", unit: "exports and imports", brought: "cow-trade" },
  arms: { label: "arms supply", unit: "deliveries, five years to the year", brought: "sipri" },
  remittances: { label: "money transfers", unit: "inflow", brought: "" },
  obligations: {
    label: "promises of defence",
    unit: "alliances whose members owe it defence",
    brought: "atop",
  },
  troops: { label: "US troops", unit: "on active duty", brought: "" },
  bases: { label: "bases", unit: "1: has a base", brought: "" },
};

/** Kinds of which a partner can have a share of a whole. */
export const SHARED_KINDS: readonly ExposureKind[] = [
  "trade",
  "arms",
  "remittances",
  "obligations",
];

/** SIPRI's own way with uneven deliveries: five years. */
const ARMS_YEARS = 5;

type Building = Map<
  StateKey,
  Map<number, { partners: Map<StateKey | "", number>; source: string }>
>;

function put(
  into: Building,
  state: StateKey,
  year: number,
  partner: StateKey | "",
  amount: number,
  source: string,
): void {
  const years = into.get(state) ?? new Map<number, never>();
  into.set(state, years);
  const held = years.get(year) ?? { partners: new Map<StateKey | "", number>(), source };
  years.set(year, held);
  held.partners.set(partner, (held.partners.get(partner) ?? 0) + amount);
}

/** What ships of a kind, where the user's file has not the same state and year. */
function addShipped(into: Building, record: CasusRecord, kind: ExposureKind): Known {
  const shipped: Building = new Map();
  for (const table of record.exposures) {
    if (table.kind !== kind) continue;
    for (const [year, partner, amount] of table.rows) {
      put(shipped, table.state, year, partner, amount, table.source);
    }
  }
  for (const [state, years] of shipped) {
    for (const [year, held] of years) {
      if (into.get(state)?.has(year) === true) continue;
      const own = into.get(state) ?? new Map<number, never>();
      into.set(state, own);
      own.set(year, held);
    }
  }
  return into;
}

function tradeKnown(record: CasusRecord): Building {
  const into: Building = new Map();
  for (const { a, b, year, amount } of record.userSources?.trade() ?? []) {
    put(into, a, year, b, amount, "cow-trade");
    put(into, b, year, a, amount, "cow-trade");
  }
  return into;
}

/** Deliveries of the five years to each year; a window that the file does not cover whole has none. */
function armsKnown(record: CasusRecord): Building {
  const rows = record.userSources?.arms() ?? [];
  const into: Building = new Map();
  const first = rows.reduce((least, { year }) => Math.min(least, year), Infinity);
  const last = rows.reduce((most, { year }) => Math.max(most, year), -Infinity);
  for (const { supplier, recipient, year, amount } of rows) {
    for (let end = year; end < year + ARMS_YEARS && end <= last; end += 1) {
      if (end - ARMS_YEARS + 1 < first) continue;
      put(into, recipient, end, supplier, amount, "sipri-arms");
    }
  }
  return into;
}

/** Who owes a state defence at the end of a year: in how many of the alliances that owe it. */
function obligationsKnown(tables: AtopTables, last: number): Known {
  const byAlliance = new Map<number, AtopTables["members"][number][]>();
  for (const member of tables.members) {
    byAlliance.set(member.atopid, [...(byAlliance.get(member.atopid) ?? []), member]);
  }
  const into = new Map<
    StateKey,
    Map<number, { partners: Map<StateKey, number>; total: number; source: string }>
  >();
  for (const members of byAlliance.values()) {
    for (let year = 1946; year <= last; year += 1) {
      const day = `${year}-12-31`;
      const inForce = members.filter(
        ({ from, to }) => from <= day && (to === null || to > day),
      );
      for (const { state } of inForce) {
        if (state === null) continue;
        const owing = inForce.filter(
          (other) => other.state !== null && other.state !== state && other.obligations.defense,
        );
        if (owing.length === 0) continue;
        const years = into.get(state) ?? new Map<number, never>();
        into.set(state, years);
        const held = years.get(year) ?? {
          partners: new Map<StateKey, number>(),
          total: 0,
          source: "atop",
        };
        years.set(year, { ...held, total: held.total + 1 });
        for (const key of new Set(owing.map((other) => other.state!))) {
          held.partners.set(key, (held.partners.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return into;
}

function knownOf(record: CasusRecord, kind: ExposureKind): Known {
  if (kind === "trade") return addShipped(tradeKnown(record), record, kind);
  if (kind === "arms") return armsKnown(record);
  if (kind !== "obligations") return addShipped(new Map(), record, kind);
  const atop = record.userSources?.atop() ?? null;
  const held = record.userSources?.held.find(({ name }) => name === "atop");
  return atop === null || held === undefined ? new Map() : obligationsKnown(atop, held.to);
}

const indexes = new WeakMap<CasusRecord, Map<ExposureKind, Known>>();

/** What is known of a kind of exposure; made once a record. */
export function exchanges(record: CasusRecord, kind: ExposureKind): Known {
  const kinds = indexes.get(record) ?? new Map<ExposureKind, Known>();
  indexes.set(record, kinds);
  const found = kinds.get(kind) ?? knownOf(record, kind);
  kinds.set(kind, found);
  return found;
}
