import { FEWEST_SESSIONS, leadLag } from "../../measures/influence/lead-lag.ts";
import { majorityOfOthers } from "../../measures/influence/majority-of-others.ts";
import { sidingWith } from "../../measures/influence/siding-with.ts";
import type { FilteredPositions } from "../../measures/positions/filter-positions.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { type Body, organisationBody } from "../body.ts";
import { selectRollCalls } from "../selection.ts";
import { counted, fixed, percent } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { leaderByRollCall, MAJORITY_METHOD, pairedMajority } from "./influence-majority.ts";
import { aloneShare, SIDING_METHOD } from "./influence-siding.ts";
import { leadSteps, memberSteps } from "./influence-steps.ts";

/** Fewest contested roll calls with which an organisation enters a comparison. */
const FEWEST = 50;

function organisationRow(
  { record, query }: ViewContext,
  id: string,
  filtered: FilteredPositions,
): Row {
  const body = organisationBody(record, id);
  const { votes } = record;
  const selection = selectRollCalls(votes, query);
  const leaderAt = leaderByRollCall(votes, body);
  const paired = pairedMajority(majorityOfOthers(votes, body.spells, selection), leaderAt);
  const mean = (value: (row: (typeof paired)[number]) => number): number | null =>
    paired.length === 0
      ? null
      : paired.reduce((sum, row) => sum + value(row), 0) / paired.length;
  const alone = aloneShare(sidingWith(votes, body.spells, selection, leaderAt));
  const found = leadLag(filtered, leadSteps(memberSteps(record, body, filtered, query)));
  const stated = found !== null && found.sessions >= FEWEST_SESSIONS ? found : null;
  return {
    organisation: id,
    short: body.short,
    kind: body.organisation!.kind,
    largest: body.organisation!.largest.at(-1)?.state ?? null,
    contested: paired.length,
    majority: mean((row) => row.largest),
    others: mean((row) => row.others),
    alone: alone.n,
    alone_members: alone.members,
    alone_outside: alone.outside,
    sessions: found?.sessions ?? 0,
    follow: stated?.follow ?? null,
    lead: stated?.lead ?? null,
    difference: stated?.difference ?? null,
  };
}

/** Where the body stands among the organisations that have a value in a column. */
function place(
  rows: readonly Row[],
  id: string,
  column: string,
  count: string,
): { own: number; rank: number; of: number; median: number } | null {
  const stated = rows.filter((row) => row[column] !== null && Number(row[count]) >= FEWEST);
  const own = stated.find((row) => row["organisation"] === id);
  if (own === undefined || stated.length < 2) return null;
  const others = stated
    .filter((row) => row !== own)
    .map((row) => Number(row[column]))
    .sort((a, b) => a - b);
  const value = Number(own[column]);
  return {
    own: value,
    rank: 1 + others.filter((other) => other > value).length,
    of: stated.length,
    median: (others[(others.length - 1) >> 1]! + others[others.length >> 1]!) / 2,
  };
}

function placeFinding(
  rows: readonly Row[],
  body: Body,
  {
    id,
    column,
    count,
    what,
    method,
  }: Record<"id" | "column" | "count" | "what" | "method", string>,
): readonly Finding[] {
  const found = place(rows, body.organisation?.id ?? "", column, count);
  if (found === null) return [];
  return [
    {
      id,
      text:
        `${body.short} is number ${found.rank} of ${counted(found.of, "organisation")} by the ` +
        `share of ${what}: ${percent(found.own)}, median of the others ${percent(found.median)}.`,
      value: found.own,
      ...WITHOUT_INTERVAL,
      n: found.of,
      comparison:
        `Every other organisation of the record with ${FEWEST} such roll calls or more, over its ` +
        `own years: median ${fixed(found.median)}.`,
      method,
      evidence: ["/alliances", `${body.base}/influence`],
    },
  ];
}

/** The same of every organisation of the record. */
export function influenceClass(
  context: ViewContext,
  body: Body,
  filtered: FilteredPositions,
): { readonly section: Section; readonly findings: readonly Finding[] } {
  const rows = context.record.organisations.map(({ id }) =>
    organisationRow(context, id, filtered),
  );
  const findings = [
    ...placeFinding(rows, body, {
      id: "majority-class",
      column: "majority",
      count: "contested",
      what: "contested roll calls on which the largest member is with the majority of the others",
      method: MAJORITY_METHOD.name,
    }),
    ...placeFinding(rows, body, {
      id: "siding-class",
      column: "alone_members",
      count: "alone",
      what: "members that vote with the largest where it is alone",
      method: SIDING_METHOD.name,
    }),
  ];
  return {
    findings,
    section: {
      id: "organisations",
      title: "Every organisation of the record",
      text: [
        "Each over its own years within those asked for, with the largest member of the day. " +
          "Members of one organisation belong to others, so that the rows are not independent.",
      ],
      findings: findings.map(({ id }) => id),
      address: `${body.base}/influence`,
      columns: [
        { name: "organisation", label: "Id" },
        { name: "short", label: "Organisation" },
        { name: "kind", label: "Kind" },
        { name: "largest", label: "Largest member", note: "the last one on record" },
        { name: "contested", label: "Contested roll calls" },
        {
          name: "majority",
          label: "Largest with the majority",
          digits: 6,
          note: "of the others, share of the contested roll calls",
        },
        { name: "others", label: "Other members", digits: 6, note: "the same, on the same" },
        { name: "alone", label: "Roll calls alone", note: "below a quarter of states outside" },
        { name: "alone_members", label: "Members with it", digits: 6 },
        { name: "alone_outside", label: "States outside with it", digits: 6 },
        { name: "sessions", label: "Sessions" },
        {
          name: "follow",
          label: "Others close",
          digits: 4,
          note: "share of the gap a session",
        },
        { name: "lead", label: "It closes", digits: 4 },
        { name: "difference", label: "Difference", digits: 4 },
      ],
      rows,
      figure: null,
    },
  };
}
