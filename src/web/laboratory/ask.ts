import { BASE } from "../place/base.ts";
import type { RecordPlace } from "../worker/fetched-record.ts";
import type { AnswerReply, Question, Replies } from "./questions.ts";
import { createWorkerPool, type Watch } from "./worker-pool.ts";

// The worker is named after the record, so that it knows it from its first line on, and fetches the
// record's files itself: among the page's own they would hold up its first script.
const RECORD = JSON.stringify({
  folder: new URL(`${BASE}record/`, location.href).href,
  manifest: document.querySelector<HTMLMetaElement>('meta[name="casus-record"]')?.content ?? "",
} satisfies RecordPlace);

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
/** What the page will ask next, asked before it does. */
let ahead: {
  readonly address: string;
  readonly reply: Promise<AnswerReply>;
  readonly stop: AbortController;
  watch: Watch | undefined;
  /** What had come of it before the page asked. */
  part: AnswerReply | undefined;
} | null = null;
/** Whether that is still being answered: one question ahead is enough for a worker. */
let isAhead = false;

/** An answer given before in this visit, or undefined. */
export function rememberedAnswer(address: string): AnswerReply | undefined {
  return answers.get(address);
}

function remember(address: string, reply: AnswerReply): void {
  const oldest = answers.keys().next().value;
  if (answers.size >= KEPT && oldest !== undefined) answers.delete(oldest);
  answers.set(address, reply);
}

/**
 * Asks for the answer that the page will most likely ask for next: its first, while its own code is
 * being fetched, and what a control would lead to that the reader points at.
 */
export function askAhead(address: string): void {
  if (isAhead || answers.has(address)) return;
  const stop = new AbortController();
  const watch: Watch = {
    steps: (...steps) => asked.watch?.steps(...steps),
    part: (some) => {
      asked.part = some;
      asked.watch?.part(some);
    },
  };
  const reply = ask({ kind: "answer", address }, { signal: stop.signal, watch });
  const asked: NonNullable<typeof ahead> = {
    address,
    reply,
    stop,
    watch: undefined,
    part: undefined,
  };
  ahead = asked;
  isAhead = true;
  // A fault is told to the page when it asks.
  reply
    .then(
      (answered) => remember(address, answered),
      () => undefined,
    )
    .finally(() => {
      isAhead = false;
    });
}

/** Asks for an answer, or remembers it. */
export async function askAnswer(
  address: string,
  options: { readonly signal?: AbortSignal; readonly watch?: Watch } = {},
): Promise<AnswerReply> {
  const known = answers.get(address);
  if (known !== undefined) return known;
  const early = ahead?.address === address ? ahead : null;
  ahead = null;
  if (early !== null) {
    early.watch = options.watch;
    if (early.part !== undefined) options.watch?.part(early.part);
    options.signal?.addEventListener("abort", () => early.stop.abort(options.signal?.reason));
  }
  const reply = await (early?.reply ?? ask({ kind: "answer", address }, options));
  remember(address, reply);
  // The page goes on to the answer's own address, which is another where the question was loosely put.
  if (reply.answer.address !== address) remember(reply.answer.address, reply);
  return reply;
}
