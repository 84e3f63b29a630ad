import { answerQuestion } from "../../src/api/answer-question.ts";
import { type Api, type ApiOptions, createApi } from "../../src/api/create-api.ts";
import type { Answerer, Question } from "../../src/api/question.ts";
import type { Overlay } from "../../src/record/record.ts";
import { kernels, record } from "../laboratory.ts";

/** An overlay without a row. */
export const NO_OVERLAY: Overlay = {
  organisations: [],
  cases: [],
  rollCalls: [],
  crises: [],
  leaders: [],
};

/** The API over the shipped record, answering in this thread; counts what it was asked. */
export function directApi(
  options: Partial<ApiOptions> = {},
): Api & { readonly asked: readonly Question[] } {
  const asked: Question[] = [];
  const held = options.record ?? record;
  const answerer: Answerer = async (question, signal) => {
    asked.push(question);
    return await answerQuestion({ record: held, kernels }, question, signal);
  };
  return { ...createApi({ record: held, answerer, ...options }), asked };
}

/** An address with an extension before its query. */
export function withForm(address: string, form: string): string {
  const [path, query] = address.split("?");
  return `${path}.${form}${query === undefined ? "" : `?${query}`}`;
}
