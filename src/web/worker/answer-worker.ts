import type { Request, Response } from "../laboratory/questions.ts";
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
  const progress = (done: number, total: number, what: string): void =>
    tell({ id, progress: { done, total, what } });
  answer(question, progress).then(
    (reply) => tell({ id, reply }),
    (error: unknown) => tell({ id, fault: faultOf(error) }),
  );
});
