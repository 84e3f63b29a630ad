import type { Organisation } from "../../record/organisation.ts";
import type { ParticipationRow } from "../../record/participation.ts";
import type { StateKey } from "../../states/state.ts";
import { organisationBody } from "../body.ts";
import { organisationOf, stateOf } from "../lookup.ts";
import { counted, listed } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import {
  awayFindings,
  eventRows,
  eventSection,
  levelFinding,
  presenceTallies,
  stateSection,
} from "./participation-findings.ts";
import { sourceCell } from "./case-text.ts";
import {
  coveredDays,
  findableRows,
  firstDay,
  hasWords,
  mayLieWithin,
  registeredIds,
} from "./table-rows.ts";

const COLUMNS = [
  { name: "event", label: "Event" },
  { name: "date", label: "Date", note: "EDTF; ~ means about" },
  { name: "title", label: "Title" },
  { name: "kind", label: "Kind" },
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  {
    name: "present",
    label: "Present",
    note: "declined: away by its own choice; no: away for any reason",
  },
  { name: "level", label: "Level", note: "none: nobody came, or no level applies or was seen" },
  { name: "text", label: "Remark" },
  {
    name: "outside",
    label: "Not a member",
    note: "why a state that is no member on the day has a row",
  },
  { name: "confidence", label: "Confidence" },
  { name: "sources", label: "Sources" },
];

function chosen(
  { record, query }: ViewContext,
  organisation: Organisation,
): readonly ParticipationRow[] {
  return record.participation
    .filter((row) => row.organisation === organisation.id)
    .filter(({ date }) => mayLieWithin(date, query.from, query.to))
    .filter(({ text, title, kind, event }) =>
      hasWords(query.q, `${text ?? ""} ${title} ${kind} ${event}`),
    );
}

/** `/alliances/{id}/participation`: who came, at which level, beside those that stayed away. */
export const allianceParticipationView: View = {
  path: "/alliances/{id}/participation",
  describe:
    "attendance and its level, exercises, dues and signatures, members that stayed included",
  example: "/alliances/csto/participation",
  parameters: ["from", "to", "state", "q"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) => {
    const { record, path, query } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const base = `${body.base}/participation`;
    const wanted = query.state.map((key) => stateOf(record, key));
    const asked = ({ state }: { readonly state: StateKey }): boolean =>
      wanted.length === 0 || wanted.includes(state);
    const all = chosen(context, organisation);
    const rows = all.filter(asked);
    const shown = new Set(rows.map(({ event }) => event));
    const events = eventRows(
      organisation,
      all.filter(({ event }) => shown.has(event)),
    );
    const tallies = presenceTallies(record, all).filter(asked);
    const lastVote = record.votes.rollCalls.at(-1)?.date ?? "";
    const { from, to } = coveredDays(rows, query, lastVote);
    const of = (present: string): number =>
      rows.filter((row) => row.present === present).length;
    const none = rows.length === 0;
    const away = tallies.filter(({ declined }) => declined > 0).map(({ name }) => name);
    return {
      title: `Participation in ${organisation.short}`,
      summary: {
        events: events.length,
        rows: rows.length,
        members: tallies.length,
        present: of("yes"),
        declined: of("declined"),
        absent: of("no"),
        unknown: of("unknown"),
        without_row: events.reduce((sum, row) => sum + Number(row["without_row"]), 0),
      },
      columns: COLUMNS,
      rows: rows.map((row) => ({
        event: row.event,
        date: row.date.text,
        title: row.title,
        kind: row.kind,
        state: row.state,
        name: record.states.name(row.state, firstDay(row.date)),
        present: row.present,
        level: row.level,
        text: row.text,
        outside: row.outside,
        confidence: row.confidence,
        sources: sourceCell(row.sources),
      })),
      sections: none ? [] : [stateSection(base, tallies), eventSection(base, events)],
      findings: none
        ? []
        : [
            {
              id: "coverage",
              text:
                `The table holds ${counted(events.length, "event")} between ${from} and ${to} ` +
                `with ${counted(rows.length, "row")}, of which ${of("unknown")} say that nothing ` +
                "was seen; " +
                `${findableRows(rows)} name a source that can be found again. ` +
                (away.length === 0
                  ? "No member is known to have declined one."
                  : `At least one event was declined by ${listed(away)}.`),
              value: events.length,
              ...WITHOUT_INTERVAL,
              n: rows.length,
              comparison: null,
              method: "Count of presence by event",
              evidence: [base],
            },
            ...awayFindings(base, tallies),
            ...levelFinding(base, tallies),
          ],
      method: [
        {
          name: "Count of presence by event",
          text:
            "One row a state and event. Shares are of the events at which it is known whether " +
            "the state came; a state that was not a member on the day is shown and not " +
            "counted. Exclusion and suspension count as away, not as declined.",
          reference: null,
        },
      ],
      sources: ["casus-participation", ...registeredIds(rows)],
      caveats: [
        ...(none
          ? [`The record holds no event for ${organisation.short} under this selection.`]
          : []),
        "A missing row is not evidence of absence, nor of presence.",
        "Events are in the table because a member stayed away, or because they come before or " +
          "after such an event; shares of these events are not shares of all events.",
      ],
      covers: { from, to },
    };
  },
};
