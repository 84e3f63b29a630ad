import { PROVIDERS } from "../../sources/providers.ts";
import { readStored, sourcesIn } from "../../sources/read-store.ts";
import { storeFolder } from "../store-folder.ts";
import type { Terminal } from "../terminal.ts";
import { heldLines } from "./source-lines.ts";

/** Options of `casus source ...`. */
export interface SourceFormat {
  readonly format?: string;
}

/** Lists what can be brought, with its terms, and what the store holds. */
export function sourceList(terminal: Terminal, options: SourceFormat): void {
  const store = storeFolder();
  const names = sourcesIn(store);
  const rows = PROVIDERS.map((provider) => ({
    provider,
    held: names.includes(provider.name) ? readStored(store, provider.name).held : null,
  }));
  if (options.format === "json") {
    const sources = rows.map(({ provider: { name, citation, obtain, parts }, held }) => ({
      name,
      citation,
      obtain,
      parts: parts.map(({ id, describe, columns }) => ({ id, describe, columns })),
      held,
    }));
    terminal.out(`${JSON.stringify({ store, sources }, null, 2)}\n`);
    return;
  }
  const lines = rows.flatMap(({ provider: { name, citation, obtain, parts }, held }) => [
    ...(held === null ? [`${name}: not brought`] : heldLines(held)),
    `  ${citation.authors} (${citation.year}). ${citation.title}.`,
    `  terms: ${citation.terms}`,
    `  get it from ${obtain}`,
    ...parts.map(
      ({ id, describe, columns }) => `  ${id}: ${describe}; has ${columns.join(",")}`,
    ),
    "",
  ]);
  terminal.out(`store: ${store}\n\n${lines.join("\n")}`);
}
