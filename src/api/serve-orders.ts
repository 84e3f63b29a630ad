import type { MessagePort } from "node:worker_threads";
import { answerQuestion, type RecentAnswers } from "./answer-question.ts";
import type { Order, Reply } from "./answer-pool.ts";
import type { Laboratory } from "./question.ts";
import { sharedSignal } from "./shared-signal.ts";

/** Answers the orders that come through a port, one at a time, until it closes. */
export function serveOrders(
  port: MessagePort,
  laboratoryOf: (release: string) => Promise<Laboratory>,
): void {
  const send = (reply: Reply): void => {
    port.postMessage(reply);
  };
  const recent: RecentAnswers = new Map();
  port.on("message", ({ id, question, flag }: Order) => {
    void laboratoryOf(question.release)
      .then((laboratory) => answerQuestion(laboratory, question, sharedSignal(flag), recent))
      .catch(() =>
        Atomics.load(flag, 0) === 1
          ? null
          : ({
              ok: false,
              code: "unexpected",
              detail: "The answer could not be computed.",
            } as const),
      )
      .then((outcome) => send({ ready: false, id, outcome }));
  });
  send({ ready: true });
}
