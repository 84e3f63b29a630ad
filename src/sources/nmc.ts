import { SourceError } from "../errors.ts";
import type { StateKey } from "../states/state.ts";
import type { Provider } from "./provider.ts";
import { eachRow, numberOrNull, refuseAt, wholeNumber } from "./source-table.ts";
import { stateOfYear } from "./state-of-year.ts";
import { checkLastYear } from "./state-years.ts";

/** The national material capabilities of a state in a year; null is missing. */
export interface NmcRow {
  readonly state: StateKey;
  readonly year: number;
  /** Military expenditure, thousand current USD (GBP before 1914). */
  readonly milex: number | null;
  /** Military personnel, thousand. */
  readonly milper: number | null;
  /** Iron and steel, thousand tons. */
  readonly irst: number | null;
  /** Primary energy, thousand coal-ton equivalents. */
  readonly pec: number | null;
  /** Total and urban population, thousand. */
  readonly tpop: number | null;
  readonly upop: number | null;
  /** Composite index of national capability: share of the system, 0 to 1. */
  readonly cinc: number | null;
}

/** The last year of each edition with the columns that are read here. */
const EDITIONS: Readonly<Record<number, string>> = { 2012: "5.0", 2016: "6.0", 2022: "7.0" };

const VALUES = ["milex", "milper", "irst", "pec", "tpop", "upop", "cinc"] as const;
const COLUMNS = ["ccode", "year", ...VALUES];

/** Correlates of War, National Material Capabilities (the abridged table). */
export const NMC: Provider<readonly NmcRow[]> = {
  name: "nmc",
  citation: {
    id: "cow-nmc",
    title:
      "National Material Capabilities; Singer, Bremer and Stuckey 1972, Capability Distribution, " +
      "Uncertainty, and Major Power War; Singer 1987, doi:10.1080/03050628808434695",
    authors: "Singer, J. David; Bremer, Stuart; Stuckey, John",
    publisher: "Correlates of War Project",
    year: 1972,
    kind: "dataset",
    terms: "free for academic use with citation; redistribution is not granted",
    redistribution: "derived-only",
  },
  obtain:
    "the page National Material Capabilities of the Correlates of War Project: unpack the archive " +
    "and bring the abridged table (NMC-...-abridged.csv)",
  parts: [{ id: "capabilities", describe: "a state in a year", columns: COLUMNS }],
  read: (files, states) => {
    const table = files.get("capabilities")![0]!;
    const holder = stateOfYear(states, "cow");
    const rows: NmcRow[] = [];
    const seen = new Set<string>();
    eachRow(table, COLUMNS, ([code = "", yearText = "", ...cells], at) => {
      const year = wholeNumber(yearText, "year", at);
      const state = holder.of(String(wholeNumber(code, "ccode", at)), year);
      const key = `${code} ${year}`;
      if (seen.has(key)) refuseAt(at, `country ${code} has two rows in ${year}.`);
      seen.add(key);
      const value = (name: (typeof VALUES)[number]): number | null =>
        numberOrNull(cells[VALUES.indexOf(name)] ?? "", name, at);
      const cinc = value("cinc");
      if (cinc !== null && (cinc < 0 || cinc > 1)) refuseAt(at, `cinc ${cinc} is not a share.`);
      const values = {
        milex: value("milex"),
        milper: value("milper"),
        irst: value("irst"),
        pec: value("pec"),
        tpop: value("tpop"),
        upop: value("upop"),
        cinc,
      };
      if (state !== null) rows.push({ state, year, ...values });
    });
    const to = checkLastYear(table.file, rows, states, 0);
    const version = EDITIONS[to];
    if (version === undefined) {
      throw new SourceError(
        `its last year is ${to}, and no edition that is read here ends there: ` +
          "the file is truncated or of another version.",
        {
          where: table.file,
          hint: `Editions: ${Object.entries(EDITIONS)
            .map(([year, name]) => `${name} (to ${year})`)
            .join(", ")}.`,
        },
      );
    }
    const from = rows.reduce((first, { year }) => Math.min(first, year), to);
    return { tables: rows, version, from, to, unplaced: holder.unplaced() };
  },
};
