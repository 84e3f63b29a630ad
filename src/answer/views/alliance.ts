import { dayOf } from "../../dates/day-of.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { organisationBody, type Body } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import { counted, listed } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";

/** Columns of the membership rows. */
export const MEMBERSHIP_COLUMNS = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "from", label: "From" },
  { name: "from_event", label: "By" },
  { name: "to", label: "To", note: "empty: a member on the last day covered" },
  { name: "to_event", label: "Ended by" },
  { name: "confidence", label: "Confidence" },
  { name: "sources", label: "Sources" },
  { name: "note", label: "Note" },
];

/** One row a membership spell, in order of entry. */
export function membershipRows(
  record: CasusRecord,
  organisation: Organisation,
): readonly Row[] {
  return organisation.memberships
    .toSorted((a, b) =>
      dayOf(a.from) < dayOf(b.from) ? -1 : dayOf(a.from) > dayOf(b.from) ? 1 : 0,
    )
    .map((spell) => ({
      state: spell.state,
      name: record.states.name(spell.state, dayOf(spell.from)),
      from: spell.from,
      from_event: spell.fromEvent,
      to: spell.to,
      to_event: spell.toEvent,
      confidence: spell.confidence,
      sources: spell.sources.join(" "),
      note: spell.note ?? null,
    }));
}

/** The sources of an organisation's dates. */
export function organisationSources(organisation: Organisation): readonly string[] {
  return [
    ...organisation.founded.sources,
    ...(organisation.inForce?.sources ?? []),
    ...(organisation.ended?.sources ?? []),
    ...organisation.memberships.flatMap(({ sources }) => sources),
    ...organisation.suspensions.flatMap(({ sources }) => sources),
    ...organisation.largest.flatMap(({ sources }) => sources),
  ];
}

function suspensionSection(organisation: Organisation): readonly Section[] {
  if (organisation.suspensions.length === 0) return [];
  return [
    {
      id: "suspensions",
      title: "Suspensions",
      text: [
        "A suspended state remains a member; the rows above do not end with a suspension.",
      ],
      findings: [],
      address: null,
      columns: ["state", "from", "to", "kind", "confidence", "sources", "note"].map((name) => ({
        name,
        label: name,
      })),
      rows: organisation.suspensions.map((row) => ({
        state: row.state,
        from: row.from,
        to: row.to,
        kind: row.kind,
        confidence: row.confidence,
        sources: row.sources.join(" "),
        note: row.note ?? null,
      })),
      figure: null,
    },
  ];
}

/** How many members an organisation has, said in a text. */
export const membersFinding = (
  { base }: Body,
  { memberships }: Organisation,
  text: string,
  members: number,
): Finding => ({
  id: "members",
  text,
  value: members,
  ...WITHOUT_INTERVAL,
  n: memberships.length,
  comparison: null,
  method: "Dated memberships",
  evidence: [base],
});

/** `/alliances/{id}`: who belongs, and since when. */
export const allianceView: View = {
  path: "/alliances/{id}",
  describe:
    "an organisation: its members, since when, its largest member and its rule of decision",
  example: "/alliances/csto",
  parameters: ["at"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const lastVote = record.votes.rollCalls.at(-1)?.date ?? "";
    const at = query.at ?? lastVote;
    const members = body.membersOn(at).toSorted();
    const largest = body.largestOn(at);
    const text =
      organisation.ended !== null && at >= dayOf(organisation.ended.date)
        ? `${organisation.short} had ended by ${at} (${organisation.ended.date}).`
        : `On ${at} ${organisation.short} has ${counted(members.length, "member")}: ` +
          `${listed(members.map((key) => record.states.name(key, at)))}.`;
    return {
      title: organisation.name,
      summary: {
        id: organisation.id,
        short: organisation.short,
        kind: organisation.kind,
        founded: organisation.founded.date,
        in_force: organisation.inForce?.date ?? null,
        ended: organisation.ended?.date ?? null,
        at,
        members: members.length,
        member_states: members.join(" "),
        largest: largest?.state ?? null,
        largest_criterion: largest?.criterion ?? null,
        decision_rule: organisation.decisionRule,
      },
      columns: MEMBERSHIP_COLUMNS,
      rows: membershipRows(record, organisation),
      sections: suspensionSection(organisation),
      findings: [membersFinding(body, organisation, text, members.length)],
      figure: {
        kind: "spans",
        title: `Members of ${organisation.short}`,
        label: "name",
        from: "from",
        to: "to",
      },
      method: [
        {
          name: "Dated memberships",
          text: organisation.dating ?? "Memberships are dated by the act that the row names.",
          reference: null,
        },
      ],
      sources: organisationSources(organisation),
      caveats: [organisation.decisionNote, organisation.notes].filter((note) => note !== null),
      covers: { from: dayOf(organisation.founded.date), to: at },
    };
  },
};
