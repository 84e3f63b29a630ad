import type { CasusRecord } from "../../record/record.ts";
import type { StanceRow } from "../../record/stance.ts";
import type { StateKey } from "../../states/state.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { counted, listed } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";

const CODED = ["with-largest", "neutral", "against-largest"] as const;

/** How many rows of a member take which side. */
export interface StanceTally {
  readonly state: StateKey;
  readonly name: string;
  readonly rows: number;
  readonly counts: Readonly<Record<(typeof CODED)[number], number>>;
  readonly coded: number;
  readonly first: string;
  readonly last: string;
}

/** The rows of each state by the side that they take. */
export function talliesOf(
  record: CasusRecord,
  rows: readonly StanceRow[],
): readonly StanceTally[] {
  const states = [
    ...new Set(rows.flatMap(({ state }) => (state === null ? [] : [state]))),
  ].sort();
  return states.map((state) => {
    const own = rows.filter((row) => row.state === state);
    const of = (side: string): number => own.filter((row) => row.side === side).length;
    const counts = {
      "with-largest": of("with-largest"),
      neutral: of("neutral"),
      "against-largest": of("against-largest"),
    };
    return {
      state,
      name: record.states.name(state),
      rows: own.length,
      counts,
      coded: counts["with-largest"] + counts.neutral + counts["against-largest"],
      first: own[0]!.date.text,
      last: own.at(-1)!.date.text,
    };
  });
}

/** The table of members by side. */
export function tallySection(base: string, tallies: readonly StanceTally[]): Section {
  return {
    id: "by-state",
    title: "Rows by member and stance",
    text: [
      "Members on the day of the row. A member without a row was not seen to speak; it may have " +
        "spoken.",
    ],
    findings: tallies.map(({ state }) => `side-${state.toLowerCase()}`),
    address: base,
    columns: [
      { name: "state", label: "State" },
      { name: "name", label: "Name" },
      { name: "with_largest", label: "With the largest member" },
      { name: "neutral", label: "Neutral" },
      { name: "against_largest", label: "Against it" },
      { name: "not_coded", label: "Not coded", note: "the question does not arise" },
      { name: "rows", label: "Rows" },
      { name: "first", label: "First" },
      { name: "last", label: "Last" },
    ],
    rows: tallies.map(({ state, name, counts, coded, rows, first, last }) => ({
      state,
      name,
      with_largest: counts["with-largest"],
      neutral: counts.neutral,
      against_largest: counts["against-largest"],
      not_coded: rows - coded,
      rows,
      first,
      last,
    })),
    figure: null,
  };
}

/** Direct talks of leaders, by who spoke with whom. */
export function callRows(rows: readonly StanceRow[]): readonly Row[] {
  const pairs = new Map<string, StanceRow[]>();
  for (const row of rows) {
    if (row.kind !== "leader-call" || row.state === null || row.counterpart === null) continue;
    const key = `${row.counterpart} ${row.state}`;
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({
      counterpart: own[0]!.counterpart,
      state: own[0]!.state,
      talks: own.length,
      first: own[0]!.date.text,
      last: own.at(-1)!.date.text,
    }));
}

/** The table of talks, where there are any. */
export function callSection(base: string, rows: readonly Row[]): readonly Section[] {
  if (rows.length === 0) return [];
  return [
    {
      id: "calls",
      title: "Talks of leaders in the table",
      text: [
        "Telephone calls and meetings that a source reports. No pair missing here was shown " +
          "not to have spoken: presidencies do not publish every call.",
      ],
      findings: ["calls"],
      address: `${base}?q=leader-call`,
      columns: ["counterpart", "state", "talks", "first", "last"].map((name) => ({
        name,
        label: name,
      })),
      rows,
      figure: null,
    },
  ];
}

const COMPARISON =
  "A full count of the rows of this table, read beside the other members' counts; no interval, " +
  "since the rows are not a sample of what was said.";

/** One finding a member with coded rows. */
export function sideFindings(
  base: string,
  largest: string,
  tallies: readonly StanceTally[],
): readonly Finding[] {
  return tallies
    .filter(({ coded }) => coded > 0)
    .map(({ state, name, counts, coded }) => ({
      id: `side-${state.toLowerCase()}`,
      text:
        `${name}: of ${counted(coded, "coded row")}, ${counts["with-largest"]} with ${largest}, ` +
        `${counts.neutral} neutral, ${counts["against-largest"]} against.`,
      value: counts["with-largest"],
      ...WITHOUT_INTERVAL,
      n: coded,
      comparison: COMPARISON,
      method: "Count of coded stances",
      evidence: [`${base}?state=${state}`],
    }));
}

/** The finding on talks, where there are any. */
export function callFinding(base: string, calls: readonly Row[]): readonly Finding[] {
  if (calls.length === 0) return [];
  const by = new Map<string, string[]>();
  for (const { counterpart, state, talks } of calls) {
    by.set(String(counterpart), [...(by.get(String(counterpart)) ?? []), `${state} ${talks}`]);
  }
  const said = [...by].map(([counterpart, pairs]) => `with ${counterpart}: ${listed(pairs)}`);
  const total = calls.reduce((sum, { talks }) => sum + Number(talks), 0);
  return [
    {
      id: "calls",
      text:
        `The table holds ${counted(total, "talk")} of leaders (${said.join("; ")}); ` +
        "others may have taken place.",
      value: total,
      ...WITHOUT_INTERVAL,
      n: total,
      comparison: COMPARISON,
      method: "Count of coded stances",
      evidence: [`${base}?q=leader-call`],
    },
  ];
}

/** Which members have rows against the largest one, and which have none. */
export function splitFinding(
  base: string,
  largest: string,
  tallies: readonly StanceTally[],
): readonly Finding[] {
  const coded = tallies.filter((tally) => tally.coded > 0);
  if (coded.length === 0) return [];
  const against = coded.filter(({ counts }) => counts["against-largest"] > 0);
  const never = coded.filter(({ counts }) => counts["against-largest"] === 0);
  const names = (those: readonly StanceTally[]): string =>
    listed(those.map(({ name }) => name));
  return [
    {
      id: "split",
      text:
        `No row against ${largest} is held for ${never.length} of ` +
        `${counted(coded.length, "member")} with coded rows (${names(never)}); at least one is held ` +
        `for ${names(against)}.`,
      value: never.length,
      ...WITHOUT_INTERVAL,
      n: coded.length,
      comparison: COMPARISON,
      method: "Count of coded stances",
      evidence: [base],
    },
  ];
}
