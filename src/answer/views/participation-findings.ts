import { membershipsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import { LEVELS, type ParticipationRow } from "../../record/participation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { counted, listed } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { firstDay } from "./table-rows.ts";

/** At how many events a member was present, headed, away or unknown. */
export interface PresenceTally {
  readonly state: StateKey;
  readonly name: string;
  readonly present: number;
  readonly headed: number;
  readonly declined: number;
  readonly absent: number;
  readonly unknown: number;
  /** Events at which it is known whether the state came. */
  readonly known: number;
  readonly firstAway: string | null;
  /** Summits whose level was seen, and the days of those below the highest level of this member. */
  readonly levels: number;
  readonly lowered: readonly string[];
  /** The other members at the events that this state stayed away from. */
  readonly others: { readonly present: number; readonly known: number };
}

const isKnown = ({ present }: ParticipationRow): boolean => present !== "unknown";
const isAway = ({ present }: ParticipationRow): boolean =>
  present === "declined" || present === "no";
const isHeaded = ({ level }: ParticipationRow): boolean =>
  level === "head-of-state" || level === "head-of-government";

/** Summits at which a member's level was seen. */
function seenLevels(rows: readonly ParticipationRow[]): readonly ParticipationRow[] {
  return rows.filter(
    ({ kind, present, level }) => kind === "summit" && present === "yes" && level !== "none",
  );
}

/**
 * The days on which a member sent somebody below the highest level that it sends in the table. Heads
 * of state and of government count alike: constitutions change which of them a member sends.
 */
function loweredDays(rows: readonly ParticipationRow[]): readonly string[] {
  const ranks = rows.map((row) => (isHeaded(row) ? 0 : LEVELS.indexOf(row.level)));
  const highest = Math.min(...ranks);
  return rows.filter((_, index) => ranks[index]! > highest).map(({ date }) => date.text);
}

/** The presence of each member over the events, beside the others at the same ones. */
export function presenceTallies(
  record: CasusRecord,
  rows: readonly ParticipationRow[],
): readonly PresenceTally[] {
  const inside = rows.filter(({ outside }) => outside === null);
  const states = [...new Set(inside.map(({ state }) => state))].sort();
  return states.map((state) => {
    const own = inside.filter((row) => row.state === state);
    const away = own.filter(isAway);
    const events = new Set(away.map(({ event }) => event));
    const others = inside.filter(
      (row) => row.state !== state && events.has(row.event) && isKnown(row),
    );
    return {
      state,
      name: record.states.name(state, firstDay(own.at(-1)!.date)),
      present: own.filter(({ present }) => present === "yes").length,
      headed: own.filter((row) => row.present === "yes" && isHeaded(row)).length,
      declined: own.filter(({ present }) => present === "declined").length,
      absent: own.filter(({ present }) => present === "no").length,
      unknown: own.filter(({ present }) => present === "unknown").length,
      known: own.filter(isKnown).length,
      firstAway: away[0]?.date.text ?? null,
      levels: seenLevels(own).length,
      lowered: loweredDays(seenLevels(own)),
      others: {
        present: others.filter(({ present }) => present === "yes").length,
        known: others.length,
      },
    };
  });
}

/** The events with how many members came. */
export function eventRows(
  organisation: Organisation,
  rows: readonly ParticipationRow[],
): readonly Row[] {
  const events = [...new Set(rows.map(({ event }) => event))];
  return events.map((event) => {
    const own = rows.filter((row) => row.event === event && row.outside === null);
    const first = rows.find((row) => row.event === event)!;
    const members = membershipsOn(organisation, firstDay(first.date)).length;
    const of = (present: string): number => own.filter((row) => row.present === present).length;
    return {
      event,
      date: first.date.text,
      title: first.title,
      kind: first.kind,
      members,
      present: of("yes"),
      headed: own.filter((row) => row.present === "yes" && isHeaded(row)).length,
      declined: of("declined"),
      absent: of("no"),
      unknown: of("unknown"),
      without_row: members - own.length,
    };
  });
}

/** The table of members. */
export function stateSection(base: string, tallies: readonly PresenceTally[]): Section {
  const names = [
    "state",
    "name",
    "known",
    "present",
    "headed",
    "declined",
    "absent",
    "unknown",
    "first_away",
  ];
  return {
    id: "by-state",
    title: "Members at the events of the table",
    text: [
      "headed: represented by a head of state or government. known: events at which it is known " +
        "whether the member came; shares are of these.",
    ],
    findings: tallies
      .filter(({ declined, absent }) => declined + absent > 0)
      .map(({ state }) => `away-${state.toLowerCase()}`),
    address: base,
    columns: names.map((name) => ({ name, label: name })),
    rows: tallies.map(
      ({ state, name, known, present, headed, declined, absent, unknown, firstAway }) => ({
        state,
        name,
        known,
        present,
        headed,
        declined,
        absent,
        unknown,
        first_away: firstAway,
      }),
    ),
    figure: null,
  };
}

/** The table of events. */
export function eventSection(base: string, rows: readonly Row[]): Section {
  return {
    id: "by-event",
    title: "Events",
    text: ["without_row: members on the day of whom nothing was seen either way."],
    findings: [],
    address: base,
    columns: Object.keys(rows[0] ?? {}).map((name) => ({ name, label: name })),
    rows,
    figure: null,
  };
}

/** One finding a member that stayed away at least once. */
export function awayFindings(
  base: string,
  tallies: readonly PresenceTally[],
): readonly Finding[] {
  return tallies
    .filter(({ declined, absent }) => declined + absent > 0)
    .map(({ state, name, present, declined, absent, known, firstAway, others }) => ({
      id: `away-${state.toLowerCase()}`,
      text:
        `${name} took part in ${present} of ${counted(known, "event")} of the table ` +
        `(declined ${declined}, otherwise away ${absent}; first ${firstAway}). ` +
        (others.known === 0
          ? "For the other members nothing is known of the events that it stayed away from."
          : "At the events that it stayed away from, the other members took part in " +
            `${others.present} of ${counted(others.known, "known case")}.`),
      value: known === 0 ? null : present / known,
      ...WITHOUT_INTERVAL,
      n: known,
      comparison:
        "The other members at the same events. The events were chosen because somebody stayed " +
        "away, so that no test is made and no interval given.",
      method: "Count of presence by event",
      evidence: [`${base}?state=${state}`],
    }));
}

/** The finding on summits to which members sent somebody lower than their own highest level. */
export function levelFinding(
  base: string,
  tallies: readonly PresenceTally[],
): readonly Finding[] {
  const several = tallies.filter(({ levels }) => levels > 1);
  if (several.length === 0) return [];
  const lowered = several.filter((tally) => tally.lowered.length > 0);
  const summits = lowered.reduce((sum, tally) => sum + tally.lowered.length, 0);
  const said = lowered.map(
    ({ name, levels, lowered: days }) =>
      `${name} ${days.length} of ${levels} (${days.join(", ")})`,
  );
  const seen = several.reduce((sum, { levels }) => sum + levels, 0);
  return [
    {
      id: "level",
      text:
        "Summits to which a member sent somebody below its own highest level in the table: " +
        `${listed(said)}. Members that never did: ${several.length - lowered.length}.`,
      value: summits,
      ...WITHOUT_INTERVAL,
      n: seen,
      comparison:
        "Each member's own highest level at the summits of the table, since members differ in whom " +
        "they usually send; heads of state and of government count alike, and members with one " +
        "such summit are left out.",
      method: "Count of presence by event",
      evidence: [base],
    },
  ];
}
