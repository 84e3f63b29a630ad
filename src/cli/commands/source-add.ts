import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../../errors.ts";
import { openRecord } from "../../record/open-record.ts";
import { writeFolderWhole } from "../../record/write-files.ts";
import { prepareSource, providerOf } from "../../sources/prepare-source.ts";
import { storeFolder } from "../store-folder.ts";
import type { Terminal } from "../terminal.ts";
import type { SourceFormat } from "./source-list.ts";
import { heldLines } from "./source-lines.ts";

function bytesOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const reason =
      (error as { code?: string }).code === "ENOENT" ? "there is none" : "unreadable";
    throw new SourceError(`the file cannot be read (${reason}).`, {
      where: file,
      hint: "Name a file that exists.",
    });
  }
}

/** Checks the files of a data set whole and copies them to the store; what is there is replaced. */
export async function sourceAdd(
  terminal: Terminal,
  name: string,
  files: readonly string[],
  options: SourceFormat,
): Promise<void> {
  const provider = providerOf(name);
  const brought = files.map((file) => ({ file, bytes: bytesOf(file) }));
  const { states } = openRecord();
  const { held, folder } = prepareSource(provider, brought, states);
  writeFolderWhole(join(storeFolder(), provider.name), folder);
  terminal.out(
    options.format === "json"
      ? `${JSON.stringify({ added: held }, null, 2)}\n`
      : `${heldLines(held).join("\n")}\n`,
  );
  terminal.err('casus: added; ask with --sources, such as "casus get ADDRESS --sources".\n');
}
