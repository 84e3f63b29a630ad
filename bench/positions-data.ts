import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { resolutionFamilies } from "../src/record/resolution-families.ts";
import type { PositionData } from "../src/measures/positions/position-data.ts";

/** One roll call as the bench reads it. */
export interface BenchRollCall {
  readonly rcid: number;
  readonly session: number;
  readonly title: string | null;
  readonly amendment: boolean;
  readonly paragraph: boolean;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly family: number;
}

/** One vote cast: roll call by index, state by key, 1 yes, 2 abstain, 3 no. */
export interface BenchVotes {
  readonly rollCalls: readonly BenchRollCall[];
  readonly states: readonly string[];
  /** Correlates of War codes by state: one key may have held several. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  readonly rollCall: Uint32Array;
  readonly state: Uint16Array;
  readonly category: Uint8Array;
}

/** Rows of a CSV text as arrays, header first. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const end = text.trimEnd().length;
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gu)) {
    const field = match[1] ?? "";
    const plain = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    rows.at(-1)?.push(plain);
    if (match[2] !== "," && match.index + match[0].length >= end) break;
    if (match[2] !== ",") rows.push([]);
  }
  return rows;
}

/** Special and emergency sessions count to the regular session of their day. */
function sessionOf(session: string, date: string): number {
  if (/^\d+$/u.test(session)) return Number(session);
  return Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) >= 9 ? 1945 : 1946);
}

/** Reads the General Assembly's votes, cast votes only, in roll-call order. */
export function readAssembly(folder: URL): BenchVotes {
  const table = csvRows(readFileSync(new URL("roll_calls.csv", folder), "utf8"));
  const header = table[0] ?? [];
  const column = (name: string): number => header.indexOf(name);
  const at = {
    rcid: column("rcid"),
    date: column("date"),
    session: column("session"),
    title: column("title"),
    symbol: column("resolution"),
    amend: column("amend"),
    para: column("para"),
    yes: column("yes"),
    no: column("no"),
    abstain: column("abstain"),
  };
  const titles = table.slice(1).map((row) => row[at.title] ?? "");
  const families = resolutionFamilies(
    table.slice(1).map((row, i) => ({
      symbol: row[at.symbol] === "" ? null : (row[at.symbol] ?? null),
      title: titles[i] === "" ? null : (titles[i] ?? null),
      session: sessionOf(row[at.session] ?? "", row[at.date] ?? ""),
    })),
  );
  const rollCalls = table.slice(1).map((row, index) => ({
    family: families[index] ?? -1,
    rcid: Number(row[at.rcid]),
    session: sessionOf(row[at.session] ?? "", row[at.date] ?? ""),
    title: row[at.title] === "" ? null : (row[at.title] ?? null),
    amendment: row[at.amend] === "1",
    paragraph: row[at.para] === "1",
    yes: Number(row[at.yes]),
    no: Number(row[at.no]),
    abstain: Number(row[at.abstain]),
  }));
  const indexOf = new Map(rollCalls.map(({ rcid }, index) => [rcid, index]));
  const lines = gunzipSync(readFileSync(new URL("votes.csv.gz", folder)))
    .toString()
    .split("\n");
  const categories = new Map([
    ["yes", 1],
    ["abstain", 2],
    ["no", 3],
  ]);
  const stateOf = new Map<string, number>();
  const codes = new Map<string, readonly string[]>();
  const rows: [number, number, number][] = [];
  for (const line of lines.slice(1)) {
    const [rcid, key = "", code = "", vote = ""] = line.split(",");
    const category = categories.get(vote);
    if (category === undefined) continue;
    const known = codes.get(key) ?? [];
    if (!known.includes(code)) codes.set(key, [...known, code]);
    if (!stateOf.has(key)) stateOf.set(key, stateOf.size);
    rows.push([indexOf.get(Number(rcid)) ?? 0, stateOf.get(key) ?? 0, category]);
  }
  return {
    rollCalls,
    states: [...stateOf.keys()],
    codes,
    rollCall: Uint32Array.from(rows, ([index]) => index),
    state: Uint16Array.from(rows, ([, state]) => state),
    category: Uint8Array.from(rows, ([, , category]) => category),
  };
}

/** Position data of the roll calls that `itemOf` keeps (a negative item is left out). */
export function assemblyData(votes: BenchVotes, itemOf: ArrayLike<number>): PositionData {
  const kept = [...votes.rollCall.keys()].filter(
    (row) => (itemOf[votes.rollCall[row] as number] as number) >= 0,
  );
  const sessions = votes.rollCalls.map(({ session }) => session);
  return {
    voters: votes.states.length,
    periods: Math.max(...sessions),
    items: Math.max(...Array.from(itemOf)) + 1,
    voter: Uint16Array.from(kept, (row) => votes.state[row] as number),
    period: Uint16Array.from(
      kept,
      (row) => (sessions[votes.rollCall[row] as number] as number) - 1,
    ),
    item: Uint32Array.from(kept, (row) => itemOf[votes.rollCall[row] as number] as number),
    category: Uint8Array.from(kept, (row) => votes.category[row] as number),
  };
}
