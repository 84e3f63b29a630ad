import { normalSpan } from "../../measures/positions/normal-span.ts";
import type { Column, Finding, Row, Section } from "../answer.ts";
import { groupBody, groupStates, organisationBody, type Body } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import { type Position, type Positions, positionsOf } from "../positions.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { withInterval } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import {
  POSITION_CAVEATS,
  POSITION_COLUMNS,
  positionMethod,
  positionRow,
} from "./positions-notes.ts";

const PARAMETERS = ["from", "to", "topic", "by", "level", "year", "scope"] as const;

const DISTANCE_COLUMNS: readonly Column[] = [
  { name: "voter", label: "State" },
  { name: "name", label: "Name" },
  { name: "with", label: "Largest" },
  { name: "period", label: "Period" },
  { name: "year", label: "Year" },
  {
    name: "distance",
    label: "Distance",
    digits: 4,
    note: "position less that of the largest member; the sign says on which side",
  },
  {
    name: "se",
    label: "Standard error",
    digits: 4,
    note: "the two positions taken as independent, which overstates it a little",
  },
  { name: "lower", label: "Lower", digits: 4 },
  { name: "upper", label: "Upper", digits: 4 },
];

/** The last day of the year at which a period stands; memberships are read there. */
const dayOfYear = (year: number): string => `${year}-12-31`;

/** The positions of a body's members while they belonged to it. */
function memberRows({ record }: ViewContext, body: Body, fit: Positions): readonly Position[] {
  return fit.rows.filter(({ voter, year }) =>
    body.membersOn(dayOfYear(year)).includes(record.votes.voters[voter]!),
  );
}

/** Each member's distance from the largest member, period by period. */
function distanceRows(
  context: ViewContext,
  body: Body,
  rows: readonly Position[],
): readonly Row[] {
  const { record, query } = context;
  const span = normalSpan(query.level);
  const at = new Map(rows.map((row) => [`${row.voter} ${row.period}`, row]));
  return rows.flatMap((row) => {
    const largest = body.largestOn(dayOfYear(row.year))?.state;
    const voter = largest === undefined ? -1 : record.votes.voters.indexOf(largest);
    const other = at.get(`${voter} ${row.period}`);
    if (other === undefined || voter === row.voter) return [];
    const distance = row.position - other.position;
    const se = Math.sqrt(row.se * row.se + other.se * other.se);
    const { voter: key, name, period, year } = positionRow(record, row, query);
    return [
      {
        voter: key,
        name,
        with: largest!,
        period,
        year,
        distance,
        se,
        lower: distance - span * se,
        upper: distance + span * se,
      },
    ];
  });
}

function distanceSection(body: Body, rows: readonly Row[]): Section {
  return {
    id: "distances",
    title: "Distance of each member from the largest",
    text: [
      "Zero is the largest member's own position; an interval that holds zero does not tell the two apart.",
    ],
    findings: rows.length === 0 ? [] : ["distances"],
    address: null,
    columns: DISTANCE_COLUMNS,
    rows,
    figure: {
      kind: "series",
      title: `Distance from the largest member of ${body.short}`,
      x: "year",
      y: "distance",
      lower: "lower",
      upper: "upper",
      series: "name",
      xLabel: "Year",
      yLabel: "Distance (standard deviations)",
      domain: null,
      rule: 0,
    },
  };
}

/** Which members stood apart from the largest in the last period, and which are not told apart. */
function distanceFinding(
  { query }: ViewContext,
  body: Body,
  rows: readonly Row[],
): readonly Finding[] {
  const last = rows.reduce((year, row) => Math.max(year, Number(row["year"])), 0);
  const then = rows
    .filter((row) => row["year"] === last)
    .sort((a, b) => Number(b["distance"]) - Number(a["distance"]));
  if (then.length === 0) return [];
  const apart = then.filter((row) => Number(row["lower"]) > 0 || Number(row["upper"]) < 0);
  const words = then.map(
    (row) =>
      `${row["name"]} ${withInterval(Number(row["distance"]), Number(row["lower"]), Number(row["upper"]))}`,
  );
  return [
    {
      id: "distances",
      text:
        `${body.short} in ${query.by === "session" ? `session ${then[0]!["period"]}` : last}: ${apart.length} of ${then.length} members stand apart from the ` +
        `largest (${then[0]!["with"]}), in standard deviations: ${words.join("; ")}.`,
      value: apart.length,
      lower: null,
      upper: null,
      level: query.level,
      n: then.length,
      comparison: null,
      method: "Dynamic ordinal ideal points",
      evidence: [`${body.base}/positions`],
    },
  ];
}

/** Positions of a body's members, as a draft. */
export async function positionsDraft(context: ViewContext, body: Body) {
  const { record, query } = context;
  const voters =
    query.scope === "members"
      ? body.everVoting.map((key) => record.votes.voters.indexOf(key))
      : undefined;
  const fit = await positionsOf(context, voters);
  const rows = memberRows(context, body, fit).filter(
    ({ year }) => query.year === null || year === query.year,
  );
  const distances = distanceRows(context, body, rows);
  const covers = voteCoverage(record, query);
  const findings = distanceFinding(context, body, distances);
  return {
    title: `Where the members of ${body.name} stand in the UN General Assembly`,
    summary: {
      rows: rows.length,
      scope: query.scope,
      votes: fit.votes,
      passes: fit.passes,
      converged: fit.converged,
      apart: findings[0]?.value ?? null,
      compared: findings[0]?.n ?? null,
    },
    columns: POSITION_COLUMNS,
    rows: rows.map((row) => positionRow(record, row, query)),
    sections: [distanceSection(body, distances)].filter((section) => section.rows.length > 0),
    findings,
    figure: {
      kind: "series" as const,
      title: `Positions of ${body.short}`,
      x: "year",
      y: "position",
      lower: "lower",
      upper: "upper",
      series: "name",
      xLabel: "Year",
      yLabel: "Position (standard deviations)",
      domain: null,
      rule: null,
    },
    method: positionMethod(fit, query),
    sources: [
      ...VOTE_SOURCES,
      "bsv-2017",
      ...(body.organisation === null ? [] : organisationSources(body.organisation)),
    ],
    caveats: [...POSITION_CAVEATS, ...gapCaveats(covers)],
    covers,
  };
}

/** `/alliances/{id}/positions`. */
export const alliancePositionsView: View = {
  path: "/alliances/{id}/positions",
  describe:
    "where an organisation's members stand, and how far from the largest member, with intervals",
  example: "/alliances/csto/positions",
  parameters: PARAMETERS,
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: async (context) =>
    await positionsDraft(context, organisationBody(context.record, context.path["id"] ?? "")),
};

/** `/groups/{states}/positions`. */
export const groupPositionsView: View = {
  path: "/groups/{states}/positions",
  describe: "where any set of states stands, with intervals",
  example: "/groups/KAZ~KGZ~TJK~TKM~UZB/positions",
  parameters: PARAMETERS,
  canonical: (record, { states = "" }) => ({ states: groupStates(record, states).join("~") }),
  compute: async (context) =>
    await positionsDraft(context, groupBody(context.record, context.path["states"] ?? "")),
};
