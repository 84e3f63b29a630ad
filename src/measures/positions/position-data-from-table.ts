import { UsageError } from "../../errors.ts";
import { MOST_CATEGORIES } from "./arrange-votes.ts";
import type { PositionData } from "./position-data.ts";

/** One row of a user's table of votes, in long form. */
export interface VoteRow {
  readonly voter: string;
  readonly rollcall: string;
  /** yes, abstain or no; absent or empty is no vote; or an integer on an ordered scale. */
  readonly vote: string | number;
  readonly period?: string | number;
  /** Where the row stands (`votes.csv:12`), for errors. */
  readonly where?: string;
}

/** Position data with the names that its indices stand for. */
export interface NamedPositionData {
  readonly data: PositionData;
  readonly voters: readonly string[];
  /** Labels by period index; an integer period without votes keeps its place. */
  readonly periods: readonly string[];
  readonly items: readonly string[];
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ["yes", 1],
  ["abstain", 2],
  ["no", 3],
]);
const NO_VOTE = new Set(["", "absent"]);

/** A vote as a word's code or an integer; undefined where none was cast. */
function readVote(
  { vote, where }: VoteRow,
  row: number,
): { readonly word: boolean; readonly value: number } | undefined {
  const text = String(vote).trim().toLowerCase();
  if (NO_VOTE.has(text)) return undefined;
  const code = WORDS.get(text);
  if (code !== undefined) return { word: true, value: code };
  const value = Number(text);
  if (Number.isInteger(value)) return { word: false, value };
  throw new UsageError(
    `row ${row + 1} has the vote "${vote}"; allowed are yes, abstain, no, absent or integers.`,
    where === undefined ? {} : { where },
  );
}

function readPeriods(rows: readonly VoteRow[]): {
  readonly labels: readonly string[];
  readonly index: (row: VoteRow) => number;
} {
  const given = rows.filter(({ period }) => period !== undefined && period !== "").length;
  if (given === 0) return { labels: ["all"], index: () => 0 };
  if (given < rows.length) {
    throw new UsageError(`${rows.length - given} of ${rows.length} rows have no period.`, {
      hint: "Give every row a period, or none.",
    });
  }
  const numbers = rows.map(({ period }) => Number(period));
  if (numbers.every((value) => Number.isInteger(value))) {
    const first = numbers.reduce((a, b) => Math.min(a, b));
    const last = numbers.reduce((a, b) => Math.max(a, b));
    if (last - first > 65534) {
      throw new UsageError(`periods run from ${first} to ${last}; at most 65535 are allowed.`);
    }
    const labels = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
    return { labels, index: ({ period }) => Number(period) - first };
  }
  const labels = [...new Set(rows.map(({ period }) => String(period)))].sort();
  const places = new Map(labels.map((label, i) => [label, i]));
  return { labels, index: ({ period }) => places.get(String(period)) ?? 0 };
}

/**
 * A long-form table as position data. Votes are the words yes, abstain and no (1, 2, 3) or
 * integers of an ordered scale of at most seven steps, shifted to start at 1; not both. Periods
 * that are integers are equally spaced by value, other labels by their sorted order.
 *
 * @throws UsageError where a vote is neither, a voter votes twice on a roll call or a period is
 * missing, naming the row.
 */
export function positionDataFromTable(rows: readonly VoteRow[]): NamedPositionData {
  const { labels, index } = readPeriods(rows);
  const voters = new Map<string, number>();
  const items = new Map<string, number>();
  const numberOf = (names: Map<string, number>, name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  };
  const seen = new Map<string, number>();
  const cast: [number, number, number, number][] = [];
  const kinds = new Set<boolean>();
  for (const [at, row] of rows.entries()) {
    const vote = readVote(row, at);
    if (vote === undefined) continue;
    const voter = numberOf(voters, row.voter);
    const item = numberOf(items, row.rollcall);
    const key = `${voter}|${item}`;
    const before = seen.get(key);
    if (before !== undefined) {
      throw new UsageError(
        `rows ${before + 1} and ${at + 1} both hold the vote of "${row.voter}" ` +
          `on "${row.rollcall}".`,
        row.where === undefined ? {} : { where: row.where },
      );
    }
    seen.set(key, at);
    kinds.add(vote.word);
    cast.push([voter, index(row), item, vote.value]);
  }
  if (kinds.size > 1) {
    throw new UsageError("votes are partly words and partly numbers.", {
      hint: "Use yes, abstain and no throughout, or integers throughout.",
    });
  }
  const values = cast.map(([, , , value]) => value);
  const lowest = kinds.has(true) ? 1 : values.reduce((a, b) => Math.min(a, b), values[0] ?? 1);
  const highest = values.reduce((a, b) => Math.max(a, b), lowest);
  if (highest - lowest >= MOST_CATEGORIES) {
    throw new UsageError(
      `votes run from ${lowest} to ${highest}; ` +
        `at most ${MOST_CATEGORIES} ordered categories are allowed.`,
    );
  }
  return {
    data: {
      voters: voters.size,
      periods: labels.length,
      items: items.size,
      voter: Uint16Array.from(cast, ([voter]) => voter),
      period: Uint16Array.from(cast, ([, period]) => period),
      item: Uint32Array.from(cast, ([, , item]) => item),
      category: Uint8Array.from(cast, ([, , , value]) => value - lowest + 1),
    },
    voters: [...voters.keys()],
    periods: labels,
    items: [...items.keys()],
  };
}
