import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../errors.ts";
import type { DataFiles } from "./build-record.ts";

/**
 * Reads the text files of a data folder (YAML and CSV), keyed by their path under `data/`, sorted,
 * with line ends made equal so that hashes do not depend on the platform.
 */
export function readDataFiles(folder: string, option = "--data"): DataFiles {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    throw new SourceError(`there is no folder "${folder}".`, {
      hint: `Name one with ${option} DIR.`,
    });
  }
  const paths = names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(?:ya?ml|csv)$/u.test(name));
  return new Map(
    paths
      .sort()
      .map((name) => [
        `data/${name}`,
        readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n"),
      ]),
  );
}
