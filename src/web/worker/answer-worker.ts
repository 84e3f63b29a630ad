import type { AnswerReply, Request, Response } from "../laboratory/questions.ts";
import { faultOf } from "./fault-of.ts";
import type { RecordPlace } from "./fetched-record.ts";
import { openAnswerer } from "./open-answerer.ts";

/** The little of a worker's global scope that is used; its types clash with the page's. */
interface Scope {
  readonly name: string;
  readonly postMessage: (message: Response) => void;
  readonly addEventListener: (
    type: "message",
    listener: (event: { readonly data: Request }) => void,
  ) => void;
}

const scope = globalThis as unknown as Scope;

// The page names the worker after the record.
const answer = openAnswerer(JSON.parse(scope.name) as RecordPlace);

const tell = (message: Response): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  scope.postMessage(message);
};

scope.addEventListener("message", ({ data: { id, question } }) => {
  let told = -1;
  /** What was not told before. */
  const rest = (reply: AnswerReply): AnswerReply => {
    const sections = reply.answer.sections.slice(Math.max(0, told));
    told = reply.answer.sections.length;
    return { ...reply, answer: { ...reply.answer, sections } };
  };
  const part = (reply: AnswerReply): void => {
    // An answer begun anew, for want of a file, comes to what was told before once more.
    if (reply.answer.sections.length > told) tell({ id, part: rest(reply) });
  };
  const progress = (done: number, total: number, what: string): void =>
    tell({ id, progress: { done, total, what } });
  answer(question, { progress, part }).then(
    (reply) => tell({ id, reply: "answer" in reply ? rest(reply) : reply }),
    (error: unknown) => tell({ id, fault: faultOf(error) }),
  );
});
