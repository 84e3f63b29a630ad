import { describe, expect, it, vi } from "vitest";
import type { AnswerReply, Request, Response } from "../../src/web/laboratory/questions.ts";
import { createWorkerPool, type WorkerLike } from "../../src/web/laboratory/worker-pool.ts";

interface Fake extends WorkerLike {
  readonly asked: Request[];
  readonly tell: (data: Response) => void;
  ended: boolean;
}

function fakes() {
  const made: Fake[] = [];
  const start = (): Fake => {
    const asked: Request[] = [];
    let listener: ((event: MessageEvent<Response>) => void) | undefined;
    const fake: Fake = {
      asked,
      ended: false,
      tell: (data) => listener?.({ data } as MessageEvent<Response>),
      postMessage: (message) => void asked.push(message),
      terminate: () => {
        fake.ended = true;
      },
      addEventListener: (type: string, heard: unknown) => {
        if (type === "message") listener = heard as typeof listener;
      },
    };
    made.push(fake);
    return fake;
  };
  return { made, start };
}

const question = { kind: "answer", address: "/alliances" } as const;
const reply = { hits: [], totals: {}, instead: null };

describe("the pool of workers", () => {
  it("gives a worker one question at a time and hands faults over with their line", async () => {
    const { made, start } = fakes();
    const pool = createWorkerPool(start);
    const [first, second] = [pool.ask(question), pool.ask(question)];
    expect(made).toHaveLength(1);
    expect(made[0]!.asked).toHaveLength(1);
    made[0]!.tell({ id: 1, reply });
    expect(await first).toBe(reply);
    expect(made[0]!.asked).toHaveLength(2);
    made[0]!.tell({ id: 2, fault: { code: "usage", line: "the address is empty." } });
    await expect(second).rejects.toMatchObject({
      code: "usage",
      message: "the address is empty.",
    });
  });

  it("starts a second worker only when the first has opened the record and stays busy", () => {
    vi.useFakeTimers();
    const { made, start } = fakes();
    const pool = createWorkerPool(start);
    void pool.ask(question);
    void pool.ask(question);
    vi.advanceTimersByTime(1000);
    expect(made).toHaveLength(1);
    made[0]!.tell({ id: 1, reply });
    void pool.ask(question);
    vi.advanceTimersByTime(300);
    expect(made).toHaveLength(2);
    expect(made[1]!.asked.map(({ id }) => id)).toEqual([3]);
    vi.useRealTimers();
  });

  it("ends the worker of a question that nobody waits for, and goes on", async () => {
    const { made, start } = fakes();
    const pool = createWorkerPool(start);
    const controller = new AbortController();
    const dropped = pool.ask(question, { signal: controller.signal });
    const kept = pool.ask(question);
    controller.abort();
    await expect(dropped).rejects.toThrow();
    expect(made[0]!.ended).toBe(true);
    made[1]!.tell({ id: 2, reply });
    expect(await kept).toBe(reply);
  });

  it("looks things up beside a computation, and again where its worker is ended", async () => {
    const { made, start } = fakes();
    const pool = createWorkerPool(start);
    const controller = new AbortController();
    const dropped = pool.ask(question, { signal: controller.signal });
    const looked = pool.ask({ kind: "names" });
    expect(made[0]!.asked.map(({ id }) => id)).toEqual([1, 2]);
    controller.abort();
    await expect(dropped).rejects.toThrow();
    expect(made[1]!.asked.map(({ id }) => id)).toEqual([2]);
    const names = { cases: [], treaties: [] };
    made[1]!.tell({ id: 2, reply: names });
    expect(await looked).toBe(names);
  });

  it("puts together an answer whose sections come in turn", async () => {
    const { made, start } = fakes();
    const pool = createWorkerPool(start);
    const parts: string[][] = [];
    const idsOf = ({ answer }: AnswerReply): string[] => answer.sections.map(({ id }) => id);
    const asked = pool.ask(question, {
      watch: { steps: () => undefined, part: (part) => parts.push(idsOf(part)) },
    });
    const some = (...ids: readonly string[]): AnswerReply =>
      ({ answer: { sections: ids.map((id) => ({ id })) } }) as unknown as AnswerReply;
    made[0]!.tell({ id: 1, part: some("members") });
    made[0]!.tell({ id: 1, part: some("alignment", "cohesion") });
    made[0]!.tell({ id: 1, reply: some("splits") });
    expect(parts).toEqual([["members"], ["members", "alignment", "cohesion"]]);
    expect(idsOf((await asked) as AnswerReply)).toEqual([
      "members",
      "alignment",
      "cohesion",
      "splits",
    ]);
  });
});
