import { computeAnswer } from "../../claims/compute-answer.ts";
import { PARAMETERS, type ParameterName, type Query } from "../../answer/parameters.ts";
import { resolveAddress } from "../../claims/resolve-address.ts";
import type { Progress } from "../../answer/view.ts";
import { CasusError } from "../../errors.ts";
import type { Kernels } from "../../kernels/create-kernels.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { AnswerReply, Fault, Question, Replies } from "../laboratory/questions.ts";
import { ALL_VIEWS } from "../../claims/views/index.ts";
import type { View } from "../../answer/view.ts";
import { catalogue, holdings } from "./catalogue.ts";
import { relatedAddresses } from "./related-addresses.ts";
import { withViews } from "./view-not-loaded.ts";
import { searchEntries, searchRecord } from "./search-record.ts";

/** What a worker answers from. */
export interface Laboratory {
  readonly record: CasusRecord;
  readonly kernels: Kernels;
}

function written(
  query: Query,
  names: readonly ParameterName[],
): Readonly<Partial<Record<ParameterName, string>>> {
  return Object.fromEntries(
    names.map((name) => {
      const format = PARAMETERS[name].format as (value: unknown) => string;
      return [name, format(query[name])];
    }),
  );
}

/** Claims ask other addresses, and take a fault in one for missing evidence: they get them all. */
async function loadAll(): Promise<void> {
  const views: readonly (View & { readonly load?: () => Promise<unknown> })[] = ALL_VIEWS;
  await Promise.all(views.map(async (view) => await view.load?.()));
}

async function replyTo(
  { record, kernels }: Laboratory,
  address: string,
  progress: Progress,
): Promise<AnswerReply> {
  if (address.startsWith("/claims")) await loadAll();
  const { view, path, query } = await withViews(() => resolveAddress(record, address));
  const answer = await computeAnswer(record, address, { kernels, progress });
  return {
    answer,
    view: { path: view.path, describe: view.describe, parameters: view.parameters },
    values: written(query, view.parameters),
    related: relatedAddresses(view, path),
  };
}

/** Answers the questions of a page from one laboratory. */
export function createAnswerer(
  laboratory: Laboratory,
): (question: Question, progress: Progress) => Promise<Replies[keyof Replies]> {
  let entries: ReturnType<typeof searchEntries> | undefined;
  return async (question, progress) => {
    switch (question.kind) {
      case "answer":
        return await replyTo(laboratory, question.address, progress);
      case "catalogue":
        return catalogue(laboratory.record);
      case "search":
        entries ??= searchEntries(laboratory.record);
        return searchRecord(laboratory.record, entries, question.text);
      default:
        return holdings(laboratory.record);
    }
  };
}

/** A thrown value as it crosses to the page; an untyped fault keeps its own words. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CasusError) return { code: error.code, line: error.line };
  return { code: "fault", line: error instanceof Error ? error.message : String(error) };
}
