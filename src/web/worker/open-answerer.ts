import { createKernels } from "../../kernels/create-kernels.ts";
import { loadRecord, type RecordFiles } from "../../record/load-record.ts";
import { createAnswerer } from "./answer-question.ts";
import { sha256 } from "./sha-256.ts";

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A page that is not served over HTTPS or from this machine has no digests of the browser's. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  return subtle === undefined ? sha256(bytes) : hex(await subtle.digest("SHA-256", bytes));
}

/**
 * Answers from the record whose files are on their way.
 *
 * @throws SourceError when a file cannot be had, RecordError when one is at fault.
 */
export function openAnswerer(files: Promise<RecordFiles>): ReturnType<typeof createAnswerer> {
  const record = files.then(async (held) =>
    loadRecord(held, (bytes) => digest(bytes as Uint8Array<ArrayBuffer>)),
  );
  return createAnswerer(Promise.all([record, createKernels()]));
}
