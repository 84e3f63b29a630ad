import type { RollCall, VoteRecord } from "../../../src/record/votes.ts";
import type { StateKey } from "../../../src/states/state.ts";

/** The letters of a hand-written vote: not a member, yes, abstain (A), no, absent (-), unknown. */
const LETTERS = ".YAN-?";

function rollCall(index: number, family: number): RollCall {
  return {
    rcid: index + 1,
    date: "2000-01-01",
    session: 55,
    special: null,
    symbol: null,
    title: null,
    yes: 0,
    no: 0,
    abstain: 0,
    absent: 0,
    complete: true,
    important: null,
    topics: null,
    amendment: null,
    paragraph: null,
    source: "made for a test",
    family,
  };
}

/**
 * A record from one string per voter, one letter of `.YAN-?` per roll call; families are given
 * by roll call, or each roll call is its own.
 */
export function votesOf(rows: readonly string[], families?: readonly number[]): VoteRecord {
  const length = rows[0]?.length ?? 0;
  const cells = new Uint8Array(length * rows.length);
  rows.forEach((row, voter) => {
    Array.from(row).forEach((letter, index) => {
      cells[index * rows.length + voter] = LETTERS.indexOf(letter);
    });
  });
  return {
    voters: rows.map((_, voter) => `V${voter}` as StateKey),
    rollCalls: Array.from({ length }, (_, index) =>
      rollCall(index, families?.[index] ?? index),
    ),
    cells,
  };
}

/** All roll-call indices of a record. */
export function everyRollCall(votes: VoteRecord): readonly number[] {
  return votes.rollCalls.map((_, index) => index);
}
