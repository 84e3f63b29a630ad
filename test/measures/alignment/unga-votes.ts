import { readFileSync } from "node:fs";
import { resolutionFamilies } from "../../../src/record/resolution-families.ts";
import { VOTE, type RollCall, type VoteRecord } from "../../../src/record/votes.ts";
import { parseCsv } from "../../../src/states/csv.ts";
import type { StateKey } from "../../../src/states/state.ts";

const CODES: Readonly<Record<string, number>> = {
  y: VOTE.yes,
  a: VOTE.abstain,
  n: VOTE.no,
  x: VOTE.absent,
  "?": VOTE.unknown,
};

const table = (name: string) =>
  parseCsv(readFileSync(new URL(`../../../data/unga/${name}`, import.meta.url), "utf8"), name);

/**
 * All roll calls and votes as the sources' tables give them, before the record's build corrects
 * them and cuts absences to UN membership: what the golden scripts in R read.
 */
export function readUngaVotes(): VoteRecord {
  const { rows } = table("rollcalls.csv");
  const drafts = rows.map(({ fields }) => ({
    rcid: Number(fields[0]),
    date: fields[1] ?? "",
    session: Number.parseInt(fields[2] ?? "", 10) || 0,
    special: null,
    symbol: fields[3] || null,
    title: fields[4] || null,
    yes: Number(fields[5]),
    no: Number(fields[6]),
    abstain: Number(fields[7]),
    absent: Number(fields[8]),
    complete: fields[9] === "1",
    important: null,
    topics: null,
    amendment: null,
    paragraph: null,
    source: fields[14] ?? "",
  }));
  const families = resolutionFamilies(drafts);
  const rollCalls = drafts.map((draft, r): RollCall => ({ ...draft, family: families[r]! }));
  const votes = table("votes.csv");
  const voters = votes.header[1]!.split(" ") as StateKey[];
  const cells = new Uint8Array(rollCalls.length * voters.length);
  for (const [r, { fields }] of votes.rows.entries()) {
    for (let v = 0; v < voters.length; v += 1) {
      cells[r * voters.length + v] = CODES[fields[1]![v]!] ?? VOTE.notMember;
    }
  }
  return { voters, rollCalls, cells };
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
