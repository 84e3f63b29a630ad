import { createHash } from "node:crypto";
import { RecordError, SourceError } from "../errors.ts";
import { createKernels, type Kernels } from "../kernels/create-kernels.ts";
import { openRecord } from "../record/open-record.ts";
import type { CasusRecord } from "../record/record.ts";

/** Options that every command that reads the record takes. */
export interface RecordOptions {
  readonly record?: string;
  readonly overlay?: string;
  readonly sources?: boolean;
  /** Whether the record is read whole at once; see `openRecord`. */
  readonly whole?: boolean;
}

/** A fault of an overlay's file, named as the user named the folder. */
function inFolder(error: unknown, overlay: string): unknown {
  if (!(error instanceof RecordError) || error.where === undefined) return error;
  const { message, where, hint } = error;
  return new RecordError(message, {
    where: where.replace(/^data(?=\/)/u, overlay.replace(/[/\\]$/u, "")),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Lays the user's overlay over a record, if one is named. */
async function withOverlay(
  record: CasusRecord,
  overlay: string | undefined,
): Promise<CasusRecord> {
  if (overlay === undefined) return record;
  const { applyOverlay } = await import("../record/apply-overlay.ts");
  const { readDataFiles } = await import("../record/data-files.ts");
  const files = readDataFiles(overlay, "--overlay");
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([...files]))
    .digest("hex")
    .slice(0, 8);
  try {
    return applyOverlay(record, files, fingerprint);
  } catch (error) {
    throw inFolder(error, overlay);
  }
}

/** Adds the data sets of the user's store to a record. */
async function withSources(record: CasusRecord): Promise<CasusRecord> {
  const { storeFolder } = await import("./store-folder.ts");
  const { readStored, sourcesIn } = await import("../sources/read-store.ts");
  const { applySources } = await import("../record/apply-sources.ts");
  const folder = storeFolder();
  const names = sourcesIn(folder);
  if (names.length === 0) {
    throw new SourceError("no source has been added yet.", {
      where: folder,
      hint: 'Run "casus source add NAME FILE..." first, or leave out --sources.',
    });
  }
  const stored = names.map((name) => readStored(folder, name));
  const fingerprint = createHash("sha256")
    .update(JSON.stringify(stored.map(({ held }) => [held.name, held.files])))
    .digest("hex")
    .slice(0, 8);
  return applySources(record, stored, fingerprint);
}

/** Opens the record, with the user's overlay on it if one is named, and the user's sources. */
async function openWith(options: RecordOptions): Promise<CasusRecord> {
  const record = await withOverlay(
    openRecord(options.record, { whole: options.whole === true }),
    options.overlay,
  );
  return options.sources === true ? await withSources(record) : record;
}

/** The record and the kernels: all that an answer needs. */
export async function openLaboratory(
  options: RecordOptions,
): Promise<{ readonly record: CasusRecord; readonly kernels: Kernels }> {
  const [record, kernels] = await Promise.all([openWith(options), createKernels()]);
  return { record, kernels };
}
