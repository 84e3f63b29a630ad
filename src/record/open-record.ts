import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SourceError } from "../errors.ts";
import { checkFile, loadRecord, readManifest, type RecordStore } from "./load-record.ts";
import type { CasusRecord } from "./record.ts";

/** The folder of the record that ships with the package. */
export const SHIPPED_RECORD = fileURLToPath(new URL("../../record", import.meta.url));

/** How a record is opened. */
export interface OpenOptions {
  /**
   * Whether every file is read and checked now, not when it is first needed: for a program that
   * runs for long, whose files may be replaced meanwhile.
   */
  readonly whole?: boolean;
}

function readIn(folder: string, name: string): Uint8Array {
  try {
    // A plain view: a Buffer's own slice() would share memory with the record.
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name));
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch {
    throw new SourceError(`there is no ${name} in the record folder "${folder}".`, {
      hint: 'Run "casus record build", or name the folder with --record DIR.',
    });
  }
}

/** The files of a record folder, each checked as it is read. */
function storeIn(folder: string): RecordStore {
  const manifest = readManifest(new TextDecoder().decode(readIn(folder, "manifest.json")));
  const read = (name: string): Uint8Array => {
    const bytes = readIn(folder, name);
    checkFile(manifest, name, bytes, createHash("sha256").update(bytes).digest("hex"));
    return bytes;
  };
  return { manifest, read };
}

/**
 * Opens a compiled record on disk (default: the one that ships).
 *
 * @throws SourceError when the folder is missing, RecordError when a file in it is at fault; unless
 *   `whole` is set, the fault of a file is thrown where a table of it is first asked for.
 */
export function openRecord(
  folder: string = SHIPPED_RECORD,
  { whole = false }: OpenOptions = {},
): CasusRecord {
  const { manifest, read } = storeIn(folder);
  if (!whole) return loadRecord({ manifest, read });
  const held = new Map(Object.keys(manifest.files).map((name) => [name, read(name)]));
  return loadRecord({ manifest, read: (name) => held.get(name) ?? read(name) });
}
