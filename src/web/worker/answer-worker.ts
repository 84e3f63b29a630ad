import type { Request, Response } from "../laboratory/questions.ts";
import { faultOf } from "./fault-of.ts";
import { fetchRecord } from "./fetched-record.ts";

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

// The page names the worker after the folder of the record, which is on its way while the code that
// reads it is still being fetched.
const files = fetchRecord(scope.name);
const answerer = import("./open-answerer.ts").then(({ openAnswerer }) => openAnswerer(files));
// Told to whoever asks; until then nobody listens.
answerer.catch(() => undefined);

const tell = (message: Response): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  scope.postMessage(message);
};

scope.addEventListener("message", ({ data: { id, question } }) => {
  const progress = (done: number, total: number, what: string): void =>
    tell({ id, progress: { done, total, what } });
  answerer
    .then((answer) => answer(question, progress))
    .then(
      (reply) => tell({ id, reply }),
      (error: unknown) => tell({ id, fault: faultOf(error) }),
    );
});
