import { BASE } from "../place/base.ts";
import type { RecordPlace } from "../worker/fetched-record.ts";
import type { AnswerReply, GivenFile, Question, Replies } from "./questions.ts";
import { createWorkerPool, type Watch } from "./worker-pool.ts";

const RECORD = {
  folder: new URL(`${BASE}record/`, location.href).href,
  manifest: document.querySelector<HTMLMetaElement>('meta[name="casus-record"]')?.content ?? "",
};

/** The record's files that came with the page, by name; each is given to one worker. */
let attached = new Map(
  [...document.querySelectorAll<HTMLLinkElement>('link[as="fetch"]')].map(({ href }) => [
    new URL(href).pathname.split("/").at(-1) ?? "",
    href,
  ]),
);

/** Fetches a file of the page's own, or gives none. */
async function bytesOf(href: string): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(href);
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

function startWorker(): Worker {
  const given = attached;
  attached = new Map();
  const place: RecordPlace = { ...RECORD, given: [...given.keys()] };
  // The worker is named after the record, so that it knows it from its first line on.
  const worker = new Worker(new URL("../worker/answer-worker.ts", import.meta.url), {
    type: "module",
    name: JSON.stringify(place),
  });
  for (const [name, href] of given) {
    void bytesOf(href).then((bytes) => {
      const file: GivenFile = { name, bytes };
      worker.postMessage(file, bytes === null ? [] : [bytes]);
    });
  }
  return worker;
}

const pool = createWorkerPool(startWorker);

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
/** The page's first question, asked before the page was there to ask it. */
let first: {
  readonly address: string;
  readonly reply: Promise<AnswerReply>;
  readonly stop: AbortController;
  watch: Watch | undefined;
} | null = null;

/** An answer given before in this visit, or undefined. */
export function rememberedAnswer(address: string): AnswerReply | undefined {
  return answers.get(address);
}

function remember(address: string, reply: AnswerReply): void {
  const oldest = answers.keys().next().value;
  if (answers.size >= KEPT && oldest !== undefined) answers.delete(oldest);
  answers.set(address, reply);
}

/** Asks for the answer that the page will ask for first, while its own code is being fetched. */
export function askFirst(address: string): void {
  const stop = new AbortController();
  const watch: Watch = (...step) => asked.watch?.(...step);
  const reply = ask({ kind: "answer", address }, { signal: stop.signal, watch });
  const asked: NonNullable<typeof first> = { address, reply, stop, watch: undefined };
  first = asked;
  // Told to the page when it asks.
  reply.catch(() => undefined);
}

/** Asks for an answer, or remembers it. */
export async function askAnswer(
  address: string,
  options: { readonly signal?: AbortSignal; readonly watch?: Watch } = {},
): Promise<AnswerReply> {
  const known = answers.get(address);
  if (known !== undefined) return known;
  const early = first?.address === address ? first : null;
  first = null;
  if (early !== null) {
    early.watch = options.watch;
    options.signal?.addEventListener("abort", () => early.stop.abort(options.signal?.reason));
  }
  const reply = await (early?.reply ?? ask({ kind: "answer", address }, options));
  remember(address, reply);
  // The page goes on to the answer's own address, which is another where the question was loosely put.
  if (reply.answer.address !== address) remember(reply.answer.address, reply);
  return reply;
}
