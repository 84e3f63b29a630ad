import { NotFoundError, RecordError } from "../errors.ts";
import { nearestKeys } from "./nearest-keys.ts";
import type {
  CodeSystem,
  StateIdentity,
  StateKey,
  StateRows,
  Succession,
  UnMembershipSpell,
} from "./state.ts";

/** Who is a state when, under which name and codes; every date is an ISO day. */
export interface StateTable {
  /** Whether the text is a state key. */
  readonly has: (key: string) => key is StateKey;
  /** The identity of a state on a day, or undefined where it has none; throws for no key. */
  readonly identity: (key: StateKey, date: string) => StateIdentity | undefined;
  /**
   * The short name on a day; where no day is given or none covers it the latest, or of a state that
   * has ended the one it held longest.
   */
  readonly name: (key: StateKey, date?: string) => string;
  /** All keys, sorted. */
  readonly all: () => readonly StateKey[];
  /** The dated identities of a state, the earliest first. */
  readonly identities: (key: StateKey) => readonly StateIdentity[];
  /** The state that holds a code on a day, or undefined. */
  readonly byCode: (
    system: CodeSystem,
    code: string | number,
    date: string,
  ) => StateKey | undefined;
  /** Whether the state is a member of the United Nations on a day. */
  readonly isUnMember: (key: StateKey, date: string) => boolean;
  /** A state's spells of membership in the United Nations, the earliest first. */
  readonly unMembership: (key: StateKey) => readonly UnMembershipSpell[];
  /** Whether a member's delegation was kept from the General Assembly on a day. */
  readonly isBarred: (key: StateKey, date: string) => boolean;
  /** What became of a state, the earliest first; continuations name the state itself. */
  readonly successors: (key: StateKey) => readonly Succession[];
  /** What a state came from, the earliest first. */
  readonly predecessors: (key: StateKey) => readonly Succession[];
  /** Up to three keys that resemble an unknown key, code or name. */
  readonly nearest: (text: string) => readonly StateKey[];
}

const SYSTEMS: readonly CodeSystem[] = ["cow", "gw", "iso3"];

/**
 * Builds the table of states from its rows.
 *
 * Throws `RecordError` where two identities of a key, two membership spells of a key, or two
 * states' use of one code overlap, or a row names an unknown key.
 */
export function createStateTable({ states, successions, unMembership }: StateRows): StateTable {
  const byKey = groupSorted(states, (row) => row.key);
  for (const [key, rows] of byKey) rejectOverlap(rows, `identities of ${key}`);

  const codes = new Map(
    SYSTEMS.map((system) => {
      const coded = states.filter((row) => row[system] !== "");
      const index = groupSorted(coded, (row) => row[system]);
      for (const [code, rows] of index) rejectOverlap(rows, `holders of ${system} ${code}`);
      return [system, index] as const;
    }),
  );

  for (const { predecessor, successor } of successions) {
    rejectUnknown(byKey, predecessor, "data/state-successions.csv");
    rejectUnknown(byKey, successor, "data/state-successions.csv");
  }
  for (const { key } of unMembership) rejectUnknown(byKey, key, "data/un-membership.csv");
  const isMembership = ({ event }: UnMembershipSpell): boolean =>
    event !== "barred" && event !== "observer";
  const memberships = groupSorted(unMembership.filter(isMembership), (row) => row.key);
  for (const [key, rows] of memberships) rejectOverlap(rows, `memberships of ${key}`);
  const barred = groupSorted(
    unMembership.filter(({ event }) => event === "barred"),
    (row) => row.key,
  );

  const keys = [...byKey.keys()].sort();
  const ordered = successions.toSorted((a, b) => compare(a.date, b.date));
  const nearest = (text: string): StateKey[] => nearestKeys(text, states);

  const identities = (key: StateKey): readonly StateIdentity[] => {
    const rows = byKey.get(key);
    if (rows !== undefined) return rows;
    const near = nearest(key);
    throw new NotFoundError(
      `unknown state "${key}"`,
      near.length === 0 ? {} : { hint: `Did you mean ${near.join(", ")}?` },
    );
  };
  const identity = (key: StateKey, date: string): StateIdentity | undefined =>
    identities(key).find((row) => covers(row, date));

  return {
    has: (key): key is StateKey => byKey.has(key as StateKey),
    identity,
    name: (key, date) => {
      const dated = date === undefined ? undefined : identity(key, date);
      return dated?.short ?? usualName(identities(key)) ?? key;
    },
    all: () => keys,
    identities,
    byCode: (system, code, date) =>
      codes
        .get(system)
        ?.get(String(code))
        ?.find((row) => covers(row, date))?.key,
    isUnMember: (key, date) => memberships.get(key)?.some((row) => covers(row, date)) ?? false,
    unMembership: (key) => memberships.get(key) ?? [],
    isBarred: (key, date) => barred.get(key)?.some((row) => covers(row, date)) ?? false,
    successors: (key) => ordered.filter((row) => row.predecessor === key),
    predecessors: (key) => ordered.filter((row) => row.successor === key),
    nearest,
  };
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The latest short name, or of a state that has ended the one it held longest. */
function usualName(rows: readonly StateIdentity[]): string | undefined {
  const last = rows.at(-1);
  if (last === undefined || last.to === "") return last?.short;
  const days = new Map<string, number>();
  for (const { short, from, to } of rows) {
    days.set(short, (days.get(short) ?? 0) + Date.parse(to) - Date.parse(from));
  }
  return [...days].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function covers({ from, to }: Span, date: string): boolean {
  return from <= date && (to === "" || date < to);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupSorted<K, T extends Span>(
  rows: readonly T[],
  keyOf: (row: T) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  for (const group of groups.values()) group.sort((a, b) => compare(a.from, b.from));
  return groups;
}

function rejectOverlap(rows: readonly Span[], what: string): void {
  for (const [i, next] of rows.slice(1).entries()) {
    const { from, to } = rows[i] ?? next;
    if (to === "" || to > next.from) {
      throw new RecordError(`${what} overlap: ${from}..${to} and ${next.from}..${next.to}`, {
        hint: "End one spell on the day the next begins.",
      });
    }
  }
}

function rejectUnknown(
  byKey: ReadonlyMap<StateKey, unknown>,
  key: StateKey,
  where: string,
): void {
  if (!byKey.has(key)) {
    throw new RecordError(`unknown state key ${key}`, {
      where,
      hint: "Give it a row in data/states.csv.",
    });
  }
}
