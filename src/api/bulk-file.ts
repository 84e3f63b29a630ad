import type { Column, Row } from "../answer/answer.ts";
import { NotFoundError } from "../errors.ts";
import type { CasusRecord } from "../record/record.ts";
import { renderCsv } from "../report/render-csv.ts";
import { renderParquet } from "../report/render-parquet.ts";
import type { BulkTable } from "./bulk-table.ts";
import { BULK_TABLES } from "./bulk-tables.ts";

/** The forms of a table. */
export const BULK_FORMS = ["csv", "parquet"] as const;

/** The list of the bulk files, as a question asks for it. */
export const BULK_LIST = "";

const REASON =
  "rests on a source whose terms do not allow passing its content on (redistribution: no)";

interface MadeTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly omitted: number;
}

/** A table without the rows that may not leave (rule 12 of the domain). */
function make(record: CasusRecord, table: BulkTable): MadeTable {
  const kept = new Set(
    record.sources.flatMap(({ id, redistribution }) => (redistribution === "no" ? [id] : [])),
  );
  const all = table.rows(record);
  const free = all.filter(({ sources }) => !sources.some((id) => kept.has(id)));
  return {
    columns: table.columns(record),
    rows: free.map(({ row }) => row),
    omitted: all.length - free.length,
  };
}

function listing(record: CasusRecord): string {
  const files = BULK_TABLES.map((table) => {
    const { rows, columns, omitted } = make(record, table);
    return {
      name: table.name,
      describe: table.describe,
      rows: rows.length,
      columns: columns.length,
      omitted: omitted === 0 ? null : { rows: omitted, reason: REASON },
      addresses: BULK_FORMS.map((form) => `/api/v1/bulk/${table.name}.${form}`),
    };
  });
  const body = {
    record: record.release,
    terms:
      "Our own compilation: CC BY 4.0; the votes and regimes carry their providers' terms, " +
      "which the table of sources states one by one.",
    tables: files,
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

/**
 * A whole table of the record as bytes, or the list of them.
 *
 * @throws NotFoundError for a name that is no table's.
 */
export function bulkFile(record: CasusRecord, name: string): Uint8Array {
  if (name === BULK_LIST) return new TextEncoder().encode(listing(record));
  const [stem, form] = name.split(".");
  const table = BULK_TABLES.find((candidate) => candidate.name === stem);
  if (table === undefined) {
    throw new NotFoundError(`there is no bulk table ${JSON.stringify(name.slice(0, 40))}.`, {
      hint: `Tables: ${BULK_TABLES.map((one) => one.name).join(", ")}; as .csv or .parquet.`,
    });
  }
  const { columns, rows } = make(record, table);
  if (form === "csv") return new TextEncoder().encode(renderCsv({ columns, rows }));
  const notes = { title: table.describe, record: record.release };
  return renderParquet({ columns, rows, notes });
}
