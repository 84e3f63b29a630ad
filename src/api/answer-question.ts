import { computeAnswer } from "../claims/compute-answer.ts";
import type { Answer } from "../answer/answer.ts";
import { CasusError } from "../errors.ts";
import { BINARY_TYPES, MEDIA_TYPES, render } from "../report/render.ts";
import { bulkFile } from "./bulk-file.ts";
import type { Laboratory, Outcome, Question } from "./question.ts";

const encoder = new TextEncoder();

/** The rows in all that a page of an answer was taken from; null where the answer is no page. */
function totalOf({ summary: { total, limit } }: Answer): number | null {
  return typeof total === "number" && typeof limit === "number" ? total : null;
}

/** Answers a question from a laboratory; a typed fault is an outcome, an abort is thrown. */
export async function answerQuestion(
  laboratory: Laboratory,
  { kind, address, form }: Question,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    signal.throwIfAborted();
    if (kind === "bulk") {
      const body = bulkFile(laboratory.record, address);
      const type = { ...MEDIA_TYPES, ...BINARY_TYPES }[form];
      return { ok: true, body, type, total: null };
    }
    const answer = await computeAnswer(laboratory.record, address, {
      kernels: laboratory.kernels,
      signal,
    });
    signal.throwIfAborted();
    const { body, type } = await render(answer, form);
    const bytes = typeof body === "string" ? encoder.encode(body) : body;
    return { ok: true, body: bytes, type, total: totalOf(answer) };
  } catch (error) {
    if (error instanceof CasusError) return { ok: false, code: error.code, detail: error.line };
    signal.throwIfAborted();
    return { ok: false, code: "unexpected", detail: "The answer could not be computed." };
  }
}
