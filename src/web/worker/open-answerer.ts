import { createKernels } from "../../kernels/create-kernels.ts";
import { loadRecord } from "../../record/load-record.ts";
import { createAnswerer } from "./answer-question.ts";
import type { FetchedRecord } from "./fetched-record.ts";

/**
 * Answers from the record whose files are on their way.
 *
 * @throws SourceError when a file cannot be had, RecordError when one is at fault.
 */
export function openAnswerer(files: Promise<FetchedRecord>): ReturnType<typeof createAnswerer> {
  const opened = async () => {
    const [store, kernels] = await Promise.all([files, createKernels()]);
    return { record: loadRecord(store), kernels, loadAll: store.loadAll };
  };
  return createAnswerer(opened());
}
