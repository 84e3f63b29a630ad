import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import { type Manifest, SCHEMA_VERSION } from "../record/record.ts";
import { packageVersion } from "./package-version.ts";

/** The releases of a folder: those that this program can answer from, and why it cannot from others. */
export interface FoundReleases {
  /** Folder by release id. */
  readonly folders: ReadonlyMap<string, string>;
  readonly refused: readonly string[];
}

function manifestOf(folder: string): Manifest | null {
  try {
    const read = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
    return /^[0-9a-f]{12}$/u.test(read.release) ? read : null;
  } catch {
    return null;
  }
}

/**
 * Finds compiled records in the subfolders of a folder. One made by another version of the package
 * is refused: this version's methods would give other numbers under its permalinks.
 *
 * @throws UsageError where the folder cannot be read.
 */
export function releasesIn(parent: string): FoundReleases {
  const folders = new Map<string, string>();
  const refused: string[] = [];
  let names: readonly string[];
  try {
    names = readdirSync(parent);
  } catch {
    throw new UsageError(`"${parent}" is not a folder that can be read.`, {
      hint: "Name a folder of compiled records with --releases.",
    });
  }
  for (const name of [...names].sort()) {
    const folder = join(parent, name);
    const manifest = manifestOf(folder);
    if (manifest === null) continue;
    const { release, package: version, schema } = manifest;
    if (version === packageVersion() && schema === SCHEMA_VERSION) folders.set(release, folder);
    else refused.push(`release ${release} belongs to casus ${version}, layout ${schema}`);
  }
  return { folders, refused };
}
