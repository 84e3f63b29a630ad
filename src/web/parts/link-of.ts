import type { Cell } from "../../answer/answer.ts";
import type { Catalogue, Names } from "../laboratory/questions.ts";

const STATE_COLUMNS = /^(?:state|with|appellant|actor|member|key|voter|target|source_state)$/u;
const ORGANISATION_COLUMNS = /^(?:organisation|alliance|id)$/u;

const NAMED_COLUMNS = /^(?:case|treaty|id)$/u;

/** What a table's cells are looked up in; null until it is there, or where no column needs it. */
export interface Known {
  readonly catalogue: Catalogue | null;
  readonly names: Names | null;
}

/** Whether the cells of a column may name a case or a treaty. */
export const namesCases = (column: string): boolean => NAMED_COLUMNS.test(column);

/**
 * Where a cell of a table leads: an address written in it, or the page of the state, organisation,
 * case or treaty that it names. Null for a cell that names nothing.
 */
export function linkOf(
  column: string,
  cell: Cell | undefined,
  { catalogue, names }: Known,
): string | null {
  if (typeof cell !== "string" || cell === "") return null;
  if (/^\/[a-z]+(?:\/|$)/u.test(cell) && !cell.includes(" ")) return cell;
  if (catalogue === null) return null;
  if (STATE_COLUMNS.test(column)) {
    const found = catalogue.states.some(({ key }) => key === cell);
    return found ? `/states/${cell.toLowerCase()}` : null;
  }
  if (column === "case" || column === "id") {
    if (names?.cases.some(({ id }) => id === cell) === true) return `/cases/${cell}`;
  }
  if (column === "treaty" || column === "id") {
    if (names?.treaties.some(({ id }) => id === cell) === true) return `/treaties/${cell}`;
  }
  if (ORGANISATION_COLUMNS.test(column)) {
    const found = catalogue.organisations.some(({ id }) => id === cell);
    return found ? `/alliances/${cell}` : null;
  }
  return null;
}
