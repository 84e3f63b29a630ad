import { createKernels } from "../../kernels/create-kernels.ts";
import { loadRecord } from "../../record/load-record.ts";
import { createAnswerer } from "./answer-question.ts";
import { fetchRecord, type RecordPlace } from "./fetched-record.ts";

/**
 * Answers from a record, whose files are on their way from now on.
 *
 * @throws SourceError when a file cannot be had, RecordError when one is at fault.
 */
export function openAnswerer(place: RecordPlace): ReturnType<typeof createAnswerer> {
  const opened = async () => {
    const store = fetchRecord(place);
    const kernels = await createKernels();
    return { record: loadRecord(store), kernels, loadAll: store.loadAll };
  };
  return createAnswerer(opened());
}
