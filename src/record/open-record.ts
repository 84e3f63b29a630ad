import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SourceError } from "../errors.ts";
import { loadRecord } from "./load-record.ts";
import type { CasusRecord } from "./record.ts";

/** The folder of the record that ships with the package. */
export const SHIPPED_RECORD = fileURLToPath(new URL("../../record", import.meta.url));

/**
 * Opens a compiled record on disk (default: the one that ships).
 *
 * @throws SourceError when the folder is missing, RecordError when a file in it is at fault.
 */
export async function openRecord(folder: string = SHIPPED_RECORD): Promise<CasusRecord> {
  const read = (name: string): Uint8Array => {
    try {
      // A plain view: a Buffer's own slice() would share memory with the record.
      const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name));
      return new Uint8Array(buffer, byteOffset, byteLength);
    } catch {
      throw new SourceError(`there is no ${name} in the record folder "${folder}".`, {
        hint: 'Run "casus record build", or name the folder with --record DIR.',
      });
    }
  };
  const manifest = new TextDecoder().decode(read("manifest.json"));
  const positions = existsSync(join(folder, "positions.json")) ? read("positions.json") : null;
  const files = { manifest, core: read("core.json"), votes: read("votes.bin"), positions };
  return await loadRecord(files, (bytes) => createHash("sha256").update(bytes).digest("hex"));
}
