import { fileURLToPath } from "node:url";
import { buildRecord } from "../../record/build-record.ts";
import { readDataFiles } from "../../record/data-files.ts";
import { SHIPPED_RECORD } from "../../record/open-record.ts";
import { serialiseRecord } from "../../record/serialise-record.ts";
import { writeFolderWhole } from "../../record/write-files.ts";
import { packageVersion } from "../package-version.ts";
import type { Terminal } from "../terminal.ts";

/** The data folder of the repository, beside the package. */
export const SHIPPED_DATA = fileURLToPath(new URL("../../../data", import.meta.url));

/** Options of `casus record build`. */
export interface RecordBuildOptions {
  readonly data?: string;
  readonly output?: string;
  readonly quiet?: boolean;
}

/** Compiles a data folder into a record folder. */
export function recordBuild(terminal: Terminal, options: RecordBuildOptions): void {
  const compiled = buildRecord(readDataFiles(options.data ?? SHIPPED_DATA));
  const files = serialiseRecord(compiled, packageVersion());
  const output = options.output ?? SHIPPED_RECORD;
  writeFolderWhole(output, files);
  if (options.quiet === true) return;
  const manifest = JSON.parse(
    Buffer.from(files.get("manifest.json") ?? []).toString("utf8"),
  ) as {
    readonly release: string;
  };
  const { rollCalls, organisations, states } = compiled.core;
  terminal.out(
    `record ${manifest.release}: ${rollCalls.length} roll calls, ${organisations.length} organisations, ` +
      `${new Set(states.map(({ key }) => key)).size} states -> ${output}\n`,
  );
}
