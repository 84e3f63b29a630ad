import { membershipsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StanceRow } from "../../record/stance.ts";
import type { Row } from "../answer.ts";
import { organisationBody } from "../body.ts";
import { organisationOf, stateOf } from "../lookup.ts";
import { counted } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import {
  callFinding,
  callRows,
  callSection,
  sideFindings,
  splitFinding,
  talliesOf,
  tallySection,
} from "./stance-findings.ts";
import { sourceCell } from "./case-text.ts";
import {
  conflictCell,
  coveredDays,
  findableRows,
  firstDay,
  hasWords,
  mayLieWithin,
  registeredIds,
} from "./table-rows.ts";

const COLUMNS = [
  { name: "id", label: "Row" },
  { name: "date", label: "Date", note: "EDTF; ~ means about" },
  { name: "state", label: "State", note: "empty: an organisation spoke" },
  { name: "name", label: "Name" },
  { name: "member", label: "Member", note: "of the alliance on the day" },
  { name: "speaker", label: "Speaker" },
  { name: "who", label: "Who" },
  { name: "kind", label: "Kind" },
  { name: "subject", label: "Subject" },
  { name: "stance", label: "Stance", note: "towards the largest member; n/a: does not arise" },
  { name: "counterpart", label: "Counterpart" },
  { name: "text", label: "What was said or done" },
  { name: "conflicts", label: "Sources that differ" },
  { name: "confidence", label: "Confidence" },
  { name: "sources", label: "Sources" },
];

function isMember(organisation: Organisation, { state, date }: StanceRow): boolean {
  return (
    state !== null &&
    membershipsOn(organisation, firstDay(date)).some((spell) => spell.state === state)
  );
}

function chosen(
  { record, query }: ViewContext,
  organisation: Organisation,
): readonly StanceRow[] {
  const states = query.state.map((key) => stateOf(record, key));
  return record.stances
    .filter(({ alliance }) => alliance === organisation.id)
    .filter(({ date }) => mayLieWithin(date, query.from, query.to))
    .filter(({ state }) => states.length === 0 || (state !== null && states.includes(state)))
    .filter(({ text, who, subject, kind }) =>
      hasWords(query.q, `${text} ${who ?? ""} ${subject} ${kind}`),
    );
}

function rowOf(record: CasusRecord, organisation: Organisation, row: StanceRow): Row {
  return {
    id: row.id,
    date: row.date.text,
    state: row.state,
    name:
      row.state === null ? row.organisation : record.states.name(row.state, firstDay(row.date)),
    member: isMember(organisation, row),
    speaker: row.speaker,
    who: row.who,
    kind: row.kind,
    subject: row.subject,
    stance: row.side,
    counterpart: row.counterpart,
    text: row.text,
    conflicts: conflictCell(row.conflicts),
    confidence: row.confidence,
    sources: sourceCell(row.sources),
  };
}

/** `/alliances/{id}/stances`: what members said and did, coded towards the largest one. */
export const allianceStancesView: View = {
  path: "/alliances/{id}/stances",
  describe:
    "public statements and acts of members, dated and sourced, coded towards the largest member",
  example: "/alliances/csto/stances?from=2022",
  parameters: ["from", "to", "state", "q"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) => {
    const { record, path, query } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const base = `${body.base}/stances`;
    const rows = chosen(context, organisation);
    const members = rows.filter((row) => isMember(organisation, row));
    const lastVote = record.votes.rollCalls.at(-1)?.date ?? "";
    const { from, to } = coveredDays(rows, query, lastVote);
    const largestKey = body.largestOn(to)?.state ?? null;
    const largest =
      largestKey === null ? "the largest member" : record.states.name(largestKey, to);
    const tallies = talliesOf(record, members);
    const calls = callRows(rows);
    const side = (name: string): number => members.filter((row) => row.side === name).length;
    const none = rows.length === 0;
    return {
      title: `Public stances of members of ${organisation.short}`,
      summary: {
        rows: rows.length,
        rows_of_members: members.length,
        members: tallies.length,
        with_largest: side("with-largest"),
        neutral: side("neutral"),
        against_largest: side("against-largest"),
        not_coded: side("n/a"),
        leader_talks: calls.reduce((sum, { talks }) => sum + Number(talks), 0),
        conflicting: rows.filter(({ conflicts }) => conflicts.length > 0).length,
        largest: largestKey,
      },
      columns: COLUMNS,
      rows: rows.map((row) => rowOf(record, organisation, row)),
      sections: none ? [] : [tallySection(base, tallies), ...callSection(base, calls)],
      findings: none
        ? []
        : [
            {
              id: "coverage",
              text:
                `The table holds ${counted(rows.length, "row")} between ${from} and ${to}, ` +
                `${members.length} of them of ${counted(tallies.length, "member")}; ` +
                `${findableRows(rows)} name a source that can be found again.`,
              value: rows.length,
              ...WITHOUT_INTERVAL,
              n: rows.length,
              comparison: null,
              method: "Count of coded stances",
              evidence: [base],
            },
            ...splitFinding(base, largest, tallies),
            ...sideFindings(base, largest, tallies),
            ...callFinding(base, calls),
          ],
      method: [
        {
          name: "Count of coded stances",
          text:
            "A row is with the largest member where it endorses an act or claim of that member " +
            "or gives it means; against where it rejects one, applies measures against it or " +
            "helps its adversary; neutral where it takes no side, calls for talks or denies " +
            "taking part. A call with the adversary's leader is neutral unless its read-out " +
            "says more. One coder coded each row; read-outs that differ stand beside it.",
          reference: null,
        },
      ],
      sources: ["casus-stances", ...registeredIds(rows)],
      caveats: [
        ...(none
          ? [`The record holds no row for ${organisation.short} under this selection.`]
          : []),
        "A missing row is not evidence that a state was silent: the table was compiled from what " +
          "could be read, in English and Russian more than in the members' own languages.",
        "Counts depend on how often a state was reported on; they compare kinds of rows, not " +
          "intensity.",
        "Votes of the General Assembly are not repeated here.",
      ],
      covers: { from, to },
    };
  },
};
