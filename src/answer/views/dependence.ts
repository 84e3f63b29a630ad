import { dayOf } from "../../dates/day-of.ts";
import { exposure, partnerConcentration } from "../../measures/dependence/exposure.ts";
import { EXPOSURE_KINDS, type ExposureKind } from "../../record/exposure.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import type { Draft, Figure, Finding, MethodNote, Row, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import { exchanges, KIND_NOTES, SHARED_KINDS } from "../exposures.ts";
import { organisationOf } from "../lookup.ts";
import { counted, listed, percent } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationSources } from "./alliance.ts";
import { classRows, classText, FEWEST_KNOWN } from "./dependence-class.ts";
import {
  type Dependence,
  dependenceRow,
  dependences,
  knownRows,
  matrixRows,
  medianOf,
} from "./dependence-rows.ts";

const METHOD: readonly MethodNote[] = [
  {
    name: "Exposure",
    text:
      "The partner's share of what the member has with all partners in the year: exports and " +
      "imports together, money received, arms received in the five years to the year, alliances " +
      "whose members owe it defence and of which the partner is one. Troops and bases are counts. " +
      "A year without a source is unknown, not zero, and no figure is carried into another year.",
    reference: "Hirschman 1945, National Power and the Structure of Foreign Trade",
  },
  {
    name: "Concentration on partners",
    text:
      "Sum of squared shares of the named partners, 0 to 1; what is not stated by partner adds " +
      "nothing, so that it is a lower bound.",
    reference: "Hirschman 1964, The Paternity of an Index",
  },
];

const COLUMNS = [
  { name: "kind", label: "Kind" },
  { name: "year", label: "Year" },
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "partner", label: "Largest member" },
  { name: "share", label: "Exposure to it", digits: 4, note: "share of the whole, 0 to 1" },
  { name: "amount", label: "Amount", note: "of troops and bases" },
  { name: "hhi", label: "HHI over partners", digits: 4 },
  { name: "first", label: "First partner" },
  { name: "first_share", label: "Its share", digits: 4 },
  { name: "source", label: "Source" },
  { name: "line", label: "Line" },
];

interface Asked {
  readonly record: CasusRecord;
  readonly organisation: Organisation;
  readonly year: number;
  readonly base: string;
}

function knownSection({ record, organisation, year, base }: Asked): Section {
  return {
    id: "known",
    title: `Which exposures of ${year} are known`,
    text: [
      "Unknown is not zero: no source of the record, and none that the reader brought, has the " +
        'member in that year. "casus source list" says what can be brought.',
    ],
    findings: ["unknown"],
    address: base,
    columns: [
      { name: "state", label: "State" },
      { name: "name", label: "Name" },
      ...EXPOSURE_KINDS.map((kind) => ({ name: kind, label: KIND_NOTES[kind].label })),
    ],
    rows: knownRows(record, organisation, year),
    figure: null,
  };
}

/** Sums over the years asked for, of kinds that flow. */
function periodRows(record: CasusRecord, all: readonly Dependence[]): readonly Row[] {
  const keys = [
    ...new Set(all.map(({ kind, state, partner }) => `${kind} ${state} ${partner}`)),
  ];
  return keys.flatMap((key): Row[] => {
    const [kind, state, partner] = key.split(" ") as [ExposureKind, StateKey, StateKey];
    if (kind === "obligations" || !SHARED_KINDS.includes(kind)) return [];
    const years = all
      .filter((one) => one.kind === kind && one.state === state && one.partner === partner)
      .map((one) => one.year);
    const [from, to] = [Math.min(...years), Math.max(...years)];
    const sums = new Map<StateKey | "", number>();
    const add = (name: StateKey | "", amount: number): void =>
      void sums.set(name, (sums.get(name) ?? 0) + amount);
    if (kind === "arms") {
      // Single years, since the windows of five overlap; the first window reaches back.
      for (const row of record.userSources?.arms() ?? []) {
        if (row.recipient === state && row.year >= from - 4 && row.year <= to)
          add(row.supplier, row.amount);
      }
    } else {
      for (const year of years) {
        for (const [name, amount] of exchanges(record, kind).get(state)?.get(year)?.partners ??
          [])
          add(name, amount);
      }
    }
    return [
      {
        kind,
        state,
        name: record.states.name(state),
        partner,
        from: kind === "arms" ? from - 4 : from,
        to,
        years: years.length,
        share: exposure(sums, partner),
        hhi: partnerConcentration(sums)?.hhi ?? null,
      },
    ];
  });
}

function kindFinding(asked: Asked, kind: ExposureKind, all: readonly Dependence[]): Finding[] {
  const { record, organisation, base } = asked;
  const own = all.filter((one) => one.kind === kind && one.share !== null);
  const year = Math.max(...own.map((one) => one.year));
  const known = own.filter((one) => one.year === year).toSorted((a, b) => b.share! - a.share!);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const name = (key: StateKey): string => record.states.name(key, `${year}-12-31`);
  const shares = known.map((one) => one.share!);
  const middle = known.length < FEWEST_KNOWN ? null : medianOf(shares);
  const { label, unit } = KIND_NOTES[kind];
  const stated =
    known.length === 1
      ? `${percent(first.share!)} of ${name(first.state)}'s ${label} (${unit}); no other member's ` +
        "is known."
      : `${percent(last.share!)} (${name(last.state)}) to ${percent(first.share!)} ` +
        `(${name(first.state)}) of members' ${label} (${unit})` +
        `${middle === null ? "" : `, median ${percent(middle)}`}; known of ` +
        `${counted(known.length, "member")} of ${organisation.short}.`;
  return [
    {
      id: `exposure-${kind}`,
      text: `In ${year} ${name(first.partner)} accounted for ${stated}`,
      value: known.length === 1 ? first.share : middle,
      ...WITHOUT_INTERVAL,
      n: known.length,
      comparison: classText(classRows(record, kind, year), organisation.id),
      method: "Exposure",
      evidence: [base],
    },
  ];
}

function unknownFinding({ record, organisation, year, base }: Asked): Finding {
  const rows = knownRows(record, organisation, year);
  const cells = rows.flatMap((row) => EXPOSURE_KINDS.map((kind) => row[kind] === "known"));
  const known = cells.filter(Boolean).length;
  const missing = EXPOSURE_KINDS.filter((kind) => rows.every((row) => row[kind] === "unknown"));
  return {
    id: "unknown",
    text:
      `Of ${cells.length} exposures of ${organisation.short}'s members in ${year} (members by ` +
      `kinds) ${known} are known.` +
      (missing.length === 0
        ? ""
        : ` Not decidable for any member: ${listed(missing.map((kind) => KIND_NOTES[kind].label))}.`),
    value: cells.length === 0 ? null : known / cells.length,
    ...WITHOUT_INTERVAL,
    n: cells.length,
    comparison: null,
    method: "Exposure",
    evidence: [base],
  };
}

function figureOf(rows: readonly Row[], short: string): Figure | null {
  const shared = rows.some((row) => row["share"] !== null);
  if (!shared && !rows.some((row) => row["kind"] === "troops")) return null;
  return {
    kind: "series",
    title: shared
      ? `Exposure of members of ${short} to the largest`
      : `US troops in members of ${short}`,
    x: "year",
    y: shared ? "share" : "amount",
    lower: null,
    upper: null,
    series: "line",
    xLabel: "Year",
    yLabel: shared ? "Share of the whole" : "On active duty",
    domain: shared ? [0, 1] : null,
    rule: null,
  };
}

function draftOf({ record, query }: ViewContext, organisation: Organisation): Draft {
  const base = `/alliances/${organisation.id}/dependence`;
  const last = Number(record.votes.rollCalls.at(-1)?.date.slice(0, 4) ?? 0);
  const from = Number(query.from?.slice(0, 4) ?? 1946);
  const to = Number(query.to?.slice(0, 4) ?? last);
  const all = dependences(record, organisation, { from, to });
  const years = all.map((one) => one.year);
  const year = query.year ?? (years.length === 0 ? to : Math.max(...years));
  const asked = { record, organisation, year, base };
  const findings = SHARED_KINDS.flatMap((kind) => kindFinding(asked, kind, all));
  const rows = all
    .filter((one) => query.year === null || one.year === query.year)
    .map((one) => dependenceRow(record, one));
  const compared = SHARED_KINDS.flatMap((kind) => {
    const own = all.filter((one) => one.kind === kind && one.share !== null);
    return own.length === 0
      ? []
      : classRows(record, kind, Math.max(...own.map((one) => one.year)));
  });
  return {
    title: `Dependence in ${organisation.short}`,
    summary: {
      year,
      largest: all.at(-1)?.partner ?? null,
      rows: rows.length,
      known: unknownFinding(asked).value,
    },
    columns: COLUMNS,
    rows,
    sections: [
      knownSection(asked),
      {
        id: "matrix",
        title: `Each member to each other in ${year}`,
        text: ["What is known of that year alone. Troops and bases are counts, not shares."],
        findings: [],
        address: base,
        columns: [
          { name: "kind", label: "Kind" },
          { name: "state", label: "State" },
          { name: "partner", label: "Partner" },
          { name: "share", label: "Exposure", digits: 4 },
          { name: "amount", label: "Amount" },
        ],
        rows: matrixRows(record, organisation, year),
        figure: null,
      },
      {
        id: "period",
        title: "Over the years asked for",
        text: [
          "Sums over the known years between the first and the last; of arms over the years of " +
            "every window of five.",
        ],
        findings: [],
        address: base,
        columns: [
          { name: "kind", label: "Kind" },
          { name: "state", label: "State" },
          { name: "name", label: "Name" },
          { name: "partner", label: "Largest member" },
          { name: "from", label: "From" },
          { name: "to", label: "To" },
          { name: "years", label: "Years known" },
          { name: "share", label: "Exposure to it", digits: 4 },
          { name: "hhi", label: "HHI over partners", digits: 4 },
        ],
        rows: periodRows(record, all),
        figure: null,
      },
      {
        id: "class",
        title: "Members of every organisation to their largest member",
        text: [
          `In the last year known here, by kind; a median is withheld below ${FEWEST_KNOWN} members.`,
        ],
        findings: findings.map(({ id }) => id),
        address: base,
        columns: [
          { name: "kind", label: "Kind" },
          { name: "year", label: "Year" },
          { name: "organisation", label: "Id" },
          { name: "short", label: "Organisation" },
          { name: "known", label: "Members known" },
          { name: "median", label: "Median exposure", digits: 4 },
          { name: "least", label: "Least", digits: 4 },
          { name: "most", label: "Most", digits: 4 },
        ],
        rows: compared,
        figure: null,
      },
    ],
    findings: [...findings, unknownFinding(asked)],
    figure: figureOf(rows, organisation.short),
    method: METHOD,
    sources: [
      ...new Set(all.map(({ held }) => held.source)),
      ...organisationSources(organisation),
    ],
    caveats: [
      "An exposure is what could be withheld, not what was: nothing here says that it was used.",
      "Trade through third states, gold and goods sent on count with the partner that declares " +
        "them; official figures of Armenia from 2022 on hold much of that.",
      "A base that the list of 2019 does not name may exist; of it nothing is said.",
    ],
    covers:
      years.length === 0
        ? { from: dayOf(organisation.founded.date), to: `${to}-12-31` }
        : { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` },
  };
}

/** The part of an assessment that says what members depend on, and what is not known of it. */
export function dependencePart(context: ViewContext, body: Body) {
  const query = { ...context.query, from: null, to: null, year: null };
  const draft = draftOf({ ...context, query }, body.organisation!);
  const findings = draft.findings ?? [];
  const [known, , , compared] = draft.sections ?? [];
  return {
    sections: [known!, compared!].map((section) => ({
      ...section,
      id: section.id === "known" ? "dependence" : "dependence-class",
      title:
        section.id === "known" ? `Dependence: ${section.title.toLowerCase()}` : section.title,
    })),
    findings,
    method: METHOD,
    sources: draft.sources,
  };
}

/** `/alliances/{id}/dependence`: what each member has from the largest and from each other. */
export const allianceDependenceView: View = {
  path: "/alliances/{id}/dependence",
  describe:
    "what each member depends on the largest and on each other for: trade, arms, money transfers, " +
    "promises of defence, troops, bases; and which of it is unknown",
  example: "/alliances/csto/dependence",
  parameters: ["from", "to", "year"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) =>
    draftOf(context, organisationOf(context.record, context.path["id"] ?? "")),
};
