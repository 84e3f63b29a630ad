import { SourceError } from "../../errors.ts";
import { openRecord } from "../../record/open-record.ts";
import { providerOf } from "../../sources/prepare-source.ts";
import { readStored, sourcesIn } from "../../sources/read-store.ts";
import { readStoredTables } from "../../sources/read-stored-tables.ts";
import { storeFolder } from "../store-folder.ts";
import type { Terminal } from "../terminal.ts";
import type { SourceFormat } from "./source-list.ts";
import { heldLines } from "./source-lines.ts";

/** Reads the files of the store anew; the first that is at fault ends the command. */
export async function sourceVerify(
  terminal: Terminal,
  wanted: readonly string[],
  options: SourceFormat,
): Promise<void> {
  const store = storeFolder();
  const held = sourcesIn(store);
  const names = wanted.length === 0 ? held : wanted.map((name) => providerOf(name).name);
  const missing = names.find((name) => !held.includes(name));
  if (missing !== undefined || names.length === 0) {
    const what = missing === undefined ? "no source is" : `${missing} is not`;
    throw new SourceError(`${what} in the store.`, {
      where: store,
      hint: `Run "casus source add ${missing ?? "NAME"} FILE...".`,
    });
  }
  const { states } = openRecord();
  const isJson = options.format === "json";
  const verified = names.map((name) => {
    const stored = readStored(store, name);
    readStoredTables(providerOf(name), stored, states);
    if (!isJson) terminal.out(`${heldLines(stored.held).join("\n")}\n  in order\n`);
    return stored.held;
  });
  if (isJson) terminal.out(`${JSON.stringify({ store, verified }, null, 2)}\n`);
}
