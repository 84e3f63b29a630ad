import type { StateKey } from "../states/state.ts";
import type { Provider } from "./provider.ts";
import { eachRow, numberOrNull, refuseAt, refuseCut, wholeNumber } from "./source-table.ts";
import { stateOfYear } from "./state-of-year.ts";

/** The trade of two states in a year, both directions. */
export interface TradeRow {
  readonly a: StateKey;
  readonly b: StateKey;
  readonly year: number;
  /** Million current USD; a direction that is missing is left out of it. */
  readonly amount: number;
}

const COLUMNS = ["ccode1", "ccode2", "year", "flow1", "flow2"];
const LAST_YEAR = 2014;
/** Rows stand by first country: a whole file, or a region's, reaches codes above this. */
const LAST_COUNTRY = 700;
/** Assembly and record begin here. */
const FIRST_KEPT = 1946;

/** Correlates of War, bilateral trade, version 4. */
export const COW_TRADE: Provider<readonly TradeRow[]> = {
  name: "cow-trade",
  citation: {
    id: "cow-trade",
    title: "Trading Data: Evaluating our Assumptions and Coding Rules; bilateral trade",
    authors: "Barbieri, Katherine; Keshk, Omar; Pollins, Brian",
    publisher: "Correlates of War Project",
    year: 2009,
    kind: "dataset",
    terms: "free for academic use with citation; redistribution is not granted",
    redistribution: "derived-only",
  },
  obtain:
    "the page Trade of the Correlates of War Project, version 4.0: the dyadic table " +
    "(Dyadic_COW_4.0.csv)",
  parts: [{ id: "dyads", describe: "two states in a year", columns: COLUMNS }],
  read: (files, states) => {
    const table = files.get("dyads")![0]!;
    const holder = stateOfYear(states, "cow");
    const rows: TradeRow[] = [];
    let [from, to, country, last] = [Infinity, -Infinity, 0, 0];
    eachRow(table, COLUMNS, ([one = "", two = "", when = "", first = "", second = ""], at) => {
      const year = wholeNumber(when, "year", at);
      country = Math.max(country, wholeNumber(one, "ccode1", at));
      const flows = [numberOrNull(first, "flow1", at), numberOrNull(second, "flow2", at)];
      if (flows.some((flow) => flow !== null && flow < 0)) refuseAt(at, "a flow is negative.");
      [from, to, last] = [Math.min(from, year), Math.max(to, year), year];
      if (year < FIRST_KEPT || flows.every((flow) => flow === null)) return;
      const [a, b] = [holder.of(one, year), holder.of(two, year)];
      if (a === null || b === null) return;
      rows.push({ a, b, year, amount: (flows[0] ?? 0) + (flows[1] ?? 0) });
    });
    if (to !== LAST_YEAR) {
      refuseCut(table.file, `its last year is ${to}, that of version 4.0 is ${LAST_YEAR}`);
    }
    if (country < LAST_COUNTRY || last !== LAST_YEAR) {
      refuseCut(table.file, `its rows stop at country ${country} in ${last}`);
    }
    return { tables: rows, version: "4.0", from, to, unplaced: holder.unplaced() };
  },
};
