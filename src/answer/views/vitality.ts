import {
  type Attendance,
  attendances,
  EXIT_YEARS,
} from "../../measures/durability/attendance.ts";
import { beforeExit } from "../../measures/durability/before-exit.ts";
import { membershipSpells } from "../../measures/durability/membership-spells.ts";
import { SIGNS } from "../../measures/durability/signs-of-life.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { MethodNote, Row, Section } from "../answer.ts";
import { organisationBody } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import type { View } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { registeredIds } from "./table-rows.ts";
import {
  beforeExitFindings,
  endsFinding,
  indexFindings,
  stateFinding,
} from "./vitality-findings.ts";
import { livesOf, livesSection, SILENT_YEARS, silentSince } from "./vitality-lives.ts";
import { EXIT_COLUMNS, exitRows, INDEX_COLUMNS, indexRows } from "./vitality-rows.ts";

/** How vitality is told. */
export const VITALITY_METHOD: readonly MethodNote[] = [
  {
    name: "Signs of life",
    text:
      "Exit, the organisation's end and the state's end are ends in law. Dormancy is apart: an " +
      "organisation in being is not dormant where the record holds a session of an organ, an " +
      "exercise held, a decision (a refusal is one) or the entry of a member since the given day, " +
      `by default ${SILENT_YEARS} years before the day of the answer; it is dormant where every ` +
      "organ of the record had ended while it had not; else the record does not decide, since a " +
      "missing row is not evidence that nothing happened.",
    reference: "the distinction: Gray 2018, International Studies Quarterly 62: 1-13",
  },
  {
    name: "Participation index",
    text:
      "Events of the table in which a member took part over those at which that is known, with " +
      "exact limits; withheld below three. An absence while suspended is an exclusion and left " +
      "out; one that a source calls the member's own choice counts.",
    reference: "Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404",
  },
  {
    name: "Index before an exit",
    text:
      `Members within ${EXIT_YEARS} years of their exit against the others at the same events, ` +
      "and against themselves before: exact conditional tests within events, and within leavers. " +
      "Members that stay away together are taken as independent, which makes p too small.",
    reference: "Cochran 1954; Mantel and Haenszel 1959, doi:10.1093/jnci/22.4.719",
  },
];

function exitSection(base: string, rows: readonly Row[]): Section {
  return {
    id: "before-exit",
    title: "Before members left: every exit with known events",
    text: [
      `In the ${EXIT_YEARS} years before each exit, the member and those that stayed, at the same events.`,
    ],
    findings: ["before-exit", "before-exit-own"],
    address: base,
    columns: EXIT_COLUMNS,
    rows,
    figure: null,
  };
}

/** Every known attendance of every organisation, as seen on the day. */
function allAttendances(record: CasusRecord, at: string): readonly Attendance[] {
  const spells = membershipSpells(record.organisations, at);
  return record.organisations.flatMap((organisation) =>
    attendances(organisation, record.participation, spells, at),
  );
}

/** `/alliances/{id}/vitality`: whole in law, alive in its record, and who still takes part. */
export const allianceVitalityView: View = {
  path: "/alliances/{id}/vitality",
  describe:
    "exit, dissolution and dormancy told apart, and who takes part, beside members before they left",
  example: "/alliances/csto/vitality",
  parameters: ["from", "at", "level"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const base = `${body.base}/vitality`;
    const at = query.at ?? record.votes.rollCalls.at(-1)?.date ?? "";
    const since = query.from ?? silentSince(at);
    const lives = livesOf(record, organisation, { since, at });
    const own = lives.find((one) => one.organisation.id === organisation.id)!.found;
    const all = allAttendances(record, at);
    const rows = indexRows(
      record,
      all.filter((row) => row.organisation === organisation.id),
      query.level,
    );
    const exits = beforeExit(all);
    const spells = membershipSpells([organisation], at);
    const endsOf = (end: string): number => spells.filter((one) => one.end === end).length;
    const counts = {
      exit: endsOf("exit"),
      dissolution: endsOf("dissolution"),
      state: endsOf("state-ended"),
    };
    const days = all.map(({ day }) => day).sort();
    const seen = record.participation.filter((row) => row.organisation === organisation.id);
    return {
      title: `Vitality of ${organisation.short}`,
      summary: {
        at,
        since,
        legal: own.legal,
        dormant: own.dormant,
        ...Object.fromEntries(
          SIGNS.map((sign) => [`last_${sign}`, own.last[sign]?.to ?? null]),
        ),
        memberships: spells.length,
        exits: counts.exit,
        dissolutions: counts.dissolution,
        state_ended: counts.state,
        exits_with_events: exits.exits,
        p_against_stayed: exits.against.p,
        p_against_earlier: exits.own.p,
      },
      columns: INDEX_COLUMNS,
      rows,
      sections: [livesSection(base, lives), exitSection(base, exitRows(record, all))],
      findings: [
        stateFinding(organisation.short, own, {
          base,
          at,
          dormant: lives.map(({ found }) => found),
        }),
        endsFinding(organisation.short, base, counts, spells.length),
        ...indexFindings(organisation.short, base, rows, query.level),
        ...beforeExitFindings(base, exits),
      ],
      figure: {
        kind: "series",
        title: `Participation in ${organisation.short} by year`,
        x: "year",
        y: "index",
        lower: "lower",
        upper: "upper",
        series: "name",
        xLabel: "Year",
        yLabel: "Participation index",
        domain: [0, 1],
        rule: null,
      },
      method: VITALITY_METHOD,
      sources: [
        "casus-participation",
        ...registeredIds(seen),
        ...registeredIds(
          record.gatherings.filter((one) => one.organisation === organisation.id),
        ),
        ...organisationSources(organisation),
      ],
      caveats: [
        "Signs of life are those of this record. A sign missing here is not a sign that was not.",
        "The events of the participation table were chosen because a member stayed away, or come " +
          "before or after such an event: an index over them is no share of all events, and " +
          "members of different organisations cannot be compared by it.",
        ...(rows.length === 0
          ? [`The record holds no attendance for ${organisation.short} by ${at}.`]
          : []),
      ],
      covers: { from: days[0] ?? at, to: at },
    };
  },
};
