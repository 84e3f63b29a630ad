import type { Cell, Column, Row } from "../answer/answer.ts";
import type { CasusRecord } from "../record/record.ts";
import type { SourceRef } from "../record/source-ref.ts";

/** One row to be written, and the registered sources that it rests on. */
export interface BulkRow {
  readonly row: Row;
  readonly sources: readonly string[];
}

/** A table of the record as a whole, for download. */
export interface BulkTable {
  readonly name: string;
  /** One sentence: what a row is. */
  readonly describe: string;
  readonly columns: (record: CasusRecord) => readonly Column[];
  readonly rows: (record: CasusRecord) => readonly BulkRow[];
}

/** How one column of a table is filled. */
export type Fill<T> = readonly [name: string, cell: (item: T) => Cell | undefined];

/** A table with one row for each item of a list. */
export function listTable<T>(
  name: string,
  describe: string,
  items: (record: CasusRecord) => readonly T[],
  fills: readonly Fill<T>[],
  sources: (item: T) => readonly string[],
): BulkTable {
  const columns = fills.map(([column]) => ({ name: column, label: column }));
  return {
    name,
    describe,
    columns: () => columns,
    rows: (record) =>
      items(record).map((item) => ({
        row: Object.fromEntries(fills.map(([column, cell]) => [column, cell(item) ?? null])),
        sources: sources(item),
      })),
  };
}

/** Several values in one cell, parted by a space. */
export const joined = (values: readonly string[]): string | null =>
  values.length === 0 ? null : values.join(" ");

/** The sources of a fact in one cell: ids, addresses and citations, parted by a bar. */
export const sourceList = (sources: readonly SourceRef[]): string | null =>
  sources.length === 0
    ? null
    : sources
        .map((source) =>
          source.kind === "registered"
            ? source.id
            : source.kind === "address"
              ? source.url
              : source.cite,
        )
        .join(" | ");

/** The registered ones among the sources of a fact. */
export const registered = (sources: readonly SourceRef[]): readonly string[] =>
  sources.flatMap((source) => (source.kind === "registered" ? [source.id] : []));
