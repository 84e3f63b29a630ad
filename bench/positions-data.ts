import type { PositionData } from "../src/measures/positions/position-data.ts";
import { openRecord } from "../src/record/open-record.ts";
import { type RollCall, VOTE } from "../src/record/votes.ts";

/** One vote cast: roll call by index, state by key, 1 yes, 2 abstain, 3 no. */
export interface BenchVotes {
  readonly rollCalls: readonly RollCall[];
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

/** The General Assembly's votes of a compiled record, cast votes only, in roll-call order. */
export async function readAssembly(): Promise<BenchVotes> {
  const { votes, states } = openRecord("record");
  const { voters, cells } = votes;
  const rows: [number, number, number][] = [];
  for (const [index, { partial }] of votes.rollCalls.entries()) {
    if (partial === true) continue;
    for (let voter = 0; voter < voters.length; voter += 1) {
      const code = cells[index * voters.length + voter] as number;
      if (code >= VOTE.yes && code <= VOTE.no) rows.push([index, voter, code]);
    }
  }
  return {
    rollCalls: votes.rollCalls,
    states: voters,
    codes: new Map(
      voters.map((key) => [key, [...new Set(states.identities(key).map(({ cow }) => cow))]]),
    ),
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
