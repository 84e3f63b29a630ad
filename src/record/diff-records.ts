import type { CasusRecord } from "./record.ts";
import { VOTE_NAMES } from "./votes.ts";

/** One difference between two records. */
export interface RecordChange {
  readonly table:
    | "roll calls"
    | "votes"
    | "organisations"
    | "memberships"
    | "sources"
    | "states";
  readonly key: string;
  readonly change: "added" | "removed" | "changed";
  readonly before: string | null;
  readonly after: string | null;
}

function compare(
  table: RecordChange["table"],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): RecordChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): RecordChange[] => {
    const a = before.get(key) ?? null;
    const b = after.get(key) ?? null;
    if (a === b) return [];
    return [
      {
        table,
        key,
        change: a === null ? "added" : b === null ? "removed" : "changed",
        before: a,
        after: b,
      },
    ];
  });
}

const byKey = <T>(rows: readonly T[], key: (row: T) => string): Map<string, string> => {
  const map = new Map<string, string>();
  for (const row of rows) map.set(key(row), JSON.stringify(row));
  return map;
};

/** The cells that differ on the roll calls that both records hold. */
function voteChanges(before: CasusRecord, after: CasusRecord): RecordChange[] {
  const rowOf = new Map(after.votes.rollCalls.map(({ rcid }, r) => [rcid, r]));
  const voters = [...new Set([...before.votes.voters, ...after.votes.voters])];
  const columns = voters.map((key) => ({
    key,
    a: before.votes.voters.indexOf(key),
    b: after.votes.voters.indexOf(key),
  }));
  const cell = ({ votes }: CasusRecord, row: number, column: number): number =>
    column < 0 ? 0 : votes.cells[row * votes.voters.length + column]!;
  return before.votes.rollCalls.flatMap(({ rcid }, r) => {
    const other = rowOf.get(rcid);
    if (other === undefined) return [];
    return columns.flatMap(({ key, a, b }): RecordChange[] => {
      const [was, is] = [cell(before, r, a), cell(after, other, b)];
      if (was === is) return [];
      const names = { before: VOTE_NAMES[was]!, after: VOTE_NAMES[is]! };
      return [{ table: "votes", key: `${rcid} ${key}`, change: "changed", ...names }];
    });
  });
}

/** Every difference between two records, table by table, in a fixed order. */
export function diffRecords(before: CasusRecord, after: CasusRecord): readonly RecordChange[] {
  const spellMap = (record: CasusRecord) =>
    byKey(
      record.organisations.flatMap(({ id, memberships: spells }) =>
        spells.map((spell) => ({ id, ...spell })),
      ),
      ({ id, state, from }) => `${id} ${state} ${from}`,
    );
  const organisations = (record: CasusRecord) =>
    byKey(
      record.organisations.map(({ memberships, ...rest }) => ({
        ...rest,
        spells: memberships.length,
      })),
      ({ id }) => id,
    );
  return [
    ...compare("states", byKey(before.states.all(), String), byKey(after.states.all(), String)),
    ...compare(
      "sources",
      byKey(before.sources, ({ id }) => id),
      byKey(after.sources, ({ id }) => id),
    ),
    ...compare("organisations", organisations(before), organisations(after)),
    ...compare("memberships", spellMap(before), spellMap(after)),
    ...compare(
      "roll calls",
      byKey(before.votes.rollCalls, ({ rcid }) => String(rcid)),
      byKey(after.votes.rollCalls, ({ rcid }) => String(rcid)),
    ),
    ...voteChanges(before, after),
  ];
}
