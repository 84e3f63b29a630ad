import { citeSource } from "../answer/cite.ts";
import { CASE_TABLES } from "./bulk-cases.ts";
import { STATE_TABLES } from "./bulk-states.ts";
import { type BulkTable, listTable } from "./bulk-table.ts";
import { VOTE_TABLES } from "./bulk-votes.ts";

const sources = listTable(
  "sources",
  "A source of the record, with its terms and whether its content may be passed on.",
  (record) => record.sources,
  [
    ["id", ({ id }) => id],
    ["title", ({ title }) => title],
    ["citation", (source) => citeSource(source)],
    ["kind", ({ kind }) => kind],
    ["url", ({ url }) => url],
    ["accessed", ({ accessed }) => accessed],
    ["terms", ({ terms }) => terms],
    ["redistribution", ({ redistribution }) => redistribution],
  ],
  // What a source is called is no content of it.
  () => [],
);

/** Every table that can be had whole, in the order in which they are listed. */
export const BULK_TABLES: readonly BulkTable[] = [
  ...STATE_TABLES,
  ...VOTE_TABLES,
  ...CASE_TABLES,
  sources,
];
