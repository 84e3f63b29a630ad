import { createHash } from "node:crypto";
import type { CompiledRecord } from "./build-record.ts";
import type { DefaultPositions } from "./default-positions.ts";
import { POSITIONS_FILE, STANCE_MODELS_FILE, TABLE_FILES, VOTES_FILE } from "./record-files.ts";
import { type CompiledTables, type Manifest, SCHEMA_VERSION } from "./record.ts";
import { columnsOf } from "./roll-call-columns.ts";

const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

const jsonBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), "utf8");

/** The files of a compiled record without what is fitted to it, by name. */
export function serialiseTables({ tables, cells }: CompiledRecord): Map<string, Uint8Array> {
  const held = { ...tables, rollCalls: columnsOf(tables.rollCalls) };
  const files = new Map<string, Uint8Array>();
  for (const [file, names] of Object.entries(TABLE_FILES)) {
    const part = names.map((name: keyof CompiledTables) => [name, held[name]] as const);
    files.set(file, jsonBytes(Object.fromEntries(part)));
  }
  return files.set(VOTES_FILE, cells);
}

/** Describes the files of a record, under the release id that follows from them. */
export function manifestOf(
  contents: ReadonlyMap<string, Uint8Array>,
  packageVersion: string,
): Manifest {
  const files = Object.fromEntries(
    [...contents].map(([name, bytes]) => [
      name,
      { bytes: bytes.byteLength, sha256: sha256(bytes) },
    ]),
  );
  const identity = JSON.stringify({ files, package: packageVersion, schema: SCHEMA_VERSION });
  return {
    release: sha256(identity).slice(0, 12),
    package: packageVersion,
    schema: SCHEMA_VERSION,
    files,
  };
}

/** What is fitted to a record's tables and ships with them. */
export interface Fitted {
  readonly positions: DefaultPositions;
  readonly stanceModels: unknown;
}

/**
 * The files of a compiled record, by name: the same record gives the same bytes.
 *
 * @param fitted - null leaves out what is fitted
 */
export function serialiseRecord(
  tables: ReadonlyMap<string, Uint8Array>,
  packageVersion: string,
  fitted: Fitted | null,
): Map<string, Uint8Array> {
  const contents = new Map(tables);
  if (fitted !== null) {
    contents.set(POSITIONS_FILE, jsonBytes(fitted.positions));
    contents.set(STANCE_MODELS_FILE, jsonBytes(fitted.stanceModels));
  }
  const manifest = manifestOf(contents, packageVersion);
  return contents.set(
    "manifest.json",
    Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8"),
  );
}
