import { Worker } from "node:worker_threads";
import type { Answerer, Outcome, Question } from "./question.ts";
import { ServerFault } from "./server-fault.ts";

/** How many workers there are and what bounds their work. */
export interface PoolOptions {
  /** The module that each worker runs; it answers `Order` with `Reply`. */
  readonly worker: URL;
  readonly workerData: unknown;
  readonly threads: number;
  /** Questions that may wait at the most. */
  readonly queue: number;
  /** Milliseconds from asking to the outcome, waiting included. */
  readonly limitMs: number;
}

/** A question on its way to a worker; the flag turns 1 when nobody waits any more. */
export interface Order {
  readonly id: number;
  readonly question: Question;
  readonly flag: Int32Array;
}

/** A worker's message: that it has opened the record, or an outcome (null: given up). */
export type Reply =
  | { readonly ready: true }
  | { readonly ready: false; readonly id: number; readonly outcome: Outcome | null };

/** Workers that answer, each with the record open. */
export interface AnswerPool {
  readonly answer: Answerer;
  /** Whether no question is under way or waiting. */
  readonly idle: () => boolean;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly id: number;
  readonly question: Question;
  readonly flag: Int32Array;
  readonly settle: (outcome: Outcome | Error) => void;
}

interface Seat {
  worker: Worker;
  job: Job | null;
  ready: boolean;
}

/** How long a worker may take to notice that its question was given up. */
const GRACE_MS = 1000;
const RETRY_AFTER = 5;
const MEMORY = { maxOldGenerationSizeMb: 1024 };

const busy = (): ServerFault =>
  new ServerFault("busy", "Too many questions are waiting; ask again shortly.", RETRY_AFTER);
const slow = (limitMs: number): ServerFault =>
  new ServerFault(
    "time-limit",
    `The answer took longer than ${limitMs / 1000} s; ask for fewer draws or a shorter period.`,
    RETRY_AFTER,
  );
const stopping = (): ServerFault =>
  new ServerFault("stopping", "The server is stopping.", RETRY_AFTER);

/**
 * Starts workers and shares questions out among them, first come, first served; heavy questions
 * leave one worker free for light ones. A worker that exceeds the limit is replaced.
 */
export async function createAnswerPool(options: PoolOptions): Promise<AnswerPool> {
  const { threads, queue: longest, limitMs } = options;
  const mostHeavy = Math.max(1, threads - 1);
  const seats: Seat[] = [];
  let waiting: Job[] = [];
  let lastId = 0;
  let closed = false;

  const next = (): void => {
    for (const seat of seats) {
      if (!seat.ready || seat.job !== null) continue;
      const heavy = seats.filter(({ job }) => job?.question.heavy === true).length;
      const job = waiting.find(({ question }) => !question.heavy || heavy < mostHeavy);
      if (job === undefined) return;
      waiting = waiting.filter((other) => other !== job);
      seat.job = job;
      const { id, question, flag } = job;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      seat.worker.postMessage({ id, question, flag } satisfies Order);
    }
  };

  /** Puts a worker on a seat; resolves when it has opened the record. */
  const sit = (seat: Seat | null): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(options.worker, {
        workerData: options.workerData,
        resourceLimits: MEMORY,
      });
      const taken: Seat = seat ?? { worker, job: null, ready: false };
      Object.assign(taken, { worker, job: null, ready: false });
      if (seat === null) seats.push(taken);
      worker.on("message", (reply: Reply) => {
        if (taken.worker !== worker) return;
        if (reply.ready) {
          taken.ready = true;
          resolve();
        } else {
          const { job } = taken;
          taken.job = null;
          if (job !== null && reply.outcome !== null) job.settle(reply.outcome);
        }
        next();
      });
      worker.on("error", (error) => {
        if (!taken.ready) reject(error);
        replace(taken, worker, error);
      });
      worker.on("exit", (code) => {
        replace(taken, worker, new Error(`the worker stopped with ${code}`));
      });
    });

  const replace = (seat: Seat, worker: Worker, error: Error): void => {
    if (closed || seat.worker !== worker) return;
    const { job, ready } = seat;
    job?.settle(error);
    seat.job = null;
    // A worker that cannot even open the record would fail again and again.
    if (ready) sit(seat).catch(() => {});
    else seats.splice(seats.indexOf(seat), 1);
  };

  const dismiss = (job: Job): void => {
    const seat = seats.find((one) => one.job === job);
    if (seat === undefined) waiting = waiting.filter((other) => other !== job);
    else {
      const { worker } = seat;
      setTimeout(() => {
        if (seat.job !== job || seat.worker !== worker || closed) return;
        sit(seat).catch(() => {});
        void worker.terminate();
      }, GRACE_MS).unref();
    }
  };

  const answer: Answerer = (question, signal) =>
    new Promise((resolve, reject) => {
      if (closed) return reject(stopping());
      if (waiting.length >= longest || seats.length === 0) return reject(busy());
      if (signal.aborted) return reject(signal.reason as Error);
      const flag = new Int32Array(new SharedArrayBuffer(4));
      const giveUp = (reason: Error): void => {
        Atomics.store(flag, 0, 1);
        job.settle(reason);
        dismiss(job);
      };
      const timer = setTimeout(() => giveUp(slow(limitMs)), limitMs);
      const leave = (): void => giveUp(signal.reason as Error);
      signal.addEventListener("abort", leave, { once: true });
      const settle = (outcome: Outcome | Error): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", leave);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      lastId += 1;
      const job: Job = { id: lastId, question, flag, settle };
      waiting.push(job);
      next();
      return undefined;
    });

  const close = async (): Promise<void> => {
    closed = true;
    for (const left of [...waiting, ...seats.flatMap(({ job }) => job ?? [])]) {
      left.settle(stopping());
    }
    waiting = [];
    await Promise.all(seats.map(({ worker }) => worker.terminate()));
  };

  try {
    await Promise.all(Array.from({ length: threads }, () => sit(null)));
  } catch (error) {
    await close();
    throw error;
  }
  const idle = (): boolean => waiting.length === 0 && seats.every(({ job }) => job === null);
  return { answer, idle, close };
}
