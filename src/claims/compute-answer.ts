import type { Answer } from "../answer/answer.ts";
import { type AnswerOptions, computeAnswer as computeOwn } from "../answer/compute-answer.ts";
import type { CasusRecord } from "../record/record.ts";
import { ALL_VIEWS } from "./views/index.ts";

/**
 * Answers an address from the record in memory, those of claims included: what every door calls.
 *
 * @throws UsageError or NotFoundError for an address that names nothing.
 */
export function computeAnswer(
  record: CasusRecord,
  address: string,
  options: AnswerOptions,
): Promise<Answer> {
  return computeOwn(record, address, { views: ALL_VIEWS, ...options });
}
