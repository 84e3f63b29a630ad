import { createHash } from "node:crypto";
import { createKernels, type Kernels } from "../kernels/create-kernels.ts";
import { openRecord } from "../record/open-record.ts";
import type { CasusRecord } from "../record/record.ts";

/** Options that every command that reads the record takes. */
export interface RecordOptions {
  readonly record?: string;
  readonly overlay?: string;
}

/** Opens the record, with the user's overlay on it if one is named. */
async function openWith({ record: folder, overlay }: RecordOptions): Promise<CasusRecord> {
  const record = await openRecord(folder);
  if (overlay === undefined) return record;
  const { applyOverlay } = await import("../record/apply-overlay.ts");
  const { readDataFiles } = await import("../record/data-files.ts");
  const files = readDataFiles(overlay);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([...files]))
    .digest("hex")
    .slice(0, 8);
  return applyOverlay(record, files, fingerprint);
}

/** The record and the kernels: all that an answer needs. */
export async function openLaboratory(
  options: RecordOptions,
): Promise<{ readonly record: CasusRecord; readonly kernels: Kernels }> {
  const [record, kernels] = await Promise.all([openWith(options), createKernels()]);
  return { record, kernels };
}
