import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { VOTE, type RollCall, type VoteRecord } from "../../../src/record/votes.ts";
import type { StateKey } from "../../../src/states/state.ts";

const FOLDER = new URL("../../../../shared/data/unga/", import.meta.url);
const CODES: Readonly<Record<string, number>> = {
  yes: VOTE.yes,
  abstain: VOTE.abstain,
  no: VOTE.no,
  absent: VOTE.absent,
};

/** Whether the tables of General Assembly votes lie beside the project. */
export const hasUngaVotes = existsSync(new URL("votes.csv.gz", FOLDER));

/** Fields of a line of CSV; the tables quote only fields that hold commas or quotes. */
function fields(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map((match) =>
    match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'),
  );
}

/** All roll calls and votes as the provider's tables give them; absent rows are "not a member". */
export function readUngaVotes(): VoteRecord {
  const table = readFileSync(new URL("roll_calls.csv", FOLDER), "utf8").trimEnd().split("\n");
  const header = fields(table[0] ?? "");
  const families = new Map<string, number>();
  const rollCalls = table.slice(1).map((line): RollCall => {
    const row = fields(line);
    const get = (name: string): string => row[header.indexOf(name)] ?? "";
    const text =
      get("title")
        .toLowerCase()
        .replaceAll(/[^a-z]+/gu, " ")
        .trim() || get("rcid");
    const family = families.get(text) ?? families.size;
    families.set(text, family);
    return {
      rcid: Number(get("rcid")),
      date: get("date"),
      session: Number(get("session")),
      special: null,
      symbol: get("resolution") || null,
      title: get("title") || null,
      yes: Number(get("yes")),
      no: Number(get("no")),
      abstain: Number(get("abstain")),
      absent: Number(get("absent")),
      complete: get("complete") === "1",
      important: null,
      topics: null,
      amendment: null,
      paragraph: null,
      source: get("source"),
      family,
    };
  });
  rollCalls.sort((x, y) => (x.date < y.date ? -1 : x.date > y.date ? 1 : x.rcid - y.rcid));
  const rows = gunzipSync(readFileSync(new URL("votes.csv.gz", FOLDER)))
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const voters = [...new Set(rows.map((row) => row[1] ?? ""))].sort();
  const column = new Map(voters.map((voter, index) => [voter, index]));
  const line = new Map(rollCalls.map((rollCall, index) => [rollCall.rcid, index]));
  const cells = new Uint8Array(rollCalls.length * voters.length);
  for (const [rcid, iso3, , vote] of rows) {
    const at = (line.get(Number(rcid)) ?? 0) * voters.length + (column.get(iso3 ?? "") ?? 0);
    cells[at] = CODES[vote ?? ""] ?? VOTE.unknown;
  }
  return { voters: voters as unknown as StateKey[], rollCalls, cells };
}

/** Roll-call indices by calendar year, the years in order. */
export function rollCallsByYear(votes: VoteRecord): ReadonlyMap<number, readonly number[]> {
  const years = new Map<number, number[]>();
  votes.rollCalls.forEach((rollCall, index) => {
    const year = Number(rollCall.date.slice(0, 4));
    const list = years.get(year);
    if (list === undefined) years.set(year, [index]);
    else list.push(index);
  });
  return years;
}
