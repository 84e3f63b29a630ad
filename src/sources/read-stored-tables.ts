import type { StateTable } from "../states/state-table.ts";
import type { Provider } from "./provider.ts";
import type { StoredSource } from "./read-store.ts";
import { sourceTable, type SourceTable } from "./source-table.ts";
import { sourceText } from "./source-text.ts";

/** Reads the tables of a source of the store anew, with all the checks of its first reading. */
export function readStoredTables<Tables>(
  provider: Provider<Tables>,
  { files }: StoredSource,
  states: StateTable,
): Tables {
  const parts = new Map<string, SourceTable[]>();
  for (const { part, file, bytes } of files) {
    const table = sourceTable(file, sourceText(file, bytes));
    parts.set(part, [...(parts.get(part) ?? []), table]);
  }
  return provider.read(parts, states).tables;
}
