import { RecordError } from "../errors.ts";
import { parseCsv } from "../states/csv.ts";
import type { StateTable } from "../states/state-table.ts";
import type { StateKey } from "../states/state.ts";
import type { Disagreement } from "./record.ts";
import { resolutionFamilies } from "./resolution-families.ts";
import { type RollCall, TOPICS, type TopicCode, VOTE, type VoteRecord } from "./votes.ts";

/** The text tables that the votes are compiled from, by file name. */
export interface VoteTables {
  readonly rollCalls: string;
  readonly votes: string;
  readonly partial: string;
  readonly disagreements: string;
  readonly corrections: string;
}

type Draft = Omit<RollCall, "yes" | "no" | "abstain" | "absent" | "family">;

const CODES: Readonly<Record<string, number>> = {
  ".": VOTE.notMember,
  y: VOTE.yes,
  a: VOTE.abstain,
  n: VOTE.no,
  x: VOTE.absent,
  "?": VOTE.unknown,
};

const NAMED: Readonly<Record<string, number>> = {
  yes: VOTE.yes,
  abstain: VOTE.abstain,
  no: VOTE.no,
  absent: VOTE.absent,
};

const flag = (cell: string | undefined): boolean | null =>
  cell === "" || cell === undefined ? null : cell === "1";

function topicsOf(cell: string, where: string): readonly TopicCode[] | null {
  if (cell === "-") return null;
  const codes = cell.split(" ").filter(Boolean);
  for (const code of codes) {
    if (!(code in TOPICS)) {
      throw new RecordError(`"${code}" is not a topic.`, {
        where,
        hint: `Topics are ${Object.keys(TOPICS).join(", ")}; "-" means not coded.`,
      });
    }
  }
  return codes as TopicCode[];
}

/** The stated tallies of a roll call: they must equal the recount of its cells. */
interface Stated {
  readonly where: string;
  readonly tallies: readonly [yes: number, abstain: number, no: number, absent: number];
}

/** The regular session in which a day falls: sessions open in September. */
function regularSession(date: string): number {
  return Number(date.slice(0, 4)) - (date.slice(5, 7) >= "09" ? 1945 : 1946);
}

function sessionOf(
  cell: string,
  date: string,
  where: string,
): Pick<Draft, "session" | "special"> {
  if (/^\d+$/u.test(cell)) return { session: Number(cell), special: null };
  if (cell === "") return { session: regularSession(date), special: null };
  if (/^E?S-\d+$/u.test(cell)) return { session: regularSession(date), special: cell };
  throw new RecordError(`"${cell}" is not a session.`, {
    where,
    hint: 'Write "76" or "ES-11".',
  });
}

function readRollCalls(file: string, text: string): { drafts: Draft[]; stated: Stated[] } {
  const drafts: Draft[] = [];
  const stated: Stated[] = [];
  for (const { line, fields } of parseCsv(text).rows) {
    const where = `${file}:${line}`;
    if (fields.length !== 15) {
      throw new RecordError(`${fields.length} columns instead of 15.`, { where });
    }
    const [rcid, date, session, symbol, title, yes, no, abstain, absent] = fields;
    const [complete, important, topics, amendment, paragraph, source] = fields.slice(9);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(date ?? "") || Number.isNaN(Date.parse(date ?? ""))) {
      throw new RecordError(`"${date}" is not a day.`, { where, hint: "Write YYYY-MM-DD." });
    }
    drafts.push({
      rcid: Number(rcid),
      date: date ?? "",
      ...sessionOf(session ?? "", date ?? "", where),
      symbol: symbol === "" ? null : (symbol ?? null),
      title: title === "" ? null : (title ?? null),
      complete: complete === "1",
      important: flag(important),
      topics: topicsOf(topics ?? "", where),
      amendment: flag(amendment),
      paragraph: flag(paragraph),
      source: source ?? "",
    });
    stated.push({ where, tallies: [Number(yes), Number(abstain), Number(no), Number(absent)] });
  }
  return { drafts, stated };
}

function readCells(
  file: string,
  text: string,
  drafts: readonly Draft[],
): { voters: StateKey[]; cells: Uint8Array } {
  const { header, rows } = parseCsv(text);
  const voters = (header[1] ?? "").split(" ") as StateKey[];
  if (rows.length !== drafts.length) {
    throw new RecordError(`${rows.length} rows of votes for ${drafts.length} roll calls.`, {
      where: file,
      hint: "data/unga/rollcalls.csv and data/unga/votes.csv must list the same roll calls.",
    });
  }
  const cells = new Uint8Array(drafts.length * voters.length);
  for (const [r, { line, fields }] of rows.entries()) {
    const where = `${file}:${line}`;
    const [rcid, letters = ""] = fields;
    if (Number(rcid) !== drafts[r]?.rcid) {
      throw new RecordError(`roll call ${rcid} where ${drafts[r]?.rcid} was due.`, { where });
    }
    if (letters.length !== voters.length) {
      throw new RecordError(`${letters.length} votes for ${voters.length} states.`, { where });
    }
    for (let v = 0; v < voters.length; v += 1) {
      const code = CODES[letters[v] ?? ""];
      if (code === undefined) {
        throw new RecordError(`"${letters[v]}" is not a vote.`, {
          where,
          hint: "Use y a n x . ?",
        });
      }
      cells[r * voters.length + v] = code;
    }
  }
  return { voters, cells };
}

/** Recounts a row of cells: [yes, abstain, no, absent]. */
export function tally(
  cells: Uint8Array,
  from: number,
  voters: number,
): [number, number, number, number] {
  const counts = [0, 0, 0, 0, 0, 0];
  for (let i = from; i < from + voters; i += 1) counts[cells[i] ?? 0]! += 1;
  return [counts[1] ?? 0, counts[2] ?? 0, counts[3] ?? 0, counts[4] ?? 0];
}

function checkTallies(stated: readonly Stated[], cells: Uint8Array, voters: number): void {
  for (const [r, { where, tallies }] of stated.entries()) {
    const counted = tally(cells, r * voters, voters);
    if (counted.some((count, i) => count !== tallies[i])) {
      throw new RecordError(
        `tallies ${tallies.join("-")} but the votes count ${counted.join("-")}.`,
        {
          where,
          hint: "Order: yes, abstain, no, absent.",
        },
      );
    }
  }
}

/** The ten roll calls of which only some votes are known, as drafts with rows of cells. */
function readPartial(file: string, text: string, voters: readonly StateKey[]) {
  const found = new Map<string, { draft: Draft; row: Uint8Array }>();
  const column = new Map(voters.map((key, index) => [key as string, index]));
  for (const { line, fields } of parseCsv(text).rows) {
    const where = `${file}:${line}`;
    const [date = "", symbol = "", title = "", , , , state = "", vote = ""] = fields;
    const rcid = 4_000_000 + found.size + 1;
    const special = /^A\/RES\/(E?S-\d+)\//u.exec(symbol)?.[1] ?? null;
    const entry = found.get(symbol) ?? {
      draft: {
        rcid,
        date,
        session: regularSession(date),
        special,
        symbol,
        title,
        complete: false,
        partial: true as const,
        important: null,
        topics: null,
        amendment: null,
        paragraph: null,
        source: "partial",
      },
      row: new Uint8Array(voters.length),
    };
    const index = column.get(state);
    const code = NAMED[vote];
    if (index === undefined || code === undefined) {
      throw new RecordError(`"${state}, ${vote}" is not a state's vote.`, { where });
    }
    entry.row[index] = code;
    found.set(symbol, entry);
  }
  return [...found.values()];
}

/**
 * Applies the corrections to the sources' rows (data/unga/corrections.csv): a day, or a cell that
 * belongs to another state or to none. The sources' own rows stay as they are in their tables.
 */
function correct(
  file: string,
  text: string,
  drafts: Draft[],
  voters: readonly StateKey[],
  cells: Uint8Array,
): void {
  const rowOf = new Map(drafts.map(({ rcid }, r) => [rcid, r]));
  for (const { line, fields } of parseCsv(text).rows) {
    const [rcid, what = "", was = "", is = ""] = fields;
    const r = rowOf.get(Number(rcid));
    const from = r === undefined ? -1 : r * voters.length + voters.indexOf(what as StateKey);
    const to = r === undefined ? -1 : r * voters.length + voters.indexOf(is as StateKey);
    if (r !== undefined && what === "date" && drafts[r]!.date === was) {
      drafts[r] = { ...drafts[r]!, date: is };
    } else if (r !== undefined && voters.includes(what as StateKey) && is === "not a member") {
      cells[from] = VOTE.notMember;
    } else if (
      r !== undefined &&
      voters.includes(what as StateKey) &&
      voters.includes(is as StateKey)
    ) {
      cells[to] = cells[from]!;
      cells[from] = VOTE.notMember;
    } else {
      throw new RecordError(
        `"${fields.slice(0, 4).join(",")}" is not a correction of a roll call.`,
        {
          where: `${file}:${line}`,
          hint: 'Write rcid, "date" or a state, the value it had, and the value or state it has.',
        },
      );
    }
  }
}

/** Cells outside a state's UN membership: absences become "not a member", cast votes are counted. */
export interface MembershipCut {
  /** Absences recorded for a state that was not yet, or no longer, a member. */
  readonly absences: number;
  /** Votes cast outside the dates of membership, by state: the old records' dates are off by days. */
  readonly cast: Readonly<Record<string, number>>;
}

function cutToMembership(
  drafts: readonly Draft[],
  voters: readonly StateKey[],
  cells: Uint8Array,
  states: StateTable,
): MembershipCut {
  let absences = 0;
  const cast: Record<string, number> = {};
  for (const [r, { date }] of drafts.entries()) {
    for (const [v, key] of voters.entries()) {
      const at = r * voters.length + v;
      const code = cells[at] ?? 0;
      const member = states.isUnMember(key, date);
      // A member without a row is a vote that no source gives, not a state without a seat.
      if (member && code === VOTE.notMember) cells[at] = VOTE.unknown;
      if (member || code === VOTE.notMember) continue;
      if (code === VOTE.absent || code === VOTE.unknown) {
        cells[at] = VOTE.notMember;
        absences += 1;
      } else cast[key] = (cast[key] ?? 0) + 1;
    }
  }
  return { absences, cast };
}

/** The compiled votes and what the compilation had to say. */
export interface CompiledVotes {
  readonly votes: VoteRecord;
  readonly disagreements: readonly Disagreement[];
  readonly cut: MembershipCut;
}

/**
 * Compiles the vote tables: recounts every tally, adds the partly known roll calls, takes absences
 * outside UN membership out, and numbers the families of resolutions.
 *
 * @throws RecordError with file and line.
 */
export function compileVotes(tables: VoteTables, states: StateTable): CompiledVotes {
  const { drafts, stated } = readRollCalls("data/unga/rollcalls.csv", tables.rollCalls);
  const { voters, cells } = readCells("data/unga/votes.csv", tables.votes, drafts);
  for (const key of voters as readonly string[]) {
    if (!states.has(key)) {
      throw new RecordError(`"${key}" votes but is not in the states table.`, {
        where: "data/unga/votes.csv:1",
        hint: "Add it to data/states.csv.",
      });
    }
  }
  checkTallies(stated, cells, voters.length);
  correct("data/unga/corrections.csv", tables.corrections, drafts, voters, cells);
  const partial = readPartial("data/unga/partial.csv", tables.partial, voters);
  const order = [
    ...drafts.map((draft, r) => ({
      draft,
      row: cells.subarray(r * voters.length, (r + 1) * voters.length),
    })),
    ...partial,
  ].sort((a, b) =>
    a.draft.date < b.draft.date
      ? -1
      : a.draft.date > b.draft.date
        ? 1
        : a.draft.rcid - b.draft.rcid,
  );
  const sorted = new Uint8Array(order.length * voters.length);
  for (const [r, { row }] of order.entries()) sorted.set(row, r * voters.length);
  const cut = cutToMembership(
    order.map(({ draft }) => draft),
    voters,
    sorted,
    states,
  );
  const families = resolutionFamilies(order.map(({ draft }) => draft));
  const rollCalls = order.map(({ draft }, r): RollCall => {
    const [yes, abstain, no, absent] = tally(sorted, r * voters.length, voters.length);
    const known = !sorted
      .subarray(r * voters.length, (r + 1) * voters.length)
      .includes(VOTE.unknown);
    return {
      ...draft,
      complete: draft.complete && known,
      yes,
      abstain,
      no,
      absent,
      family: families[r] ?? 0,
    };
  });
  const disagreements = parseCsv(tables.disagreements).rows.map(({ fields }) => ({
    rcid: Number(fields[0]),
    state: (fields[1] ?? "") as StateKey,
    used: fields[2] ?? "",
    library: fields[3] ?? "",
  }));
  return { votes: { voters, rollCalls, cells: sorted }, disagreements, cut };
}
