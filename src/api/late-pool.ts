import type { AnswerPool } from "./answer-pool.ts";
import { ServerFault } from "./server-fault.ts";

/** Workers that are started when they are first needed. */
export interface LatePool extends AnswerPool {
  /** Starts the workers, if nobody has asked for them yet. */
  readonly open: () => void;
}

/**
 * A pool that starts at its first question, or when told to: pages compute in the browser, and two
 * workers that open the record beside it would only slow the first of them.
 */
export function createLatePool(start: () => Promise<AnswerPool>): LatePool {
  let opening: Promise<AnswerPool> | null = null;
  let opened: AnswerPool | null = null;
  let closed = false;

  const open = (): Promise<AnswerPool> => {
    if (closed)
      return Promise.reject(new ServerFault("stopping", "The server is stopping.", 5));
    opening ??= start().then(
      (pool) => (opened = pool),
      (error: unknown) => {
        // The next question tries again.
        opening = null;
        throw error;
      },
    );
    return opening;
  };

  return {
    open: () => void open().catch(() => undefined),
    answer: async (question, signal) => await (await open()).answer(question, signal),
    idle: () => opening === null || opened?.idle() === true,
    close: async () => {
      closed = true;
      const pool = await opening?.catch(() => null);
      await pool?.close();
    },
  };
}
