import { VOTE, type VoteRecord } from "../../../src/record/votes.ts";
import type { StateKey } from "../../../src/states/state.ts";

const LETTERS: Readonly<Record<string, number>> = {
  Y: VOTE.yes,
  A: VOTE.abstain,
  N: VOTE.no,
  X: VOTE.absent,
  "?": VOTE.unknown,
  "-": VOTE.notMember,
};

/**
 * A vote record from one string a roll call, one letter a voter: Y, A, N, X (absent), ? (unknown)
 * and - (not a member of the United Nations). Families number the roll calls unless given.
 */
export function voteGrid(lines: readonly string[], families?: readonly number[]): VoteRecord {
  const width = lines[0]?.length ?? 0;
  return {
    voters: Array.from({ length: width }, (_, index) => `s${index}` as unknown as StateKey),
    rollCalls: lines.map((line, index) => ({
      rcid: index + 1,
      date: `2000-01-${String(index + 1).padStart(2, "0")}`,
      session: 55,
      special: null,
      symbol: null,
      title: null,
      yes: line.split("Y").length - 1,
      no: line.split("N").length - 1,
      abstain: line.split("A").length - 1,
      absent: line.split("X").length - 1,
      complete: !line.includes("?"),
      important: null,
      topics: null,
      amendment: null,
      paragraph: null,
      source: "made for a test",
      family: families?.[index] ?? index,
    })),
    cells: Uint8Array.from(lines.join(""), (letter) => LETTERS[letter] ?? Number.NaN),
  };
}

/** The same line many times. */
export function repeat(line: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => line);
}
