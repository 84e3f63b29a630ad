import { BASE } from "../place/base.ts";
import type { AnswerReply, Question, Replies } from "./questions.ts";
import { createWorkerPool, type Watch } from "./worker-pool.ts";

const RECORD = new URL(`${BASE}record/`, location.href).href;

const pool = createWorkerPool(
  () =>
    new Worker(new URL("../worker/answer-worker.ts", import.meta.url), {
      type: "module",
      name: RECORD,
    }),
);

type Of<Kind extends Question["kind"]> = Extract<Question, { readonly kind: Kind }>;

/** Puts a question to the laboratory. @throws LaboratoryError with the typed error's line. */
export async function ask<Kind extends Question["kind"]>(
  question: Of<Kind>,
  options: { readonly signal?: AbortSignal; readonly watch?: Watch } = {},
): Promise<Replies[Kind]> {
  return (await pool.ask(question, options)) as Replies[Kind];
}

const KEPT = 40;
const answers = new Map<string, AnswerReply>();

/** An answer given before in this visit, or undefined. */
export function rememberedAnswer(address: string): AnswerReply | undefined {
  return answers.get(address);
}

/** Asks for an answer, or remembers it. */
export async function askAnswer(
  address: string,
  options: { readonly signal?: AbortSignal; readonly watch?: Watch } = {},
): Promise<AnswerReply> {
  const known = answers.get(address);
  if (known !== undefined) return known;
  const reply = await ask({ kind: "answer", address }, options);
  const oldest = answers.keys().next().value;
  if (answers.size >= KEPT && oldest !== undefined) answers.delete(oldest);
  answers.set(address, reply);
  return reply;
}
