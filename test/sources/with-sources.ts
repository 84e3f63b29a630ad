import { existsSync, readFileSync } from "node:fs";
import { createKernels } from "../../src/kernels/create-kernels.ts";
import { computeAnswer } from "../../src/claims/compute-answer.ts";
import { applySources } from "../../src/record/apply-sources.ts";
import type { CasusRecord } from "../../src/record/record.ts";
import {
  type BroughtFile,
  prepareSource,
  providerOf,
} from "../../src/sources/prepare-source.ts";
import { record } from "../laboratory.ts";

/** Where copies of the data sets lie that do not ship. */
const SHARED = "../shared/data";
export const sharedIsThere = existsSync(SHARED);

/** A file of the shared folder as a user brings it. */
export const sharedFile = (path: string): BroughtFile => ({
  file: path,
  bytes: new Uint8Array(readFileSync(`${SHARED}/${path}`)),
});

/** The shipped record with sources that a user brought. */
export function withSources(
  brought: Readonly<Record<string, readonly BroughtFile[]>>,
): CasusRecord {
  const stored = Object.entries(brought).map(([name, files]) => {
    const { held, folder } = prepareSource(providerOf(name), files, record.states);
    const inStore = held.files.map(({ part, stored: file }) => ({
      part,
      file,
      bytes: folder.get(file)!,
    }));
    return { held, files: inStore };
  });
  return applySources(record, stored, "12345678");
}

/** The answer of an address from a record. */
export const answerFrom = async (from: CasusRecord, address: string) =>
  await computeAnswer(from, address, { kernels: await createKernels() });
