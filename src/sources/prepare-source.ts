import { createHash } from "node:crypto";
import { UsageError } from "../errors.ts";
import type { StateTable } from "../states/state-table.ts";
import { type HeldFile, type HeldSource, STORE_LAYOUT } from "./held-source.ts";
import type { Provider } from "./provider.ts";
import { PROVIDERS } from "./providers.ts";
import { recogniseParts } from "./recognise.ts";
import { sourceTable } from "./source-table.ts";
import { sourceText } from "./source-text.ts";

/** A file as the user names it, with its bytes. */
export interface BroughtFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The provider of a name. @throws UsageError with the names that there are. */
export function providerOf(name: string): Provider {
  const found = PROVIDERS.find((provider) => provider.name === name.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`there is no source "${name.slice(0, 40)}".`, {
    hint: `Sources: ${PROVIDERS.map((provider) => provider.name).join(", ")}.`,
  });
}

/** SHA-256 of bytes in lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/**
 * Checks and reads the files of a source whole, and lays out the folder of the store that will hold
 * them. Nothing is written.
 *
 * @throws SourceError where a file is truncated, damaged, of another version, or another's.
 */
export function prepareSource(
  provider: Provider,
  brought: readonly BroughtFile[],
  states: StateTable,
): { readonly held: HeldSource; readonly folder: ReadonlyMap<string, Uint8Array> } {
  const tables = brought.map(({ file, bytes }) => sourceTable(file, sourceText(file, bytes)));
  const parts = recogniseParts(provider, tables);
  const { version, from, to, unplaced } = provider.read(parts, states);
  const files = [...parts].flatMap(([part, ofPart]) =>
    ofPart.map((table, index): HeldFile => {
      const { file, bytes } = brought[tables.indexOf(table)]!;
      const suffix = bytes[0] === 0x1f && bytes[1] === 0x8b ? "csv.gz" : "csv";
      return {
        part,
        name: file.replace(/^.*[/\\]/u, ""),
        stored: `${part}${index === 0 ? "" : `-${index + 1}`}.${suffix}`,
        bytes: bytes.byteLength,
        sha256: sha256Of(bytes),
      };
    }),
  );
  const held = {
    layout: STORE_LAYOUT,
    name: provider.name,
    version,
    from,
    to,
    files,
    unplaced,
  };
  const bytesOf = new Map(brought.map(({ bytes }) => [sha256Of(bytes), bytes]));
  return {
    held,
    folder: new Map([
      ["source.json", new TextEncoder().encode(`${JSON.stringify(held, null, 2)}\n`)],
      ...files.map(({ stored, sha256 }) => [stored, bytesOf.get(sha256)!] as const),
    ]),
  };
}
