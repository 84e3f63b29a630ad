import type { StateKey } from "../states/state.ts";
import type { Provider } from "./provider.ts";
import { eachRow, numberOrNull, refuseAt, refuseCut, wholeNumber } from "./source-table.ts";
import { stateOfYear } from "./state-of-year.ts";

/** Major arms delivered by one state to another in a year. */
export interface ArmsRow {
  readonly supplier: StateKey;
  readonly recipient: StateKey;
  readonly year: number;
  /** Million trend-indicator values. */
  readonly amount: number;
}

const COLUMNS = ["year", "supplier_ccode", "recipient_ccode", "tiv_million"];

/** SIPRI's arms transfers by supplier, recipient and year, as a long table. */
export const SIPRI: Provider<readonly ArmsRow[]> = {
  name: "sipri",
  citation: {
    id: "sipri-arms",
    title: "Arms Transfers Database",
    authors: "Stockholm International Peace Research Institute",
    publisher: "SIPRI",
    year: 2015,
    kind: "dataset",
    terms:
      "fair use: non-commercial, less than 10 per cent of the data set, with attribution; " +
      "the rows may not be passed on",
    redistribution: "no",
  },
  obtain:
    "SIPRI's Arms Transfers Database: importer/exporter values, put into one long CSV with the " +
    "columns year, supplier_ccode, recipient_ccode (COW codes), tiv_million",
  parts: [
    { id: "deliveries", describe: "deliveries of a supplier in a year", columns: COLUMNS },
  ],
  read: (files, states) => {
    const table = files.get("deliveries")![0]!;
    const holder = stateOfYear(states, "cow");
    const rows: ArmsRow[] = [];
    const seen = new Set<string>();
    let [from, to, last] = [Infinity, -Infinity, 0];
    eachRow(table, COLUMNS, ([when = "", seller = "", buyer = "", value = ""], at) => {
      const year = wholeNumber(when, "year", at);
      const amount = numberOrNull(value, "tiv_million", at);
      if (amount !== null && amount < 0) refuseAt(at, `tiv_million ${amount} is negative.`);
      const key = `${year} ${seller} ${buyer}`;
      if (seen.has(key)) refuseAt(at, `${seller} to ${buyer} in ${year} stands twice.`);
      seen.add(key);
      [from, to, last] = [Math.min(from, year), Math.max(to, year), year];
      const supplier = holder.of(String(wholeNumber(seller, "supplier_ccode", at)), year);
      const recipient = holder.of(String(wholeNumber(buyer, "recipient_ccode", at)), year);
      if (amount === null || supplier === null || recipient === null) return;
      rows.push({ supplier, recipient, year, amount });
    });
    // Whatever the order, by recipient or by year, the last row of a whole file is of its last year.
    if (last !== to) {
      refuseCut(table.file, `its last row is of ${last}, its last year ${to}`);
    }
    return { tables: rows, version: `to ${to}`, from, to, unplaced: holder.unplaced() };
  },
};
