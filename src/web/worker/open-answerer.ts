import { createKernels } from "../../kernels/create-kernels.ts";
import type { GivenFile } from "../laboratory/questions.ts";
import { createAnswerer } from "./answer-question.ts";
import { type FetchedRecord, fetchRecord, type RecordPlace } from "./fetched-record.ts";

/**
 * Answers from a record, whose files are on their way from now on. Whoever asks is told of a file
 * that cannot be had (SourceError), or of a manifest that cannot be read (RecordError).
 */
export function openAnswerer(place: RecordPlace): {
  readonly answer: ReturnType<typeof createAnswerer>;
  /** Takes a file of the record that the page fetched. */
  readonly receive: (file: GivenFile) => void;
} {
  // A manifest that cannot be read is told to whoever asks, as a file that cannot be had.
  const opened = async (): Promise<FetchedRecord> => fetchRecord(place);
  const files = opened();
  return {
    answer: createAnswerer(files, createKernels()),
    receive: (file) => {
      files.then(({ receive }) => receive(file)).catch(() => undefined);
    },
  };
}
