import type { Answer, Column, Row } from "../answer/answer.ts";
import { UsageError } from "../errors.ts";
import type { RowSelector } from "../record/claim-test.ts";
import { matchRow, whereText } from "./match-row.ts";
import type { Answers } from "./answers.ts";

/** The rows that a selector finds. */
export interface Selection {
  readonly address: string;
  /** Rows that hold all that was asked. */
  readonly sure: readonly Row[];
  /** Rows of which the record does not say whether they do. */
  readonly possible: readonly Row[];
  readonly columns: readonly Column[];
  /** Null where the record of the day does not hold what the address names. */
  readonly answer: Answer | null;
  /** The rows asked for, in words. */
  readonly text: string;
}

function tableOf(
  answer: Answer,
  section: string | null,
): { readonly columns: readonly Column[]; readonly rows: readonly Row[] } {
  if (section === null) return answer;
  return answer.sections.find(({ id }) => id === section) ?? { columns: [], rows: [] };
}

/** Refuses a column that a table does not have. */
export function needColumn(columns: readonly Column[], name: string, address: string): void {
  if (columns.length === 0 || columns.some((column) => column.name === name)) return;
  throw new UsageError(`${address} has no column "${name}".`, {
    hint: `Columns: ${columns.map((column) => column.name).join(", ")}.`,
  });
}

/** Finds the rows of a selector. @throws UsageError for a column that is not there. */
export async function selectRows(selector: RowSelector, answers: Answers): Promise<Selection> {
  const { address, section, where } = selector;
  const answer = await answers.read(address);
  const table = answer === null ? { columns: [], rows: [] } : tableOf(answer, section);
  for (const name of Object.keys(where)) needColumn(table.columns, name, address);
  const found = table.rows.map((row) => ({ row, match: matchRow(row, where) }));
  const of = section === null ? address : `section ${section} of ${address}`;
  return {
    address: answer?.address ?? address,
    sure: found.flatMap(({ row, match }) => (match === "yes" ? [row] : [])),
    possible: found.flatMap(({ row, match }) => (match === "undecidable" ? [row] : [])),
    columns: table.columns,
    answer,
    text: `a row of ${of} with ${whereText(where)}`,
  };
}

/** What names a row, from the most telling column on. */
const LABELS = [
  ...["event", "id", "case", "constraint", "provision", "state", "organisation", "events"],
  ...["run", "class", "symbol", "name"],
];

/** A row named by its first telling cells. */
export function rowLabel(row: Row): string {
  const names = LABELS.filter((name) => row[name] != null).slice(0, 1);
  const name = names[0] ?? Object.keys(row)[0];
  const date = row["date"] ?? row["period"] ?? null;
  const label = name === undefined ? "" : String(row[name]);
  const also = name === "event" && row["state"] != null ? ` ${row["state"]}` : "";
  return date === null || name === "date" ? `${label}${also}` : `${label}${also} (${date})`;
}
