import { type Attendance, EXIT_YEARS } from "../../measures/durability/attendance.ts";
import { participationIndex } from "../../measures/durability/participation-index.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, Row } from "../answer.ts";

/** Columns of the index by member and year. */
export const INDEX_COLUMNS: readonly Column[] = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "year", label: "Year", note: "empty: all years together" },
  {
    name: "stay",
    label: "Membership",
    note: "left: it ended by exit by the day of the answer",
  },
  { name: "left", label: "Exit" },
  { name: "present", label: "Took part" },
  { name: "known", label: "Known", note: "events at which it is known whether it took part" },
  {
    name: "index",
    label: "Index",
    digits: 4,
    note: "0 to 1; empty: fewer than 3 known events",
  },
  { name: "lower", label: "Lower", digits: 4 },
  { name: "upper", label: "Upper", digits: 4 },
];

function indexRow(
  record: CasusRecord,
  rows: readonly Attendance[],
  year: number | null,
  level: number,
): Row {
  const first = rows[0]!;
  const present = rows.filter((row) => row.present).length;
  const index = participationIndex(present, rows.length, level);
  return {
    state: first.state,
    name: record.states.name(first.state, first.day),
    year,
    stay: first.left === null ? "stayed" : "left",
    left: first.left,
    present,
    known: rows.length,
    index: index.value,
    lower: index.lower,
    upper: index.upper,
  };
}

/** The index of each membership over all years, then year by year. */
export function indexRows(
  record: CasusRecord,
  rows: readonly Attendance[],
  level: number,
): readonly Row[] {
  const keyOf = ({ state, left }: Attendance): string => `${state}:${left ?? ""}`;
  return [...new Set(rows.map(keyOf))].sort().flatMap((key) => {
    const own = rows.filter((row) => keyOf(row) === key);
    const yearOf = ({ day }: Attendance): number => Number(day.slice(0, 4));
    const years = [...new Set(own.map(yearOf))].sort((a, b) => a - b);
    return [
      indexRow(record, own, null, level),
      ...years.map((year) =>
        indexRow(
          record,
          own.filter((row) => yearOf(row) === year),
          year,
          level,
        ),
      ),
    ];
  });
}

/** Columns of the table of exits. */
export const EXIT_COLUMNS: readonly Column[] = [
  { name: "organisation", label: "Organisation" },
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "left", label: "Exit" },
  { name: "present", label: "Took part", note: `in the ${EXIT_YEARS} years before the exit` },
  { name: "known", label: "Known" },
  {
    name: "others_present",
    label: "Others took part",
    note: "members that stayed, same events",
  },
  { name: "others_known", label: "Others known" },
  { name: "earlier_present", label: "Took part before" },
  {
    name: "earlier_known",
    label: "Known before",
    note: `more than ${EXIT_YEARS} years before`,
  },
];

/** One row an exit with known events before it. */
export function exitRows(record: CasusRecord, rows: readonly Attendance[]): readonly Row[] {
  const keyOf = ({ organisation, state, left }: Attendance): string =>
    `${organisation}:${left ?? ""}:${state}`;
  const leavers = rows.filter(({ left }) => left !== null);
  return [...new Set(leavers.map(keyOf))].sort().map((key) => {
    const own = leavers.filter((row) => keyOf(row) === key);
    const late = own.filter(({ before }) => before! <= EXIT_YEARS);
    const earlier = own.filter(({ before }) => before! > EXIT_YEARS);
    const events = new Set(late.map(({ event }) => event));
    const others = rows.filter(
      (row) =>
        row.organisation === own[0]!.organisation &&
        events.has(row.event) &&
        (row.before === null || row.before > EXIT_YEARS),
    );
    const came = (some: readonly Attendance[]): number =>
      some.filter(({ present }) => present).length;
    const { organisation, state, left, day } = own[0]!;
    return {
      organisation,
      state,
      name: record.states.name(state, day),
      left,
      present: came(late),
      known: late.length,
      others_present: came(others),
      others_known: others.length,
      earlier_present: came(earlier),
      earlier_known: earlier.length,
    };
  });
}
