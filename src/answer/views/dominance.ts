import { dayOf } from "../../dates/day-of.ts";
import { decisionStance } from "../../measures/influence/case-conduct.ts";
import type { Organisation } from "../../record/organisation.ts";
import { membershipsOn } from "../../record/membership.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, Figure, Finding, MethodNote, Row, Section } from "../answer.ts";
import { organisationBody, type Body } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import { counted, percent } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import type { Part } from "./assessment-parts.ts";
import { caseSources } from "./case-text.ts";
import { dominanceFindings, type StanceCounts } from "./dominance-findings.ts";
import { type Dominance, dominanceOf, majoritySent } from "./dominance-rows.ts";
import { registeredIds } from "./table-rows.ts";

const DOMINANCE_METHOD: readonly MethodNote[] = [
  {
    name: "Share of those sent",
    text:
      "Of the people sent in a case, those of the largest member, within the bounds that the " +
      "sizes on record leave: its contingent against the others', and against the whole force. " +
      "A contingent of unknown size has no upper bound; contingents that all have a size are " +
      "taken to be all there were; a member that stood aside or gave words sent nobody; one not " +
      "seen may have sent any number. More than half: decided where both bounds are on one side.",
    reference: null,
  },
  {
    name: "Against equal turns",
    text:
      "The largest member's commands, and sessions and exercises at its place, against the exact " +
      "distribution if each fell to any member with equal chance; two-sided, twice the smaller " +
      "tail. The smallest p that so few turns can give is printed beside it. In a fixed rota " +
      "turns vary less, and the test rejects too seldom. The interval of a share is exact.",
    reference:
      "Hodges and Le Cam 1960, doi:10.1214/aoms/1177705799; Clopper and Pearson 1934, " +
      "doi:10.1093/biomet/26.4.404",
  },
  {
    name: "Decisions without the largest member",
    text:
      "Cases with a decision on record, refusals aside. For: contributed, supported, or named " +
      "among those that decided; aside: abstained; against: dissented; alone: it alone is seen " +
      "to have decided. A stance not seen counts as neither.",
    reference: "Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404",
  },
];

const COLUMNS: readonly Column[] = [
  { name: "case", label: "Case" },
  { name: "title", label: "Title" },
  { name: "day", label: "Day", note: "of the call, else of the crisis" },
  { name: "largest", label: "Largest member" },
  { name: "members", label: "Members" },
  { name: "outcome", label: "Outcome" },
  {
    name: "least",
    label: "Share sent, least",
    digits: 4,
    note: "empty: nobody known to be sent",
  },
  { name: "most", label: "Share sent, most", digits: 4 },
  { name: "middle", label: "Middle", digits: 4, note: "of the two bounds, for the figure" },
  { name: "more_than_half", label: "More than half", note: "yes, no, undecidable" },
  { name: "command", label: "Command", note: "largest, other; empty: unknown" },
  {
    name: "decision",
    label: "Its stance to the decision",
    note: "empty: no decision on record",
  },
];

const EMPTY: StanceCounts = { with: 0, aside: 0, against: 0, alone: 0, "not-seen": 0 };

function addStance(counts: StanceCounts, stance: keyof StanceCounts | null): StanceCounts {
  return stance === null ? counts : { ...counts, [stance]: counts[stance] + 1 };
}

/** Stances of the largest member, and of the other members in the same cases. */
function stanceCounts(organisation: Organisation, own: Dominance) {
  let [largest, others] = [EMPTY, EMPTY];
  for (const { item, decision, day, largest: state } of own.cases) {
    largest = addStance(largest, decision);
    for (const member of membershipsOn(organisation, day)) {
      if (member.state === state || item.concerned.includes(member.state)) continue;
      others = addStance(others, decisionStance(item, member.state));
    }
  }
  return { largest, others };
}

const sum = (counts: readonly StanceCounts[]): StanceCounts =>
  counts.reduce(
    (all, one) => ({
      with: all.with + one.with,
      aside: all.aside + one.aside,
      against: all.against + one.against,
      alone: all.alone + one.alone,
      "not-seen": all["not-seen"] + one["not-seen"],
    }),
    EMPTY,
  );

function caseRows({ cases }: Dominance): readonly Row[] {
  return cases.map(({ item, day, largest, members, troops, command, decision }) => ({
    case: item.id,
    title: item.title,
    day,
    largest,
    members,
    outcome: item.outcome,
    least: troops?.least ?? null,
    most: troops?.most ?? null,
    middle: troops === null ? null : (troops.least + troops.most) / 2,
    more_than_half:
      troops === null
        ? null
        : troops.least > 0.5
          ? "yes"
          : troops.most <= 0.5
            ? "no"
            : "undecidable",
    command: command === null ? null : command ? "largest" : "other",
    decision,
  }));
}

function budgetFinding(organisation: Organisation, base: string, largest: string): Finding {
  const rows = (organisation.budgetShares ?? []).filter(({ state }) => state === largest);
  const said = rows.map(
    ({ least, most, budget, date }) =>
      `${least === most ? percent(least) : `${percent(least)} to ${percent(most)}`} of ${budget}, ${date}`,
  );
  const last = rows.at(-1);
  return {
    id: "dominance-budget",
    text:
      last === undefined
        ? `${organisation.short}: the largest member's share of the budget is not decidable with ` +
          "this record; it lacks a dated scale of contributions."
        : `${organisation.short}: the largest member was to pay ${said.join("; ")}. Other years ` +
          "are not on record, and none is carried forward.",
    value: last === undefined || last.least !== last.most ? null : last.least,
    lower: last?.least ?? null,
    upper: last?.most ?? null,
    level: null,
    n: rows.length,
    comparison:
      last === undefined ? null : "Every share of a budget that a source in the record gives.",
    method: "Budget shares as sources give them",
    evidence: [base],
  };
}

function classRow(organisation: Organisation, found: Dominance): Row {
  const sent = majoritySent(found.cases);
  const { largest } = stanceCounts(organisation, found);
  return {
    organisation: organisation.id,
    short: organisation.short,
    largest: organisation.largest.at(-1)?.state ?? null,
    cases: found.cases.length,
    sent: sent.yes + sent.no + sent.undecidable,
    more_than_half: sent.yes,
    not_more: sent.no,
    undecidable: sent.undecidable,
    least: sent.least,
    most: sent.most,
    commands: found.commands?.times ?? null,
    known_commands: found.commands?.turns ?? 0,
    with: largest.with,
    alone: largest.alone,
    aside: largest.aside,
    against: largest.against,
    not_seen: largest["not-seen"],
    hosted: found.hosting?.times ?? null,
    known_hosts: found.hosting?.turns ?? 0,
  };
}

const plain = (names: readonly string[]): readonly Column[] =>
  names.map((name) => ({ name, label: name.replaceAll("_", " ") }));

function sections(
  record: CasusRecord,
  organisation: Organisation,
  base: string,
  own: Dominance,
  all: readonly Row[],
): readonly Section[] {
  return [
    {
      id: "hosts",
      title: "Sessions and exercises with one known host",
      text: [
        `Held, of those on record; ${own.hostUnknown} more have no known host or several. The ` +
          "table of gatherings is of those found, not of all.",
      ],
      findings: ["dominance-hosting"],
      address: null,
      columns: plain(["gathering", "name", "kind", "date", "host", "largest", "members"]),
      rows: own.hosted.map(({ gathering, host, largest, members }) => ({
        gathering: gathering.id,
        name: gathering.name,
        kind: gathering.kind,
        date: gathering.date.text,
        host,
        largest,
        members,
      })),
      figure: null,
    },
    {
      id: "budget",
      title: "Shares of budgets that a source gives",
      text: ["Each of the budget named; no share is carried to another year."],
      findings: ["dominance-budget"],
      address: null,
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "date", label: "Date" },
        { name: "budget", label: "Budget" },
        { name: "least", label: "Least", digits: 4 },
        { name: "most", label: "Most", digits: 4 },
        { name: "confidence", label: "Confidence" },
        { name: "note", label: "Note" },
        { name: "sources", label: "Sources" },
      ],
      rows: (organisation.budgetShares ?? []).map(({ sources, note, ...row }) => ({
        ...row,
        name: record.states.name(row.state, dayOf(row.date)),
        note: note ?? null,
        sources: sources.join(" "),
      })),
      figure: null,
    },
    {
      id: "organisations",
      title: "Largest members of every organisation with cases on record",
      text: [
        "The case base holds more answered calls than refused ones, and cases that a source " +
          "tells at length; counts are of the record.",
      ],
      findings: ["dominance-troops", "dominance-decisions"],
      address: base,
      columns: plain(Object.keys(all[0] ?? {})).map((column) =>
        ["least", "most"].includes(column.name) ? { ...column, digits: 4 } : column,
      ),
      rows: all,
      figure: null,
    },
  ].filter(({ rows }) => rows.length > 0);
}

const shareFigure = (short: string): Figure => ({
  kind: "ranks",
  title: `${short}: share of those sent that the largest member sent, within bounds`,
  label: "case",
  value: "middle",
  lower: "least",
  upper: "most",
  highlight: null,
  xLabel: "Share of the people sent",
  domain: [0, 1],
  rule: 0.5,
});

/** The findings on dominance in conduct, with what they rest on. */
function conductOf({ record, query }: Pick<ViewContext, "record" | "query">, body: Body) {
  const organisation = body.organisation!;
  const base = `${body.base}/dominance`;
  const every = record.organisations.map((one) => ({
    one,
    found: dominanceOf(record, one),
  }));
  const own = every.find(({ one }) => one.id === organisation.id)!.found;
  const others = every.filter(({ one }) => one.id !== organisation.id);
  const lastLargest = organisation.largest.at(-1)?.state ?? "";
  const findings = [
    ...dominanceFindings(
      {
        short: organisation.short,
        base,
        level: query.level,
        others: others.map(({ found }) => found),
      },
      own,
      {
        ...stanceCounts(organisation, own),
        elsewhere: sum(others.map(({ one, found }) => stanceCounts(one, found).largest)),
      },
    ),
    budgetFinding(organisation, base, lastLargest),
  ];
  const rows = every
    .filter(({ found }) => found.cases.length + found.hosted.length > 0)
    .map(({ one, found }) => classRow(one, found));
  return { own, findings, rows, base };
}

/** Dominance in conduct as a part of an assessment. */
export function dominancePart(context: ViewContext, body: Body): Part {
  const { own, findings, base } = conductOf(context, body);
  return {
    sections: [
      {
        id: "dominance",
        title: "Dominance in conduct: what the largest member sends, commands and decides",
        text: [
          "Cases of the organisation in which its largest member was not in trouble itself. " +
            "Sending most and commanding do not show that it decided against the others.",
        ],
        findings: findings.map(({ id }) => id),
        address: base,
        columns: COLUMNS,
        rows: caseRows(own),
        figure: own.cases.some(({ troops }) => troops !== null)
          ? shareFigure(body.short)
          : null,
      },
    ],
    findings,
    method: DOMINANCE_METHOD,
  };
}

/** `/alliances/{id}/dominance`: what the largest member sends, commands, decides, hosts and pays. */
export const allianceDominanceView: View = {
  path: "/alliances/{id}/dominance",
  describe:
    "dominance in conduct: the largest member's share of those sent, its commands, decisions " +
    "without it, sessions at its place and its share of budgets",
  example: "/alliances/csto/dominance",
  parameters: ["level"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) => {
    const { record, path } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const { own, findings, rows: all, base } = conductOf(context, body);
    const sent = majoritySent(own.cases);
    const cases = own.cases.map(({ item }) => item);
    const days = own.cases.map(({ day }) => day).sort();
    const founded = dayOf(organisation.founded.date);
    return {
      title: `Dominance in conduct in ${organisation.name}`,
      summary: {
        cases: own.cases.length,
        own_trouble: own.ownTrouble,
        more_than_half: sent.yes,
        not_more: sent.no,
        undecidable: sent.undecidable,
        commands: own.commands?.times ?? null,
        known_commands: own.commands?.turns ?? 0,
        commands_p: own.commands?.p ?? null,
        hosted: own.hosting?.times ?? null,
        known_hosts: own.hosting?.turns ?? 0,
        hosting_p: own.hosting?.p ?? null,
      },
      columns: COLUMNS,
      rows: caseRows(own),
      sections: sections(record, organisation, base, own, all),
      findings,
      figure: shareFigure(organisation.short),
      method: [
        ...DOMINANCE_METHOD,
        {
          name: "Budget shares as sources give them",
          text: "Shares that a source was found for, each of the budget that it names.",
          reference: null,
        },
      ],
      sources: [
        ...organisationSources(organisation),
        ...(organisation.budgetShares ?? []).flatMap(({ sources }) => sources),
        ...caseSources(cases),
        ...registeredIds(own.hosted.map(({ gathering }) => gathering)),
      ],
      caveats: [
        "Sending most, commanding and hosting are what a large member can do; they do not show " +
          "that it decided against the others.",
        ...(own.ownTrouble === 0
          ? []
          : [
              `Left out, since the largest member was in trouble itself: ${counted(own.ownTrouble, "case")}.`,
            ]),
      ],
      covers: { from: days[0] ?? founded, to: days.at(-1) ?? founded },
    };
  },
};
