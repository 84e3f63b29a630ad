import { createMemo, type Memo } from "../../answer/memo.ts";
import { computeAnswer } from "../../claims/compute-answer.ts";
import { PARAMETERS } from "../../answer/parameters.ts";
import type { ParameterName, Query } from "../../answer/query.ts";
import { resolveAddress } from "../../claims/resolve-address.ts";
import type { Progress } from "../../answer/view.ts";
import type { Kernels } from "../../kernels/create-kernels.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { AnswerReply, Question, Replies } from "../laboratory/questions.ts";
import { ALL_VIEWS } from "../../claims/views/index.ts";
import type { View } from "../../answer/view.ts";
import { loadRecord } from "../../record/load-record.ts";
import type { FetchedRecord } from "./fetched-record.ts";
import { filesOfView } from "./files-of-view.ts";
import { catalogue, holdings, namesIn } from "./catalogue.ts";
import { relatedAddresses } from "./related-addresses.ts";
import { whenLoaded } from "./not-loaded.ts";
import { SEARCHED_FILES } from "./search-entries.ts";
import { createSearch } from "./search-record.ts";

/** Who is told of an answer before its end. */
export interface Told {
  readonly progress: Progress;
  /** Takes the answer as far as it stands. */
  readonly part: (reply: AnswerReply) => void;
}

/** What a worker answers from. */
interface Laboratory {
  readonly record: CasusRecord;
  readonly kernels: Kernels;
  readonly files: FetchedRecord;
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

/** The views; in the built app each with how to fetch its code. */
const LISTED: readonly (View & { readonly load?: () => Promise<unknown> })[] = ALL_VIEWS;

/** Claims ask other addresses, and take a fault in one for missing evidence: they get them all. */
async function loadAll(files: FetchedRecord): Promise<void> {
  await Promise.all([files.loadAll(), ...LISTED.map(async (view) => await view.load?.())]);
}

async function replyTo(
  { record, kernels, files }: Laboratory,
  address: string,
  { progress, part, memo }: Told & { readonly memo: Memo },
): Promise<AnswerReply> {
  if (address.startsWith("/claims/")) await loadAll(files);
  const { view, path, query } = resolveAddress(record, address);
  const info = {
    view: { path: view.path, describe: view.describe, parameters: view.parameters },
    values: written(query, view.parameters),
    related: relatedAddresses(view, path),
  };
  const answer = await computeAnswer(record, address, {
    kernels,
    progress,
    partial: (some) => part({ answer: some, ...info }),
    memo,
  });
  return { answer, ...info };
}

/**
 * Sends for the code of the views that an address's path may mean, and for what they will read. Where
 * it fails, the answer itself says so.
 */
function sendFor(address: string, files: Promise<FetchedRecord>): void {
  const parts = address.split("?")[0]!.split("/");
  const fits = (path: string): boolean => {
    const pattern = path.split("/");
    return (
      pattern.length === parts.length &&
      pattern.every((part, i) => part.startsWith("{") || part === parts[i])
    );
  };
  for (const { path, also, load } of LISTED) {
    if (!fits(path) && (also === undefined || !fits(also))) continue;
    load?.().catch(() => undefined);
    files.then(({ sendFor: send }) => send(filesOfView(path))).catch(() => undefined);
  }
}

/** Answers the questions of a page from a record and kernels that may still be on their way. */
export function createAnswerer(
  files: Promise<FetchedRecord>,
  kernels: Promise<Kernels>,
): (question: Question, told: Told) => Promise<Replies[keyof Replies]> {
  const opening = Promise.all([files, kernels]).then(([held, made]): Laboratory => ({
    record: loadRecord(held),
    kernels: made,
    files: held,
  }));
  opening.catch(() => undefined);
  let search: ReturnType<typeof createSearch> | undefined;
  const memo = createMemo();
  return async (question, told) => {
    if (question.kind === "answer") sendFor(question.address, files);
    if (question.kind === "search" && search === undefined) {
      files.then(({ sendFor: send }) => send(SEARCHED_FILES)).catch(() => undefined);
    }
    const laboratory = await opening;
    const { record } = laboratory;
    return await whenLoaded(async () => {
      switch (question.kind) {
        case "answer":
          return await replyTo(laboratory, question.address, { ...told, memo });
        case "catalogue":
          return catalogue(record);
        case "names":
          return namesIn(record);
        case "search":
          search ??= createSearch(record);
          return search(question.text);
        default:
          return holdings(record);
      }
    });
  };
}
