import type { StateKey } from "../states/state.ts";
import type { StateTable } from "../states/state-table.ts";
import { refuseCut } from "./source-table.ts";

/**
 * Sees that a table of country-years goes on to its end: every state with a COW code through its last
 * year has a row in that year, but for at most `tolerance` of them.
 *
 * @throws SourceError where states are missing in the last year, as in a file that was cut.
 */
export function checkLastYear(
  file: string,
  rows: readonly { readonly state: StateKey; readonly year: number }[],
  states: StateTable,
  tolerance: number,
): number {
  const last = rows.reduce((latest, { year }) => Math.max(latest, year), -Infinity);
  const present = new Set(rows.filter(({ year }) => year === last).map(({ state }) => state));
  const listed = new Set(rows.map(({ state }) => state));
  const due = states.all().filter((key) =>
    [`${last}-01-01`, `${last}-12-31`].every((day) => {
      const identity = states.identity(key, day);
      return identity !== undefined && identity.cow !== "" && identity.kind === "state";
    }),
  );
  const missing = due.filter((key) => !present.has(key));
  if (missing.length > tolerance) {
    const shown = missing.slice(0, 3).map((key) => states.name(key, `${last}-12-31`));
    const never = missing.filter((key) => !listed.has(key)).length;
    refuseCut(
      file,
      `${missing.length} of ${due.length} states have no row in its last year, ${last} ` +
        `(${shown.join(", ")}, ...), ${never} of them none at all`,
    );
  }
  return last;
}
