import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../errors.ts";

const reason = (error: unknown): string => (error as { code?: string }).code ?? String(error);

/** Writes one file whole or not at all: to a neighbour first, then renamed into place. */
export function writeFileWhole(path: string, content: Uint8Array | string): void {
  const target = resolve(path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new UsageError(`"${path}" cannot be written (${reason(error)}).`, {
      hint: "Name a file in a folder that exists and may be written to.",
    });
  }
}

/** Writes a folder of files whole or not at all, in place of an earlier one. */
export function writeFolderWhole(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const target = resolve(folder);
  let draft: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    draft = mkdtempSync(`${target}.tmp-`);
    // A temporary folder is private; a record is for every user of the machine.
    chmodSync(draft, 0o755);
    for (const [name, bytes] of files) {
      const path = join(draft, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
    throw new UsageError(`"${folder}" cannot be written (${reason(error)}).`, {
      hint: "Name a folder whose parent may be written to.",
    });
  }
}
