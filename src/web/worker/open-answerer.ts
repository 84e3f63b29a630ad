import { createKernels } from "../../kernels/create-kernels.ts";
import { createAnswerer } from "./answer-question.ts";
import { type FetchedRecord, fetchRecord, type RecordPlace } from "./fetched-record.ts";

/**
 * Answers from a record, whose files are on their way from now on.
 *
 * @throws SourceError when a file cannot be had, RecordError when one is at fault.
 */
export function openAnswerer(place: RecordPlace): ReturnType<typeof createAnswerer> {
  // A manifest that cannot be read is told to whoever asks, as a file that cannot be had.
  const files = async (): Promise<FetchedRecord> => fetchRecord(place);
  return createAnswerer(files(), createKernels());
}
