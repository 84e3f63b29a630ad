import { RecordError } from "../errors.ts";
import type { Kernels } from "../kernels/create-kernels.ts";
import type { CasusRecord } from "../record/record.ts";
import type { Answer, CitedSource, Draft } from "./answer.ts";
import { citeSource } from "./cite.ts";
import { emptyCaveats } from "./empty-caveats.ts";
import type { Memo } from "./memo.ts";
import { resolveAddress } from "./resolve-address.ts";
import type { Progress, View } from "./view.ts";
import { VIEWS } from "./views/index.ts";

/** What an answer is computed with. */
export interface AnswerOptions {
  readonly kernels: Kernels;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** Told what stands of a long answer before its end. */
  readonly partial?: (answer: Answer) => void;
  /** Keeps parts for the next question; the answers are the same without. */
  readonly memo?: Memo;
  /** The kinds of address; by default those of this layer. */
  readonly views?: readonly View[];
}

const OVERLAY_CAVEAT =
  "Private rows of an overlay are part of the record behind this answer; its release id says so.";

function citedSources(record: CasusRecord, ids: readonly string[]): readonly CitedSource[] {
  const known = new Map(record.sources.map((source) => [source.id, source]));
  return [...new Set(ids)].sort().map((id) => {
    const source = known.get(id);
    if (source === undefined)
      throw new RecordError(`an answer cites "${id}", which is not a source.`);
    return {
      id,
      citation: citeSource(source),
      terms: source.terms,
      redistribution: source.redistribution,
    };
  });
}

/** The day on which a source of the record was last read: a release's date, which no clock tells. */
const issuedOn = ({ sources }: CasusRecord): string =>
  sources.reduce((last, { accessed = "" }) => (accessed > last ? accessed : last), "");

/** Says which of the user's own files an answer rests on. */
function broughtCaveats({ userSources }: CasusRecord, ids: readonly string[]): string[] {
  const used = (userSources?.held ?? []).filter(({ source }) => ids.includes(source));
  if (used.length === 0) return [];
  const named = used.map(
    ({ name, version, files }) =>
      `${name} ${version} (${files.map(({ sha256 }) => `sha256 ${sha256.slice(0, 12)}`).join(", ")})`,
  );
  return [
    `Rests on data sets that do not ship and that the reader brought: ${named.join("; ")}; the ` +
      "release id says so. Only with the same files does another reader get the same answer. Their " +
      "rows may not be passed on.",
  ];
}

/**
 * Answers an address from the record in memory: the one function behind shell, API and page.
 * Deterministic: the same record and address give the same answer.
 *
 * @throws UsageError or NotFoundError for an address that names nothing.
 */
export async function computeAnswer(
  record: CasusRecord,
  address: string,
  options: AnswerOptions,
): Promise<Answer> {
  const resolved = resolveAddress(record, address, options.views ?? VIEWS);
  const { view, path, query } = resolved;
  const { partial } = options;
  const draft = await view.compute({
    record,
    kernels: options.kernels,
    path,
    query,
    signal: options.signal ?? null,
    progress: options.progress ?? null,
    ...(options.memo === undefined ? {} : { memo: options.memo }),
    ...(partial === undefined
      ? {}
      : { partial: (part: Draft) => partial(answerOf(record, resolved, part, true)) }),
  });
  return answerOf(record, resolved, draft);
}

/** An answer in full from what its view computed. */
function answerOf(
  record: CasusRecord,
  { path, canonical }: ReturnType<typeof resolveAddress>,
  draft: Draft,
  isPart = false,
): Answer {
  const isEmpty = !isPart && draft.rows.length === 0 && (draft.findings ?? []).length === 0;
  const empty = isEmpty
    ? emptyCaveats({ record, path, address: canonical, covers: draft.covers })
    : [];
  const overlay = record.overlay === null ? [] : [OVERLAY_CAVEAT];
  return {
    address: canonical,
    record: record.release,
    issued: issuedOn(record),
    title: draft.title,
    summary: draft.summary ?? {},
    columns: draft.columns,
    rows: draft.rows,
    sections: draft.sections ?? [],
    findings: draft.findings ?? [],
    figure: draft.figure ?? null,
    method: draft.method ?? [],
    sources: citedSources(record, draft.sources),
    caveats: [
      ...empty,
      ...overlay,
      ...broughtCaveats(record, draft.sources),
      ...(draft.caveats ?? []),
    ],
    covers: draft.covers,
  };
}
