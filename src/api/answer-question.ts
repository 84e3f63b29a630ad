import { computeAnswer } from "../claims/compute-answer.ts";
import type { Answer } from "../answer/answer.ts";
import { CasusError } from "../errors.ts";
import { citation } from "../report/citation.ts";
import { BINARY_TYPES, MEDIA_TYPES, render } from "../report/render.ts";
import { bulkFile } from "./bulk-file.ts";
import type { Laboratory, Outcome, Question } from "./question.ts";

const encoder = new TextEncoder();

/** The rows in all that a page of an answer was taken from; null where the answer is no page. */
function totalOf({ summary: { total, limit } }: Answer): number | null {
  return typeof total === "number" && typeof limit === "number" ? total : null;
}

/** The last answers computed, by release and address: another form of one costs no second run. */
export type RecentAnswers = Map<string, Answer>;

/** Answers remembered at the most. */
const RECENT = 16;

async function answerOf(
  { record, kernels }: Laboratory,
  address: string,
  signal: AbortSignal,
  recent: RecentAnswers,
): Promise<Answer> {
  const key = `${record.release} ${address}`;
  const found = recent.get(key);
  if (found !== undefined) return found;
  const answer = await computeAnswer(record, address, { kernels, signal });
  if (recent.size >= RECENT) recent.delete(recent.keys().next().value ?? "");
  recent.set(key, answer);
  return answer;
}

/** Answers a question from a laboratory; a typed fault is an outcome, an abort is thrown. */
export async function answerQuestion(
  laboratory: Laboratory,
  { kind, address, form, base }: Question,
  signal: AbortSignal,
  recent: RecentAnswers = new Map(),
): Promise<Outcome> {
  try {
    signal.throwIfAborted();
    if (kind === "bulk") {
      const body = bulkFile(laboratory.record, address);
      const type = { ...MEDIA_TYPES, ...BINARY_TYPES }[form];
      return { ok: true, body, type, total: null };
    }
    const answer = await answerOf(laboratory, address, signal, recent);
    signal.throwIfAborted();
    const { body, type } = await render(answer, form, {
      citation: citation(answer, base ?? ""),
    });
    const bytes = typeof body === "string" ? encoder.encode(body) : body;
    return { ok: true, body: bytes, type, total: totalOf(answer) };
  } catch (error) {
    if (error instanceof CasusError) return { ok: false, code: error.code, detail: error.line };
    signal.throwIfAborted();
    return { ok: false, code: "unexpected", detail: "The answer could not be computed." };
  }
}
