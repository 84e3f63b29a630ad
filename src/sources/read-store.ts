import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../errors.ts";
import { type HeldSource, STORE_LAYOUT } from "./held-source.ts";
import { type BroughtFile, sha256Of } from "./prepare-source.ts";
import { PROVIDERS } from "./providers.ts";

/** A source in the store, with the bytes of its files. */
export interface StoredSource {
  readonly held: HeldSource;
  /** By part, each file under its stored path. */
  readonly files: readonly (BroughtFile & { readonly part: string })[];
}

const again = (name: string): string =>
  `Run "casus source add ${name} FILE..." again, or "casus source remove ${name}".`;

function manifestOf(folder: string, name: string): HeldSource {
  const where = join(folder, "source.json");
  let held: HeldSource | null = null;
  try {
    held = JSON.parse(readFileSync(where, "utf8")) as HeldSource;
  } catch {
    // Falls through to the one message for any manifest that cannot be read.
  }
  if (held?.layout !== STORE_LAYOUT || held.name !== name || !Array.isArray(held.files)) {
    throw new SourceError("the store's note on this source cannot be read.", {
      where,
      hint: again(name),
    });
  }
  return held;
}

/** The names of the sources that a store holds, sorted; none where there is no store. */
export function sourcesIn(store: string): readonly string[] {
  if (!existsSync(store)) return [];
  const known = new Set(PROVIDERS.map(({ name }) => name));
  return readdirSync(store)
    .filter((name) => known.has(name))
    .sort();
}

/**
 * Reads one source of the store, its files held against their checksums.
 *
 * @throws SourceError where a file is missing or other than it was when it was added.
 */
export function readStored(store: string, name: string): StoredSource {
  const folder = join(store, name);
  const held = manifestOf(folder, name);
  const files = held.files.map(({ part, stored, sha256 }) => {
    const file = join(folder, stored);
    if (!existsSync(file)) {
      throw new SourceError("the file is missing.", { where: file, hint: again(name) });
    }
    const bytes = new Uint8Array(readFileSync(file));
    if (sha256Of(bytes) !== sha256) {
      throw new SourceError("the file is not the one that was added: its checksum differs.", {
        where: file,
        hint: again(name),
      });
    }
    return { part, file, bytes };
  });
  return { held, files };
}
