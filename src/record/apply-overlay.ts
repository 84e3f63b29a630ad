import { RecordError } from "../errors.ts";
import type { StateKey } from "../states/state.ts";
import {
  type DataFiles,
  filesUnder,
  readCases,
  readOrganisations,
  readSources,
} from "./build-record.ts";
import { tally } from "./compile-votes.ts";
import { overlayTable } from "./overlay-table.ts";
import { readCrises, readLeaders } from "./read-spells.ts";
import type { CasusRecord } from "./record.ts";
import { type RollCall, VOTE, type VoteRecord } from "./votes.ts";

/** Numbers of private roll calls begin here. */
const FIRST_PRIVATE_RCID = 9_000_001;

const CODES: Readonly<Record<string, number>> = {
  yes: VOTE.yes,
  abstain: VOTE.abstain,
  no: VOTE.no,
  absent: VOTE.absent,
};

/** The private roll calls (rollcalls.csv) with their cells (votes.csv), in the voters' order. */
function privateRollCalls(
  files: DataFiles,
  record: CasusRecord,
): { drafts: RollCall[]; cells: Uint8Array[] } {
  const calls = overlayTable(files, "data/rollcalls.csv", ["symbol", "date", "title"]);
  const votes = overlayTable(files, "data/votes.csv", ["symbol", "state", "vote"]);
  const { voters } = record.votes;
  const cells = new Map<string, Uint8Array>();
  for (const row of calls.rows)
    cells.set(calls.column(row, "symbol"), new Uint8Array(voters.length));
  for (const row of votes.rows) {
    const [symbol, state, vote] = ["symbol", "state", "vote"].map((name) =>
      votes.column(row, name),
    ) as [string, string, string];
    const target = cells.get(symbol);
    const voter = voters.indexOf(state as StateKey);
    const code = CODES[vote];
    if (target === undefined || voter < 0 || code === undefined) {
      throw new RecordError(
        `"${symbol},${state},${vote}" is not a vote on a roll call of rollcalls.csv.`,
        {
          where: votes.where(row),
          hint: `vote is one of ${Object.keys(CODES).join(", ")}; state is a key such as KAZ.`,
        },
      );
    }
    target[voter] = code;
  }
  const drafts = calls.rows.map((row, index): RollCall => {
    const [symbol, date, title] = ["symbol", "date", "title"].map((name) =>
      calls.column(row, name),
    ) as [string, string, string];
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(date) || Number.isNaN(Date.parse(date))) {
      throw new RecordError(`"${date}" is not a day.`, {
        where: calls.where(row),
        hint: "Write YYYY-MM-DD.",
      });
    }
    const [yes, abstain, no, absent] = tally(cells.get(symbol)!, 0, voters.length);
    return {
      rcid: FIRST_PRIVATE_RCID + index,
      date,
      session: Number(date.slice(0, 4)) - (date.slice(5, 7) >= "09" ? 1945 : 1946),
      special: null,
      symbol,
      title,
      yes,
      no,
      abstain,
      absent,
      complete: true,
      important: null,
      topics: null,
      amendment: null,
      paragraph: null,
      source: "overlay",
      family: record.votes.rollCalls.length + index,
    };
  });
  return { drafts, cells: drafts.map(({ symbol }) => cells.get(symbol ?? "")!) };
}

function mergeVotes(
  { voters, rollCalls, cells }: VoteRecord,
  drafts: readonly RollCall[],
  rows: readonly Uint8Array[],
): VoteRecord {
  if (drafts.length === 0) return { voters, rollCalls, cells };
  const all = [
    ...rollCalls.map((rollCall, r) => ({
      rollCall,
      row: cells.subarray(r * voters.length, (r + 1) * voters.length),
    })),
    ...drafts.map((rollCall, r) => ({ rollCall, row: rows[r]! })),
  ].sort((a, b) =>
    a.rollCall.date === b.rollCall.date
      ? a.rollCall.rcid - b.rollCall.rcid
      : a.rollCall.date < b.rollCall.date
        ? -1
        : 1,
  );
  const merged = new Uint8Array(all.length * voters.length);
  for (const [r, { row }] of all.entries()) merged.set(row, r * voters.length);
  return { voters, rollCalls: all.map(({ rollCall }) => rollCall), cells: merged };
}

/**
 * Lays a user's private rows over a record: `organisations/*.yaml`, `cases/*.yaml` and
 * `sources/*.yaml` as in the data folder, `rollcalls.csv` (symbol, date, title), `votes.csv`
 * (symbol, state, vote), `crises.csv` (id, state, start, end, kind, source) and `leaders.csv` (id,
 * state, leader, start, end, source). The shipped record is not touched; every answer of the result
 * says that it has an overlay.
 *
 * @throws RecordError with file and line.
 */
export function applyOverlay(
  record: CasusRecord,
  files: DataFiles,
  fingerprint: string,
): CasusRecord {
  const sources = readSources(files);
  const ids = new Set([...record.sources, ...sources].map(({ id }) => id));
  const organisations = readOrganisations(
    filesUnder(files, "data/organisations/"),
    record.states,
    ids,
  ).map(({ value, file, line }) => {
    if (record.organisations.some(({ id }) => id === value.id)) {
      throw new RecordError(`"${value.id}" is an organisation of the shipped record.`, {
        where: `${file}:${line("id")}`,
        hint: "Give the private one another id.",
      });
    }
    return { ...value, overlay: true as const };
  });
  const context = {
    isState: record.states.has,
    nearestStates: record.states.nearest,
    isSource: (id: string) => ids.has(id),
  };
  const known = new Set([...record.organisations, ...organisations].map(({ id }) => id));
  const cases = readCases(files, context, record.treaties, known);
  const taken = cases.find(({ id }) => record.cases.some((shipped) => shipped.id === id));
  if (taken !== undefined) {
    throw new RecordError(`"${taken.id}" is a case of the shipped record.`, {
      where: `data/cases/${taken.id}.yaml`,
      hint: "Give the private one another id.",
    });
  }
  const { drafts, cells } = privateRollCalls(files, record);
  const [crises, leaders] = [
    readCrises(files, record.states),
    readLeaders(files, record.states),
  ];
  const rows = [organisations, cases, drafts, crises, leaders];
  if (rows.every(({ length }) => length === 0)) {
    throw new RecordError("the overlay folder holds no rows.", {
      hint:
        "It takes organisations/*.yaml, cases/*.yaml, sources/*.yaml, rollcalls.csv, votes.csv, " +
        "crises.csv and leaders.csv.",
    });
  }
  return {
    ...record,
    release: `${record.release}+overlay.${fingerprint}`,
    // Fitted without the private rows.
    positions: drafts.length === 0 ? record.positions : () => null,
    stanceModels: () => null,
    organisations: [...record.organisations, ...organisations].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    cases: [...record.cases, ...cases].sort((a, b) => (a.id < b.id ? -1 : 1)),
    sources: [...record.sources, ...sources],
    votes: mergeVotes(record.votes, drafts, cells),
    overlay: {
      organisations: organisations.map(({ id }) => id),
      cases: cases.map(({ id }) => id),
      rollCalls: drafts.map(({ rcid }) => rcid),
      crises,
      leaders,
    },
  };
}
