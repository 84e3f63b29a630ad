import { SourceError } from "../errors.ts";
import type { StateKey } from "../states/state.ts";
import type { StateTable } from "../states/state-table.ts";
import type { Provider } from "./provider.ts";
import {
  eachRow,
  refuseAt,
  refuseCut,
  type SourceLine,
  type SourceTable,
  wholeNumber,
} from "./source-table.ts";
import { stateOfYear } from "./state-of-year.ts";

/** What the members of an alliance promise. */
export interface AtopObligations {
  readonly defense: boolean;
  readonly offense: boolean;
  readonly neutrality: boolean;
  readonly nonaggression: boolean;
  readonly consultation: boolean;
}

/** What the rows of members, phases and alliances have in common. */
interface AtopSpell {
  readonly atopid: number;
  /** 0 where the alliance has one phase, else 1, 2, ... */
  readonly phase: number;
  /** EDTF, as precise as ATOP knows it: `1992-05-15`, `1992-05`. */
  readonly from: string;
  /** Null: in force on 31 December 2018, where ATOP 5.1 stops looking. */
  readonly to: string | null;
  readonly bilateral: boolean;
  readonly wartime: boolean;
  readonly conditional: boolean;
  readonly asymmetric: boolean;
  readonly obligations: AtopObligations;
  /** How it ended: 0 in effect or censored, 1 fulfilled, 2 violated or abrogated, 3 renegotiated. */
  readonly term: number | null;
}

/** A stay of a state in an alliance, or in one phase of it. */
export interface AtopMember extends AtopSpell {
  /** COW code of the member. */
  readonly cow: string;
  /** Null where the record has no state of that code then, as with those gone before 1900. */
  readonly state: StateKey | null;
  /**
   * How the membership ended: 0 in effect, 1 not renewed, 2 replaced (a new phase too), 3 broken,
   * 4 independence lost, 5 casus foederis gone, 6 war lost.
   */
  readonly termMode: number | null;
  /** Why: 1 replaced, 2 independence lost, 3 problem resolved, 4 to 8 disputes, war, violation. */
  readonly termCause: number | null;
}

/** One phase of an alliance, or an alliance over all its phases. */
export interface AtopAlliance extends AtopSpell {
  /** COW codes of the states that ever belonged to it. */
  readonly members: readonly string[];
  /** Military institutions, 0 none to 2 most; null where not coded or not brought. */
  readonly militaryInstitutions: number | null;
  /** Formal institutions, 0 none to 2 most. */
  readonly formalInstitutions: number | null;
}

/** The tables of ATOP that a user brought; those not brought are empty. */
export interface AtopTables {
  readonly members: readonly AtopMember[];
  readonly phases: readonly AtopAlliance[];
  readonly alliances: readonly AtopAlliance[];
}

const VERSION = "5.1";
const FIRST_YEAR = 1815;
const LAST_YEAR = 2018;
/** Rows of each file of version 5.1. */
const ROWS = { member: 2510, phase: 849, alliance: 789, institutions: 849 } as const;

const PROMISES = ["defense", "offense", "neutral", "nonagg", "consul"] as const;
const SHARED = ["atopid", "version", "bilat", "wartime", "conditio", "asymm", "term"];
const MEMBERS = Array.from({ length: 59 }, (_, index) => `mem${index + 1}`);

const codeOrNull = (text: string, name: string, at: SourceLine): number | null =>
  text === "" ? null : wholeNumber(text, name, at);

function flag(text: string, name: string, at: SourceLine): boolean {
  if (text !== "0" && text !== "1") refuseAt(at, `${name} "${text}" is neither 0 nor 1.`);
  return text === "1";
}

/** An EDTF date from a year, a month and a day of ATOP; null where the year is 0: still in force. */
function dateOf(parts: readonly string[], what: string, at: SourceLine): string | null {
  const [year = "", month = "", day = ""] = parts;
  if (year === "0") return null;
  if (!/^1[89]\d\d$|^20[01]\d$/u.test(year)) refuseAt(at, `${what} year "${year}" is none.`);
  const padded = [month, day].map((text) => text.padStart(2, "0"));
  if (!/^(?:0[1-9]|1[0-2])$/u.test(padded[0]!)) return year;
  const full = `${year}-${padded[0]}-${padded[1]}`;
  return /^(?:0[1-9]|[12]\d|3[01])$/u.test(padded[1]!) ? full : full.slice(0, 7);
}

/** The single-precision versions of one file read 5.0999999. */
function checkVersion(text: string, at: SourceLine): void {
  if (Math.abs(Number(text) - Number(VERSION)) < 1e-4) return;
  throw new SourceError(`the row is of ATOP version "${text}".`, {
    where: `${at.file}:${at.line}`,
    hint: `Bring version ${VERSION}: codes and columns differ between versions.`,
  });
}

/** Visits the rows of a file of version 5.1, all of them there. */
function visitAll(
  table: SourceTable,
  part: keyof typeof ROWS,
  columns: readonly string[],
  visit: (cell: (name: string) => string, at: SourceLine) => void,
): void {
  const index = new Map(columns.map((name, position) => [name, position]));
  const rows = eachRow(table, columns, (cells, at) => {
    const cell = (name: string): string => cells[index.get(name) ?? -1] ?? "";
    checkVersion(cell("version"), at);
    visit(cell, at);
  });
  if (rows !== ROWS[part]) {
    refuseCut(table.file, `${rows} rows where ATOP ${VERSION} has ${ROWS[part]}`);
  }
}

type Cell = (name: string) => string;

function spellOf(
  cell: Cell,
  at: SourceLine,
  begin: readonly string[],
  end: readonly string[],
): Omit<AtopSpell, "phase"> {
  const [defense, offense, neutrality, nonaggression, consultation] = PROMISES.map((name) =>
    flag(cell(name), name, at),
  ) as [boolean, boolean, boolean, boolean, boolean];
  const from = dateOf(begin.map(cell), "first", at);
  if (from === null) refuseAt(at, "the row has no year of entry.");
  return {
    atopid: wholeNumber(cell("atopid"), "atopid", at),
    from,
    to: dateOf(end.map(cell), "last", at),
    bilateral: flag(cell("bilat"), "bilat", at),
    wartime: flag(cell("wartime"), "wartime", at),
    conditional: flag(cell("conditio"), "conditio", at),
    asymmetric: flag(cell("asymm"), "asymm", at),
    obligations: { defense, offense, neutrality, nonaggression, consultation },
    term: codeOrNull(cell("term"), "term", at),
  };
}

/** `4220 1`: an alliance and its phase. The file of institutions writes 4220.1 as 4220.1001. */
function phaseKey(text: string, at: SourceLine): string {
  const tenths = Math.round(Number(text) * 10);
  if (!Number.isFinite(tenths)) refuseAt(at, `atopidphase "${text}" is not a number.`);
  return `${Math.floor(tenths / 10)} ${tenths % 10}`;
}

interface Institutions {
  readonly military: number | null;
  readonly formal: number | null;
}

function readInstitutions(table: SourceTable | undefined): ReadonlyMap<string, Institutions> {
  const found = new Map<string, Institutions>();
  if (table === undefined) return found;
  visitAll(
    table,
    "institutions",
    ["atopidphase", "milinst", "formal", "version"],
    (cell, at) => {
      found.set(phaseKey(cell("atopidphase"), at), {
        military: codeOrNull(cell("milinst"), "milinst", at),
        formal: codeOrNull(cell("formal"), "formal", at),
      });
    },
  );
  return found;
}

const ENTRY = ["yrent", "moent", "dayent"];
const EXIT = ["yrexit", "moexit", "dayexit"];
const BEGIN = ["begyr", "begmo", "begday"];
const END = ["endyr", "endmo", "endday"];

function readAlliances(
  table: SourceTable | undefined,
  part: "phase" | "alliance",
  institutions: ReadonlyMap<string, Institutions>,
): readonly AtopAlliance[] {
  if (table === undefined) return [];
  const rows: AtopAlliance[] = [];
  const columns = [...SHARED, "phase", ...PROMISES, ...BEGIN, ...END, ...MEMBERS];
  visitAll(table, part, columns, (cell, at) => {
    const spell = spellOf(cell, at, BEGIN, END);
    const phase = part === "phase" ? wholeNumber(cell("phase"), "phase", at) : 0;
    const built = part === "phase" ? institutions.get(`${spell.atopid} ${phase}`) : undefined;
    rows.push({
      ...spell,
      phase,
      members: MEMBERS.map(cell).filter((code) => code !== ""),
      militaryInstitutions: built?.military ?? null,
      formalInstitutions: built?.formal ?? null,
    });
  });
  return rows;
}

function readMembers(
  table: SourceTable | undefined,
  states: StateTable,
): { readonly members: readonly AtopMember[]; readonly unplaced: readonly string[] } {
  if (table === undefined) return { members: [], unplaced: [] };
  const holder = stateOfYear(states, "cow");
  const members: AtopMember[] = [];
  const own = ["member", "phase", "termmode", "termcaus"];
  visitAll(table, "member", [...SHARED, ...own, ...PROMISES, ...ENTRY, ...EXIT], (cell, at) => {
    const spell = spellOf(cell, at, ENTRY, EXIT);
    const code = String(wholeNumber(cell("member"), "member", at));
    members.push({
      ...spell,
      phase: wholeNumber(cell("phase"), "phase", at),
      cow: code,
      state: holder.of(code, Number(spell.from.slice(0, 4))),
      termMode: codeOrNull(cell("termmode"), "termmode", at),
      termCause: codeOrNull(cell("termcaus"), "termcaus", at),
    });
  });
  return { members, unplaced: holder.unplaced() };
}

/** Alliance Treaty Obligations and Provisions, version 5.1. */
export const ATOP: Provider<AtopTables> = {
  name: "atop",
  citation: {
    id: "atop",
    title:
      "Alliance Treaty Obligations and Provisions, 1815-1944, International Interactions 28: " +
      "237-260, and codebook of version 5.1",
    authors: "Leeds, Brett Ashley; Ritter, Jeffrey; Mitchell, Sara; Long, Andrew",
    publisher: "ATOP Project",
    year: 2002,
    kind: "dataset",
    terms: "free download with citation expected; redistribution neither granted nor forbidden",
    redistribution: "derived-only",
  },
  obtain:
    "the ATOP Project (atopdata.org), version 5.1, as CSV: members, alliance phases, alliances, " +
    "institutionalization; any of them",
  parts: [
    {
      id: "member",
      describe: "a member's stay in a phase of an alliance",
      columns: ["atopid", "member", "yrent", "yrexit", "termmode"],
    },
    {
      id: "phase",
      describe: "a phase of an alliance",
      columns: ["atopid", "atopidphase", "begyr", "endyr", "mem1"],
    },
    {
      id: "alliance",
      describe: "an alliance",
      columns: ["atopid", "begyr", "endyr", "mem1"],
      without: ["atopidphase"],
    },
    {
      id: "institutions",
      describe: "how far a phase has institutions",
      columns: ["atopidphase", "milinst", "formal"],
    },
  ],
  read: (files, states) => {
    const one = (part: string): SourceTable | undefined => files.get(part)?.[0];
    const { members, unplaced } = readMembers(one("member"), states);
    const institutions = readInstitutions(one("institutions"));
    return {
      tables: {
        members,
        phases: readAlliances(one("phase"), "phase", institutions),
        alliances: readAlliances(one("alliance"), "alliance", institutions),
      },
      version: VERSION,
      from: FIRST_YEAR,
      to: LAST_YEAR,
      unplaced,
    };
  },
};
