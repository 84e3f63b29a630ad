import { prepareSource, providerOf } from "../../src/sources/prepare-source.ts";
import { sourceTable } from "../../src/sources/source-table.ts";
import { sourceText } from "../../src/sources/source-text.ts";
import type { Provider } from "../../src/sources/provider.ts";
import { recogniseParts } from "../../src/sources/recognise.ts";
import type { CasusError } from "../../src/errors.ts";
import { record } from "../laboratory.ts";

/** A file of made rows. */
export interface Made {
  readonly file: string;
  readonly text: string;
}

/** Bytes of a made text. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text of a table: a header and rows. */
const csv = (header: string, rows: readonly string[]): string =>
  `${[header, ...rows].join("\n")}\n`;

/** Reads made files as `casus source add` does. */
export function readMade<T>(provider: Provider<T>, made: readonly Made[]) {
  const tables = made.map(({ file, text }) =>
    sourceTable(file, sourceText(file, bytesOf(text))),
  );
  return provider.read(recogniseParts(provider, tables), record.states);
}

/** The one line with which files are refused; fails where they are not. */
export function refusal(
  name: string,
  files: readonly { file: string; bytes: Uint8Array }[],
): string {
  try {
    prepareSource(providerOf(name), files, record.states);
  } catch (error) {
    return (error as CasusError).line;
  }
  throw new Error("The files were not refused.");
}

/** The COW codes of the states of a year. */
function codesIn(year: number): readonly string[] {
  const codes = record.states.all().flatMap((key) => {
    const identity = record.states.identity(key, `${year}-12-31`);
    return identity === undefined || identity.cow === "" || identity.kind !== "state"
      ? []
      : [identity.cow];
  });
  return codes.sort((a, b) => Number(a) - Number(b));
}

const NMC_HEADER = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version";

/** A table of capabilities of all states in two years, the same for each. */
export function madeNmc(last = 2022): Made {
  const rows = codesIn(2022).flatMap((code) =>
    [last - 1, last].map((year) => `XXX,${code},${year},1,2,3,4,5,-9,0.005,2025`),
  );
  return { file: "nmc.csv", text: csv(NMC_HEADER, rows) };
}

const ATOP_HEADER =
  "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,bilat,phase,wartime,term,termmode," +
  "termcaus,defense,offense,neutral,nonagg,consul,conditio,asymm,version";

/** ATOP's file of members, with as many rows as version 5.1 has; the first rows are given. */
export function madeAtop(first: readonly string[], rows = 2510, version = "5.1"): Made {
  const filler = Array.from(
    { length: rows - first.length },
    (_, index) => `${1000 + index},200,1990,1,1,1991,1,1,1,0,0,1,1,3,1,0,0,0,1,0,0,${version}`,
  );
  return { file: "atop.csv", text: csv(ATOP_HEADER, [...first, ...filler]) };
}
