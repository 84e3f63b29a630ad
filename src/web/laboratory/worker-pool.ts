import type { Section } from "../../answer/answer.ts";
import { LaboratoryError } from "./laboratory-error.ts";
import type { AnswerReply, Question, Replies, Request, Response } from "./questions.ts";

/** What the pool needs of a worker. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Response>) => void): void;
  addEventListener(type: "error", listener: (event: ErrorEvent) => void): void;
}

/** Told how far a question has come. */
export interface Watch {
  readonly steps: (done: number, total: number, what: string) => void;
  /** Takes a long answer as far as it stands. */
  readonly part: (reply: AnswerReply) => void;
}

/** An answer whose sections come in turn, with those that came before. */
function withEarlier(reply: AnswerReply, earlier: readonly Section[]): AnswerReply {
  const sections = [...earlier, ...reply.answer.sections];
  return { ...reply, answer: { ...reply.answer, sections } };
}

interface Task {
  readonly id: number;
  readonly question: Question;
  readonly resolve: (reply: Replies[keyof Replies]) => void;
  readonly reject: (error: unknown) => void;
  readonly watch: Watch | null;
  /** The sections that have come so far. */
  sections: readonly Section[];
}

interface Slot {
  readonly worker: WorkerLike;
  /** What it was asked and has not answered: one question that computes, and any that look up. */
  readonly tasks: Map<number, Task>;
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

/** What is looked up between two steps of a computation, while that waits for a file. */
const LOOKED_UP: readonly Question["kind"][] = ["catalogue", "names"];

const computes = ({ question }: Task): boolean => !LOOKED_UP.includes(question.kind);
const isBusy = ({ tasks }: Slot): boolean => [...tasks.values()].some(computes);

/**
 * Puts questions to workers, one that computes at a time to each. A second worker starts only when
 * the first is busy for long, because each holds a record of its own. A question nobody waits for any
 * longer is dropped, or ended with its worker.
 */
export function createWorkerPool(start: () => WorkerLike): WorkerPool {
  const slots: Slot[] = [];
  const waiting: Task[] = [];
  let next = 1;

  /** Ends a worker; what it was asked is left to the caller. */
  const remove = (slot: Slot): readonly Task[] => {
    slot.worker.terminate();
    slots.splice(slots.indexOf(slot), 1);
    return [...slot.tasks.values()];
  };
  const open = (): Slot => {
    const slot: Slot = { worker: start(), tasks: new Map(), ready: false };
    slot.worker.addEventListener("message", ({ data }) => {
      const task = slot.tasks.get(data.id);
      if (task === undefined) return;
      if ("progress" in data) {
        const { done, total, what } = data.progress;
        task.watch?.steps(done, total, what);
        return;
      }
      if ("part" in data) {
        const part = withEarlier(data.part, task.sections);
        task.sections = part.answer.sections;
        task.watch?.part(part);
        return;
      }
      slot.tasks.delete(data.id);
      slot.ready = true;
      if ("fault" in data) task.reject(new LaboratoryError(data.fault));
      else {
        const { reply } = data;
        task.resolve("answer" in reply ? withEarlier(reply, task.sections) : reply);
      }
      dispatch();
    });
    slot.worker.addEventListener("error", (event) => {
      const fault = new LaboratoryError({ code: "fault", line: event.message });
      for (const task of remove(slot)) task.reject(fault);
      dispatch();
    });
    slots.push(slot);
    return slot;
  };
  /** A worker that can be asked now, or null. */
  const slotFor = (task: Task): Slot | null => {
    const slot = computes(task) ? slots.find((one) => !isBusy(one)) : slots[0];
    return slot ?? (slots.length === 0 ? open() : null);
  };
  function dispatch(): void {
    for (const task of waiting.splice(0)) {
      const slot = slotFor(task);
      if (slot === null) {
        waiting.push(task);
        continue;
      }
      slot.tasks.set(task.id, task);
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
    const slot = slots.find(({ tasks }) => tasks.has(id));
    // What else its worker was asked is asked again.
    if (slot !== undefined) waiting.unshift(...remove(slot).filter((task) => task.id !== id));
    dispatch();
  };

  return {
    ask: (question, { signal, watch } = {}) =>
      new Promise((resolve, reject) => {
        const id = next;
        next += 1;
        waiting.push({ id, question, resolve, reject, watch: watch ?? null, sections: [] });
        signal?.addEventListener("abort", () => {
          drop(id);
          reject(signal.reason as Error);
        });
        dispatch();
        if (waiting.length > 0) setTimeout(help, PATIENCE);
      }),
  };
}
