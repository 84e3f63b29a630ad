import { type BasicType, ByteWriter, parquetWrite } from "hyparquet-writer";
import type { Answer, Cell, Column } from "../answer/answer.ts";
import { statedRows } from "./round-to.ts";

/** A table to be written as Parquet, and what its file says of it. */
export interface ParquetTable extends Pick<Answer, "columns" | "rows"> {
  readonly notes?: Readonly<Record<string, string>>;
}

const INT32 = 2_147_483_647;

/** Text holds anything; a number is whole where its column states no decimals. */
function typeOf({ digits }: Column, cells: readonly Cell[]): BasicType {
  const held = cells.filter((cell) => cell !== null);
  if (held.length === 0) return digits === undefined ? "STRING" : "DOUBLE";
  if (held.every((cell) => typeof cell === "boolean")) return "BOOLEAN";
  if (!held.every((cell) => typeof cell === "number")) return "STRING";
  const whole = held.every((cell) => Number.isInteger(cell) && Math.abs(cell) <= INT32);
  return whole && (digits ?? 0) === 0 ? "INT32" : "DOUBLE";
}

/**
 * Rows as Parquet (Snappy), numbers at their stated decimals, an empty cell as null; a column of
 * mixed kinds is text. The same rows give the same bytes.
 */
export function renderParquet({ columns, rows, notes = {} }: ParquetTable): Uint8Array {
  const stated = statedRows(columns, rows);
  const writer = new ByteWriter();
  const columnData = columns.map((column) => {
    const cells = stated.map((row) => row[column.name] ?? null);
    const type = typeOf(column, cells);
    const data =
      type === "STRING" ? cells.map((cell) => (cell === null ? null : String(cell))) : cells;
    return { name: column.name, data, type, nullable: true };
  });
  // To a buffer in memory it writes at once.
  void parquetWrite({
    writer,
    columnData,
    kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
    createdBy: "casus",
  });
  return writer.getBytes();
}
