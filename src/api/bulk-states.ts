import { type BulkTable, joined, listTable } from "./bulk-table.ts";

const open = (day: string): string | null => (day === "" ? null : day);

const states = listTable(
  "states",
  "A dated identity of a state or territory, with its codes.",
  ({ states: table }) => table.all().flatMap((key) => table.identities(key)),
  [
    ["key", ({ key }) => key],
    ["name", ({ name }) => name],
    ["short", ({ short }) => short],
    ["from", ({ from }) => open(from)],
    ["to", ({ to }) => open(to)],
    ["cow", ({ cow }) => open(cow)],
    ["gw", ({ gw }) => open(gw)],
    ["iso3", ({ iso3 }) => open(iso3)],
    ["iso2", ({ iso2 }) => open(iso2)],
    ["m49", ({ m49 }) => open(m49)],
    ["region", ({ region }) => open(region)],
    ["subregion", ({ subregion }) => open(subregion)],
    ["kind", ({ kind }) => kind],
    ["note", ({ note }) => open(note)],
  ],
  () => [],
);

const regimes = listTable(
  "regimes",
  "A run of years in which a state was an electoral democracy, or was not.",
  (record) => record.regimes,
  [
    ["state", ({ state }) => state],
    ["from_year", ({ fromYear }) => fromYear],
    ["to_year", ({ toYear }) => toYear],
    ["regime", ({ regime }) => regime],
  ],
  () => ["vdem-v16"],
);

const organisations = listTable(
  "organisations",
  "An alliance, or an organisation that it is compared with.",
  (record) => record.organisations.filter(({ overlay }) => overlay !== true),
  [
    ["id", ({ id }) => id],
    ["name", ({ name }) => name],
    ["short", ({ short }) => short],
    ["kind", ({ kind }) => kind],
    ["founded", ({ founded }) => founded.date],
    ["in_force", ({ inForce }) => inForce?.date],
    ["ended", ({ ended }) => ended?.date],
    ["decision_rule", ({ decisionRule }) => decisionRule],
    ["decision_note", ({ decisionNote }) => decisionNote],
    ["sources", ({ founded }) => joined(founded.sources)],
  ],
  ({ founded }) => founded.sources,
);

const memberships = listTable(
  "memberships",
  "A spell of a state in an organisation; an empty end: it still belongs.",
  (record) =>
    record.organisations
      .filter(({ overlay }) => overlay !== true)
      .flatMap(({ id, memberships: spells }) =>
        spells.map((spell) => ({ organisation: id, spell })),
      ),
  [
    ["organisation", ({ organisation }) => organisation],
    ["state", ({ spell }) => spell.state],
    ["from", ({ spell }) => spell.from],
    ["to", ({ spell }) => spell.to],
    ["from_event", ({ spell }) => spell.fromEvent],
    ["to_event", ({ spell }) => spell.toEvent],
    ["confidence", ({ spell }) => spell.confidence],
    ["note", ({ spell }) => spell.note],
    ["sources", ({ spell }) => joined(spell.sources)],
  ],
  ({ spell }) => spell.sources,
);

/** The tables of states, organisations and their members. */
export const STATE_TABLES: readonly BulkTable[] = [states, regimes, organisations, memberships];
