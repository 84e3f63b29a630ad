import type { Cell } from "../../answer/answer.ts";
import type { Catalogue } from "../laboratory/questions.ts";

const STATE_COLUMNS = /^(?:state|with|appellant|actor|member|key|voter|target|source_state)$/u;
const ORGANISATION_COLUMNS = /^(?:organisation|alliance|id)$/u;

/**
 * Where a cell of a table leads: an address written in it, or the page of the state, organisation,
 * case or treaty that it names. Null for a cell that names nothing.
 */
export function linkOf(
  column: string,
  cell: Cell | undefined,
  catalogue: Catalogue | null,
): string | null {
  if (typeof cell !== "string" || cell === "") return null;
  if (/^\/[a-z]+(?:\/|$)/u.test(cell) && !cell.includes(" ")) return cell;
  if (catalogue === null) return null;
  if (STATE_COLUMNS.test(column)) {
    const found = catalogue.states.some(({ key }) => key === cell);
    return found ? `/states/${cell.toLowerCase()}` : null;
  }
  if (column === "case" || column === "id") {
    if (catalogue.cases.some(({ id }) => id === cell)) return `/cases/${cell}`;
  }
  if (column === "treaty" || column === "id") {
    if (catalogue.treaties.some(({ id }) => id === cell)) return `/treaties/${cell}`;
  }
  if (ORGANISATION_COLUMNS.test(column)) {
    const found = catalogue.organisations.some(({ id }) => id === cell);
    return found ? `/alliances/${cell}` : null;
  }
  return null;
}
