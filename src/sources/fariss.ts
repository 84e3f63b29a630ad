import type { StateKey } from "../states/state.ts";
import type { Provider } from "./provider.ts";
import { eachRow, numberOrNull, refuseAt, refuseCut, wholeNumber } from "./source-table.ts";
import { stateOfYear } from "./state-of-year.ts";

/** Estimated GDP and population of a state in a year, with the deviations of the estimates. */
export interface FarissRow {
  readonly state: StateKey;
  readonly year: number;
  /** Million international dollars on the base of the Penn World Table. */
  readonly gdp: number | null;
  readonly gdpSd: number | null;
  /** Million people. */
  readonly population: number | null;
  readonly populationSd: number | null;
}

const VALUES = ["pwtrgdp", "sd_pwtrgdp", "pwtpop", "sd_pwtpop"] as const;
const COLUMNS = ["ccode", "year", ...VALUES];
const LAST_YEAR = 2019;
/** States with a row in the last year of the whole table. */
const STATES_IN_LAST_YEAR = 195;

/** Fariss, Anders, Markowitz and Barnum's estimates, as the R package isard has them. */
export const FARISS: Provider<readonly FarissRow[]> = {
  name: "fariss",
  citation: {
    id: "fariss-2022",
    title:
      "New Estimates of Over 500 Years of Historic GDP and Population Data, Journal of Conflict " +
      "Resolution 66",
    authors: "Fariss, Christopher; Anders, Therese; Markowitz, Jonathan; Barnum, Miriam",
    publisher: "Journal of Conflict Resolution",
    year: 2022,
    kind: "dataset",
    terms: "cite the authors; only results derived from the series are kept here",
    redistribution: "derived-only",
  },
  obtain: "the R package isard, table cw_gdppop, written as CSV",
  parts: [{ id: "estimates", describe: "a state in a year", columns: COLUMNS }],
  read: (files, states) => {
    const table = files.get("estimates")![0]!;
    const holder = stateOfYear(states, "cow");
    const rows: FarissRow[] = [];
    let [from, to, inLast] = [Infinity, -Infinity, 0];
    eachRow(table, COLUMNS, ([code = "", yearText = "", ...cells], at) => {
      const year = wholeNumber(yearText, "year", at);
      const state = holder.of(String(wholeNumber(code, "ccode", at)), year);
      const value = (name: (typeof VALUES)[number]): number | null =>
        numberOrNull(cells[VALUES.indexOf(name)] ?? "", name, at);
      const row = {
        gdp: value("pwtrgdp"),
        gdpSd: value("sd_pwtrgdp"),
        population: value("pwtpop"),
        populationSd: value("sd_pwtpop"),
      };
      if ((row.gdp ?? 0) < 0 || (row.population ?? 0) < 0) refuseAt(at, "a value is negative.");
      from = Math.min(from, year);
      to = Math.max(to, year);
      if (year === LAST_YEAR) inLast += 1;
      if (state !== null) rows.push({ state, year, ...row });
    });
    if (to !== LAST_YEAR || inLast < STATES_IN_LAST_YEAR) {
      refuseCut(
        table.file,
        `it ends in ${to} with ${inLast} states in ${LAST_YEAR}, the whole table in ${LAST_YEAR} ` +
          `with ${STATES_IN_LAST_YEAR}`,
      );
    }
    return { tables: rows, version: `to ${to}`, from, to, unplaced: holder.unplaced() };
  },
};
