import { RecordError } from "../errors.ts";
import { parseCsv } from "./csv.ts";
import type {
  StateIdentity,
  StateKey,
  StateRows,
  Succession,
  UnMembershipSpell,
} from "./state.ts";

const KINDS = ["state", "territory"] as const;
const TYPES = ["continuation", "dissolution", "union", "secession", "seat-change"] as const;
const EVENTS = [
  "original",
  "admission",
  "resumption",
  "continuation",
  "seat-change",
  "barred",
  "observer",
] as const;

/** The text of the three tables of states. */
export interface StateFiles {
  readonly states: string;
  readonly successions: string;
  readonly unMembership: string;
}

const PATHS: StateFiles = {
  states: "data/states.csv",
  successions: "data/state-successions.csv",
  unMembership: "data/un-membership.csv",
};

/**
 * Reads the tables of states: dated identities, successions and United Nations spells.
 *
 * Throws `RecordError` with file and line where a row does not hold what its columns promise.
 */
export function parseStates(files: StateFiles, paths: StateFiles = PATHS): StateRows {
  return {
    states: readTable(files.states, paths.states, STATE_COLUMNS, readIdentity),
    successions: readTable(
      files.successions,
      paths.successions,
      SUCCESSION_COLUMNS,
      readSuccession,
    ),
    unMembership: readTable(
      files.unMembership,
      paths.unMembership,
      MEMBERSHIP_COLUMNS,
      readMembership,
    ),
  };
}

function readIdentity(cell: Cells): StateIdentity {
  return {
    key: cell.key("key"),
    name: cell.filled("name"),
    short: cell.filled("short"),
    ...cell.span(),
    cow: cell.matching("cow", /^\d{0,3}$/u, "a COW code of up to three digits"),
    gw: cell.matching("gw", /^\d{0,3}$/u, "a Gleditsch-Ward code of up to three digits"),
    iso3: cell.matching("iso3", /^(?:[A-Z]{3})?$/u, "three capitals"),
    iso2: cell.matching("iso2", /^(?:[A-Z]{2})?$/u, "two capitals"),
    m49: cell.matching("m49", /^(?:\d{3})?$/u, "three digits"),
    region: cell.filled("region"),
    subregion: cell.filled("subregion"),
    kind: cell.oneOf("kind", KINDS),
    note: cell.text("note"),
  };
}

function readSuccession(cell: Cells): Succession {
  return {
    predecessor: cell.key("predecessor"),
    successor: cell.key("successor"),
    date: cell.matching("date", DAY, "a day, YYYY-MM-DD"),
    type: cell.oneOf("type", TYPES),
    seat: cell.oneOf("seat", ["yes", "no"]) === "yes",
    note: cell.text("note"),
    source: cell.filled("source"),
  };
}

function readMembership(cell: Cells): UnMembershipSpell {
  return {
    key: cell.key("key"),
    ...cell.span(),
    event: cell.oneOf("event", EVENTS),
    note: cell.text("note"),
    source: cell.filled("source"),
  };
}

const STATE_COLUMNS =
  "key,name,short,from,to,cow,gw,iso3,iso2,m49,region,subregion,kind,note".split(",");
const SUCCESSION_COLUMNS = "predecessor,successor,date,type,seat,note,source".split(",");
const MEMBERSHIP_COLUMNS = "key,from,to,event,note,source".split(",");

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;
const DATE = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/u;

/** Typed access to one row, which knows its file and line. */
class Cells {
  private readonly row: ReadonlyMap<string, string>;
  private readonly where: string;

  constructor(row: ReadonlyMap<string, string>, where: string) {
    this.row = row;
    this.where = where;
  }

  text(column: string): string {
    return this.row.get(column) ?? "";
  }

  filled(column: string): string {
    return this.matching(column, /\S/u, "not empty");
  }

  key(column: string): StateKey {
    return this.matching(column, /^[A-Z]{3}$/u, "a state key of three capitals") as StateKey;
  }

  matching(column: string, pattern: RegExp, wanted: string): string {
    const value = this.text(column);
    if (!pattern.test(value)) {
      throw new RecordError(`${column} is "${value}", should be ${wanted}`, {
        where: this.where,
      });
    }
    return value;
  }

  oneOf<const T extends string>(column: string, allowed: readonly T[]): T {
    const value = this.text(column);
    const found = allowed.find((item) => item === value);
    if (found === undefined) {
      throw new RecordError(`${column} is "${value}", should be one of ${allowed.join(", ")}`, {
        where: this.where,
      });
    }
    return found;
  }

  span(): { from: string; to: string } {
    const from = this.matching("from", DATE, "empty, YYYY, YYYY-MM or YYYY-MM-DD");
    const to = this.matching("to", DATE, "empty, YYYY, YYYY-MM or YYYY-MM-DD");
    if (to !== "" && to <= from) {
      throw new RecordError(`to (${to}) is not after from (${from})`, { where: this.where });
    }
    return { from, to };
  }
}

function readTable<T>(
  text: string,
  file: string,
  columns: readonly string[],
  read: (cells: Cells) => T,
): T[] {
  const { header, rows } = parseCsv(text, file);
  if (header.join(",") !== columns.join(",")) {
    throw new RecordError(`columns are ${header.join(",")}`, {
      where: `${file}:1`,
      hint: `They should be ${columns.join(",")}.`,
    });
  }
  return rows.map(({ line, fields }) => {
    const row = new Map(columns.map((column, i) => [column, fields[i] ?? ""]));
    return read(new Cells(row, `${file}:${line}`));
  });
}
