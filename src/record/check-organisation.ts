import { parseEventDate } from "../dates/parse-event-date.ts";
import { CasusError, RecordError } from "../errors.ts";
import type { StateTable } from "../states/state-table.ts";
import type { Organisation } from "./organisation.ts";
import type { YamlFile } from "./read-yaml.ts";

/** Checks one organisation's states, dates, sources and spells against the rest of the record. */
export function checkOrganisation(
  { file, value, line }: YamlFile<Organisation>,
  states: StateTable,
  sources: ReadonlySet<string>,
): void {
  const fail = (message: string, at: number, hint?: string): never => {
    throw new RecordError(message, {
      where: `${file}:${at}`,
      ...(hint === undefined ? {} : { hint }),
    });
  };
  const date = (text: string, at: number): void => {
    try {
      parseEventDate(text);
    } catch (error) {
      fail(error instanceof CasusError ? error.line : String(error), at);
    }
  };
  const spell = (
    kind: string,
    index: number,
    row: {
      readonly state: string;
      readonly from: string;
      readonly to: string | null;
      readonly sources: readonly string[];
    },
  ): void => {
    const at = line(kind, index);
    if (!states.has(row.state)) {
      const near = states.nearest(row.state).join(", ");
      fail(`"${row.state}" is not a state of the states table.`, at, `Nearest: ${near}.`);
    }
    date(row.from, at);
    if (row.to !== null) date(row.to, at);
    if (row.to !== null && row.to <= row.from)
      fail(`ends (${row.to}) before it begins (${row.from}).`, at);
    for (const id of row.sources) {
      if (!sources.has(id))
        fail(`source "${id}" is not defined.`, at, "Add it to data/sources/.");
    }
  };
  date(value.founded.date, line("founded"));
  for (const [index, row] of value.memberships.entries()) spell("memberships", index, row);
  for (const [index, row] of value.suspensions.entries()) spell("suspensions", index, row);
  for (const [index, row] of value.largest.entries()) spell("largest", index, row);
  for (const [index, row] of (value.budgetShares ?? []).entries()) {
    spell("budget_shares", index, { ...row, from: row.date, to: null });
    if (row.least > row.most)
      fail(`least (${row.least}) is above most (${row.most}).`, line("budget_shares", index));
  }
  for (const [index, a] of value.memberships.entries()) {
    for (const b of value.memberships.slice(0, index)) {
      if (
        a.state === b.state &&
        (b.to === null || b.to > a.from) &&
        (a.to === null || a.to > b.from)
      ) {
        fail(`two memberships of ${a.state} overlap.`, line("memberships", index));
      }
    }
  }
}
