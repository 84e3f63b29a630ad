import type { Answer, Column, Row } from "../answer/answer.ts";
import { UsageError } from "../errors.ts";
import type { RowSelector } from "../record/claim-test.ts";
import { matchRow, whereText } from "./match-row.ts";
import type { Answers } from "./answers.ts";
import type { Evidence } from "./outcome.ts";

/** The rows that a selector finds. */
export interface Selection {
  readonly address: string;
  /** Rows that hold all that was asked. */
  readonly sure: readonly Row[];
  /** Rows of which the record does not say whether they do. */
  readonly possible: readonly Row[];
  readonly columns: readonly Column[];
  /** How many rows were looked through. */
  readonly searched: number;
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

/** A list by pages shows a part only, and a part proves nothing of the whole. */
function needAll(answer: Answer): void {
  const { total, shown } = answer.summary;
  if (typeof total !== "number" || typeof shown !== "number" || shown >= total) return;
  throw new UsageError(`${answer.address} lists ${shown} of ${total} rows.`, {
    hint: "Narrow the address, or add limit= to have them all.",
  });
}

const fill = (template: string, row: Row): string =>
  template.replaceAll(/\{([a-z_]+)\}/gu, (_, name: string) =>
    encodeURIComponent(String(row[name] ?? "")),
  );

/** Each row with the summary of another address; a column of its own stands before one of these. */
async function joined(
  rows: readonly Row[],
  each: string,
  answers: Answers,
): Promise<readonly Row[]> {
  return Promise.all(
    rows.map(async (row) => {
      const other = await answers.read(fill(each, row));
      return { ...other?.summary, ...row };
    }),
  );
}

/** The part of a filter on columns that a table has of its own. */
function ownWhere(
  columns: readonly Column[],
  where: RowSelector["where"],
): RowSelector["where"] {
  const own = new Set(columns.map(({ name }) => name));
  return Object.fromEntries(Object.entries(where).filter(([name]) => own.has(name)));
}

/** Finds the rows of a selector. @throws UsageError for a column that is not there. */
export async function selectRows(selector: RowSelector, answers: Answers): Promise<Selection> {
  const { address, section, each, where } = selector;
  const answer = await answers.read(address);
  if (answer !== null && section === null) needAll(answer);
  const table = answer === null ? { columns: [], rows: [] } : tableOf(answer, section);
  const kept =
    each === null
      ? table.rows
      : await joined(
          table.rows.filter((row) => matchRow(row, ownWhere(table.columns, where)) !== "no"),
          each,
          answers,
        );
  const columns =
    each === null
      ? table.columns
      : [
          ...new Set([...table.columns.map(({ name }) => name), ...kept.flatMap(Object.keys)]),
        ].map((name) => ({ name, label: name }));
  for (const name of Object.keys(where)) needColumn(columns, name, address);
  const found = kept.map((row) => ({ row, match: matchRow(row, where) }));
  const of = section === null ? address : `section ${section} of ${address}`;
  return {
    address: answer?.address ?? address,
    sure: found.flatMap(({ row, match }) => (match === "yes" ? [row] : [])),
    possible: found.flatMap(({ row, match }) => (match === "undecidable" ? [row] : [])),
    columns,
    searched: table.rows.length,
    answer,
    text: `a row of ${of} with ${whereText(where)}`,
  };
}

/** The evidence of rows that were looked through and hold nothing of what was asked. */
export function searchedEvidence({ address, searched }: Selection): Evidence {
  return { part: "", address, row: "rows searched", value: `none of ${searched}` };
}

/** What names a row, from the most telling column on. */
const LABELS = [
  ...["event", "id", "case", "constraint", "provision", "force", "organ", "instrument"],
  ...["mission", "lag", "treaty", "state", "organisation", "events", "run", "class", "name"],
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
