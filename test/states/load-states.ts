import { readFileSync } from "node:fs";
import { parseStates } from "../../src/states/parse-states.ts";
import { createStateTable } from "../../src/states/state-table.ts";

const read = (name: string): string => readFileSync(`data/${name}.csv`, "utf8");

/** The rows of the data folder. */
export const rows = parseStates({
  states: read("states"),
  successions: read("state-successions"),
  unMembership: read("un-membership"),
});

/** The table of the data folder. */
export const table = createStateTable(rows);
