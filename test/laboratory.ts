import { computeAnswer } from "../src/claims/compute-answer.ts";
import type { Answer } from "../src/answer/answer.ts";
import { createKernels } from "../src/kernels/create-kernels.ts";
import { openRecord } from "../src/record/open-record.ts";

/** The shipped record and the kernels, opened once for a test file. */
export const record = openRecord();
export const kernels = await createKernels();

/** The answer of an address from the shipped record. */
export const answerOf = (address: string): Promise<Answer> =>
  computeAnswer(record, address, { kernels });
