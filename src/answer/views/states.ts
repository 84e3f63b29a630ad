import { holdsOn } from "../../record/membership.ts";
import type { Column, Section } from "../answer.ts";
import { stateOf } from "../lookup.ts";
import { counted, listed } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { caseSources, treatySources } from "./case-text.ts";
import {
  casesFinding,
  casesOfState,
  casesSection,
  treatiesOfState,
  treatiesSection,
} from "./state-sections.ts";

const CODES: Readonly<Record<string, string>> = {
  cow: "COW code",
  gw: "GW code",
  iso3: "ISO 3166 alpha-3",
};

/** Columns whose labels are their names. */
const columnsOf = (names: readonly string[]): readonly Column[] =>
  names.map((name) => ({
    name,
    label: CODES[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  }));

/** How many of the states lie in each M49 subregion. */
function regionSection(subregions: readonly string[]): Section {
  const counts = new Map<string, number>();
  for (const name of subregions) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    id: "subregions",
    title: "By subregion",
    text: ["United Nations M49 subregions; former states stand where their territory lies."],
    findings: [],
    address: null,
    columns: [
      { name: "subregion", label: "Subregion" },
      { name: "states", label: "States and territories" },
    ],
    rows: [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([subregion, states]) => ({ subregion, states })),
    figure: {
      kind: "ranks",
      title: "States and territories by subregion",
      label: "subregion",
      value: "states",
      lower: null,
      upper: null,
      highlight: null,
      xLabel: "States and territories",
      domain: null,
      rule: null,
    },
  };
}

/** Columns of an identity of a state. */
const IDENTITY = ["name", "from", "to", "cow", "gw", "iso3", "region", "subregion"] as const;

/** `/states`: every state of the table. */
export const statesView: View = {
  path: "/states",
  describe: "every state and territory of the record, with its codes today or when it ended",
  example: "/states",
  parameters: [],
  canonical: (_record, path) => path,
  compute: ({ record }) => {
    const rows = record.states.all().map((key) => {
      const identity = record.states.identities(key).at(-1)!;
      return {
        state: key,
        name: identity.name,
        from: identity.from === "" ? null : identity.from,
        to: identity.to === "" ? null : identity.to,
        cow: identity.cow === "" ? null : Number(identity.cow),
        gw: identity.gw === "" ? null : Number(identity.gw),
        iso3: identity.iso3 === "" ? null : identity.iso3,
        region: identity.region,
        subregion: identity.subregion,
        kind: identity.kind,
        voted: record.votes.voters.includes(key),
      };
    });
    const names = ["state", ...IDENTITY, "kind", "voted"];
    return {
      title: "States and territories",
      summary: { states: rows.length, voted: rows.filter(({ voted }) => voted).length },
      columns: columnsOf(names),
      rows,
      sections: [regionSection(rows.map(({ subregion }) => subregion))],
      sources: ["un-members", "cow-states-2016", "gw-states", "iso-3166", "m49"],
      covers: { from: "1946-01-01", to: record.votes.rollCalls.at(-1)?.date ?? "" },
    };
  },
};

/** `/states/{key}`: identities, seats and memberships of one state. */
export const stateView: View = {
  path: "/states/{key}",
  describe:
    "a state: its dated identities and codes, its seat in the United Nations, its alliances, cases and treaties",
  example: "/states/kaz",
  parameters: ["at"],
  canonical: (record, { key = "" }) => ({ key: stateOf(record, key).toLowerCase() }),
  compute: ({ record, path, query }) => {
    const key = stateOf(record, path["key"] ?? "");
    const last = record.votes.rollCalls.at(-1)?.date ?? "";
    const at = query.at ?? last;
    const name = record.states.name(key, at);
    const spells = record.organisations.flatMap((organisation) =>
      organisation.memberships
        .filter(({ state }) => state === key)
        .map((spell) => ({ organisation, spell })),
    );
    const current = spells.filter(
      ({ organisation, spell }) => holdsOn(spell, at) && organisation.ended === null,
    );
    const voter = record.votes.voters.indexOf(key);
    const cast = [0, 0, 0, 0, 0, 0];
    if (voter >= 0) {
      for (let r = voter; r < record.votes.cells.length; r += record.votes.voters.length) {
        cast[record.votes.cells[r]!]! += 1;
      }
    }
    const identities = record.states.identities(key);
    const successions = [...record.states.predecessors(key), ...record.states.successors(key)];
    const cases = casesOfState(record, key);
    const treaties = treatiesOfState(record, key, at);
    const parts: readonly Section[] = [
      casesSection(cases, key),
      treatiesSection(treaties, at),
      {
        id: "identities",
        title: "Names and codes",
        text: ["One row for each span of days in which name and codes stayed the same."],
        findings: [],
        address: null,
        columns: columnsOf([...IDENTITY, "note"]),
        rows: identities.map((row) => ({
          name: row.name,
          from: row.from === "" ? null : row.from,
          to: row.to === "" ? null : row.to,
          cow: row.cow === "" ? null : Number(row.cow),
          gw: row.gw === "" ? null : Number(row.gw),
          iso3: row.iso3,
          region: row.region,
          subregion: row.subregion,
          note: row.note,
        })),
        figure: {
          kind: "spans",
          title: `Names of ${name}`,
          label: "name",
          from: "from",
          to: "to",
        },
      },
      {
        id: "successions",
        title: "Successions",
        text: [
          "What the state came from and what became of it; seat says whether the UN seat passed on.",
        ],
        findings: [],
        address: null,
        columns: columnsOf(["predecessor", "successor", "date", "type", "seat", "note"]),
        rows: successions.map(({ predecessor, successor, date, type, seat, note }) => ({
          predecessor,
          successor,
          date,
          type,
          seat,
          note,
        })),
        figure: null,
      },
    ];
    return {
      title: name,
      summary: {
        state: key,
        name,
        at,
        un_member: record.states.isUnMember(key, at),
        alliances: current.map(({ organisation }) => organisation.id).join(" "),
        yes: cast[1]!,
        abstain: cast[2]!,
        no: cast[3]!,
        absent: cast[4]!,
      },
      columns: columnsOf([
        "organisation",
        "name",
        "kind",
        "from",
        "to",
        "confidence",
        "sources",
      ]),
      rows: spells.map(({ organisation, spell }) => ({
        organisation: organisation.id,
        name: organisation.name,
        kind: organisation.kind,
        from: spell.from,
        to: spell.to ?? organisation.ended?.date ?? null,
        confidence: spell.confidence,
        sources: spell.sources.join(" "),
      })),
      sections: parts.filter(({ rows }) => rows.length > 0),
      findings: [
        {
          id: "alliances",
          text:
            current.length === 0
              ? `On ${at} ${name} belongs to none of the organisations of this record.`
              : `On ${at} ${name} belongs to ${counted(current.length, "organisation")} of this record: ` +
                `${listed(current.map(({ organisation }) => organisation.short))}.`,
          value: current.length,
          ...WITHOUT_INTERVAL,
          n: spells.length,
          comparison: null,
          method: "Dated memberships",
          evidence: [`/states/${key.toLowerCase()}`],
        },
        ...(cases.length === 0 ? [] : [casesFinding(name, cases, key)]),
      ],
      figure:
        spells.length === 0
          ? null
          : {
              kind: "spans",
              title: `Organisations of ${name}`,
              label: "name",
              from: "from",
              to: "to",
            },
      sources: [
        "un-members",
        ...spells.flatMap(({ spell }) => spell.sources),
        ...caseSources(cases),
        ...treatySources(treaties),
      ],
      covers: { from: "1946-01-01", to: at },
    };
  },
};
