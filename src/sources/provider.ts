import type { StateTable } from "../states/state-table.ts";
import type { SourceTable } from "./source-table.ts";

/** One of the files that a provider publishes, told from the others by its columns. */
export interface SourcePart {
  readonly id: string;
  /** What a row is. */
  readonly describe: string;
  /** Columns that only this file of the provider has together. */
  readonly columns: readonly string[];
  /** Columns that it does not have, where those above do not tell it from another. */
  readonly without?: readonly string[];
  /** Whether several files of this kind may be brought together. */
  readonly many?: boolean;
}

/** How a user's source is cited, and on what terms it is used: a source of the record. */
export interface SourceCitation {
  readonly id: string;
  readonly title: string;
  readonly authors: string;
  readonly publisher: string;
  readonly year: number;
  readonly doi?: string;
  readonly kind: "dataset";
  readonly terms: string;
  readonly redistribution: "derived-only" | "no";
}

/** What was found out about a provider's files as they were read. */
export interface SourceReading<Tables> {
  readonly tables: Tables;
  /** The edition, as the files or their coverage say. */
  readonly version: string;
  /** First and last year. */
  readonly from: number;
  readonly to: number;
  /** Codes that name no state on their date, with how many rows each has. */
  readonly unplaced: readonly string[];
}

/** A data set that a user brings: how its files are recognised, checked and read. */
export interface Provider<Tables = unknown> {
  /** The name that commands take. */
  readonly name: string;
  readonly citation: SourceCitation;
  /** Where the user finds it, in words. */
  readonly obtain: string;
  readonly parts: readonly SourcePart[];
  /**
   * Reads the files given, by part.
   *
   * @throws SourceError with file and line where one is truncated, damaged or of another version.
   */
  readonly read: (
    files: ReadonlyMap<string, readonly SourceTable[]>,
    states: StateTable,
  ) => SourceReading<Tables>;
}
