import { LaboratoryError } from "./laboratory-error.ts";
import type { Question, Replies, Request, Response } from "./questions.ts";

/** What the pool needs of a worker. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Response>) => void): void;
  addEventListener(type: "error", listener: (event: ErrorEvent) => void): void;
}

/** Told how far a question has come. */
export type Watch = (done: number, total: number, what: string) => void;

interface Task {
  readonly id: number;
  readonly question: Question;
  readonly resolve: (reply: Replies[keyof Replies]) => void;
  readonly reject: (error: unknown) => void;
  readonly watch: Watch | null;
}

interface Slot {
  readonly worker: WorkerLike;
  task: Task | null;
  /** Whether it has answered before: until then it may still be opening the record. */
  ready: boolean;
}

/** A pool of workers that each hold the record. */
export interface WorkerPool {
  readonly ask: (
    question: Question,
    options?: { readonly signal?: AbortSignal; readonly watch?: Watch },
  ) => Promise<Replies[keyof Replies]>;
}

/** Workers at the most, and how long one is busy before the next is started. */
const MOST = 2;
const PATIENCE = 250;

/**
 * Puts questions to workers, one at a time to each. A second worker starts only when the first is
 * busy for long, because each holds a record of its own. A question nobody waits for any longer
 * is dropped, or ended with its worker.
 */
export function createWorkerPool(start: () => WorkerLike): WorkerPool {
  const slots: Slot[] = [];
  const waiting: Task[] = [];
  let next = 1;

  const finish = (slot: Slot): Task | null => {
    const { task } = slot;
    slot.task = null;
    return task;
  };
  const remove = (slot: Slot): void => {
    slot.worker.terminate();
    slots.splice(slots.indexOf(slot), 1);
  };
  const open = (): Slot => {
    const slot: Slot = { worker: start(), task: null, ready: false };
    slot.worker.addEventListener("message", ({ data }) => {
      if (slot.task?.id !== data.id) return;
      if ("progress" in data) {
        const { done, total, what } = data.progress;
        slot.task.watch?.(done, total, what);
        return;
      }
      const task = finish(slot);
      slot.ready = true;
      if ("reply" in data) task?.resolve(data.reply);
      else task?.reject(new LaboratoryError(data.fault));
      dispatch();
    });
    slot.worker.addEventListener("error", (event) => {
      const task = finish(slot);
      remove(slot);
      task?.reject(new LaboratoryError({ code: "fault", line: event.message }));
      dispatch();
    });
    slots.push(slot);
    return slot;
  };
  function dispatch(): void {
    while (waiting.length > 0) {
      const slot =
        slots.find(({ task }) => task === null) ?? (slots.length === 0 ? open() : null);
      if (slot === null) break;
      const task = waiting.shift()!;
      slot.task = task;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      slot.worker.postMessage({ id: task.id, question: task.question });
    }
  }
  const help = (): void => {
    if (waiting.length === 0 || slots.length >= MOST) return;
    if (slots.every(({ ready }) => ready)) {
      open();
      dispatch();
    } else setTimeout(help, PATIENCE);
  };
  const drop = (id: number): void => {
    const place = waiting.findIndex((task) => task.id === id);
    if (place >= 0) waiting.splice(place, 1);
    const slot = slots.find(({ task }) => task?.id === id);
    if (slot !== undefined) remove(slot);
    dispatch();
  };

  return {
    ask: (question, { signal, watch } = {}) =>
      new Promise((resolve, reject) => {
        const id = next;
        next += 1;
        waiting.push({ id, question, resolve, reject, watch: watch ?? null });
        signal?.addEventListener("abort", () => {
          drop(id);
          reject(signal.reason as Error);
        });
        dispatch();
        if (waiting.length > 0) setTimeout(help, PATIENCE);
      }),
  };
}
