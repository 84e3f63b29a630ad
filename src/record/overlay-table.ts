import { RecordError } from "../errors.ts";
import { type CsvRow, parseCsv } from "../states/csv.ts";
import type { DataFiles } from "./build-record.ts";

/** A table of an overlay, read by the names of its columns. */
export interface OverlayTable {
  readonly rows: readonly CsvRow[];
  /** File and line of a row. */
  readonly where: (row: CsvRow) => string;
  readonly column: (row: CsvRow, name: string) => string;
}

/**
 * Reads a table of an overlay; a file that is not there is a table without rows.
 *
 * @throws RecordError where a column is missing.
 */
export function overlayTable(
  files: DataFiles,
  path: string,
  columns: readonly string[],
): OverlayTable {
  const { header, rows } = parseCsv(files.get(path) ?? `${columns.join(",")}\n`, path);
  for (const name of columns) {
    if (!header.includes(name)) {
      throw new RecordError(`the column "${name}" is missing.`, {
        where: `${path}:1`,
        hint: `The columns are ${columns.join(", ")}.`,
      });
    }
  }
  return {
    rows,
    where: (row) => `${path}:${row.line}`,
    column: (row, name) => row.fields[header.indexOf(name)] ?? "",
  };
}
