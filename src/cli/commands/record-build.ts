import { join } from "node:path";
import { defaultPositions } from "../../answer/positions.ts";
import { createKernels } from "../../kernels/create-kernels.ts";
import { buildRecord, type CompiledRecord } from "../../record/build-record.ts";
import { readDataFiles } from "../../record/data-files.ts";
import { loadRecord } from "../../record/load-record.ts";
import { SHIPPED_RECORD } from "../../record/open-record.ts";
import { manifestOf, serialiseRecord, serialiseTables } from "../../record/serialise-record.ts";
import { writeFolderWhole } from "../../record/write-files.ts";
import { fitLaboratory } from "../../scenario/fit-laboratory.ts";
import { packageVersion } from "../package-version.ts";
import type { Terminal } from "../terminal.ts";

/** The data folder of the repository, beside the package. */
export const SHIPPED_DATA = join(SHIPPED_RECORD, "..", "data");

/** Options of `casus record build`. */
export interface RecordBuildOptions {
  readonly data?: string;
  readonly output?: string;
  readonly quiet?: boolean;
  readonly format?: string;
}

/**
 * The files of a compiled record with its default positions and the models of stances, fitted now
 * (some seconds).
 */
export async function recordFiles(compiled: CompiledRecord): Promise<Map<string, Uint8Array>> {
  const tables = serialiseTables(compiled);
  // The fit reads the record as it will be read, from its own files.
  const record = loadRecord({
    manifest: manifestOf(tables, packageVersion()),
    read: (name) => tables.get(name)!,
  });
  const positions = await defaultPositions({ record, kernels: await createKernels() });
  const stanceModels = fitLaboratory(record);
  return serialiseRecord(tables, packageVersion(), { positions, stanceModels });
}

/** Compiles a data folder into a record folder. */
export async function recordBuild(
  terminal: Terminal,
  options: RecordBuildOptions,
): Promise<void> {
  const compiled = buildRecord(readDataFiles(options.data ?? SHIPPED_DATA));
  const files = await recordFiles(compiled);
  const output = options.output ?? SHIPPED_RECORD;
  writeFolderWhole(output, files);
  if (options.quiet === true) return;
  const manifest = JSON.parse(
    Buffer.from(files.get("manifest.json") ?? []).toString("utf8"),
  ) as { readonly release: string };
  const { rollCalls, organisations, states, cases, treaties } = compiled.tables;
  const counts = {
    roll_calls: rollCalls.length,
    organisations: organisations.length,
    states: new Set(states.map(({ key }) => key)).size,
    cases: cases.length,
    treaties: treaties.length,
  };
  if (options.format === "json") {
    terminal.out(
      `${JSON.stringify({ record: manifest.release, ...counts, output }, null, 2)}\n`,
    );
    return;
  }
  const held = Object.entries(counts).map(([name, n]) => `${n} ${name.replace("_", " ")}`);
  terminal.out(`record ${manifest.release}: ${held.join(", ")} -> ${output}\n`);
}
