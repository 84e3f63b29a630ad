import { rmSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../../errors.ts";
import { providerOf } from "../../sources/prepare-source.ts";
import { sourcesIn } from "../../sources/read-store.ts";
import { storeFolder } from "../store-folder.ts";
import type { Terminal } from "../terminal.ts";
import type { SourceFormat } from "./source-list.ts";

/** Takes a data set out of the store. */
export function sourceRemove(terminal: Terminal, text: string, options: SourceFormat): void {
  const { name } = providerOf(text);
  const store = storeFolder();
  if (!sourcesIn(store).includes(name)) {
    throw new SourceError(`${name} is not in the store.`, {
      where: store,
      hint: '"casus source list" shows what is.',
    });
  }
  rmSync(join(store, name), { recursive: true });
  terminal.out(
    options.format === "json"
      ? `${JSON.stringify({ store, removed: name }, null, 2)}\n`
      : `${name} removed from ${store}\n`,
  );
}
