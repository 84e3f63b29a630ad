import { afterEach, describe, expect, it } from "vitest";
import { type AnswerPool, createAnswerPool } from "../../src/api/answer-pool.ts";
import type { Question } from "../../src/api/question.ts";

/** A worker that obeys its orders: to wait, to spin, to look at the flag, to fall. */
const WORKER = `
  import { parentPort, threadId } from "node:worker_threads";
  const text = new TextEncoder();
  const reply = (id, said) => parentPort.postMessage({ ready: false, id, outcome:
    { ok: true, body: text.encode(said + " " + threadId), type: "text/plain", total: null } });
  parentPort.on("message", ({ id, question, flag }) => {
    const [, verb, ms] = question.address.split("/");
    if (verb === "fall") throw new Error("fallen");
    if (verb === "spin") for (;;);
    if (verb === "look") {
      const end = Date.now() + 5000;
      while (Date.now() < end && Atomics.load(flag, 0) === 0);
      parentPort.postMessage({ ready: false, id, outcome: null });
      return;
    }
    setTimeout(() => reply(id, verb), Number(ms));
  });
  parentPort.postMessage({ ready: true });
`;
const MODULE = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`);

const pools: AnswerPool[] = [];
async function pool(queue = 8, limitMs = 4000): Promise<AnswerPool> {
  const made = await createAnswerPool({
    worker: MODULE,
    workerData: null,
    threads: 2,
    queue,
    limitMs,
  });
  pools.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map(({ close }) => close()));
});

const never = new AbortController().signal;
const ask = async (
  { answer }: AnswerPool,
  address: string,
  { heavy = false, signal = never } = {},
): Promise<string> => {
  const question: Question = {
    kind: "answer",
    release: "",
    address,
    form: "text",
    base: null,
    heavy,
  };
  const outcome = await answer(question, signal);
  return outcome.ok ? new TextDecoder().decode(outcome.body) : outcome.code;
};

describe("the workers", () => {
  it("keep one of themselves free of heavy questions", async () => {
    const { answer, idle, close } = await pool();
    const here = { answer, idle, close };
    const order: string[] = [];
    const note = (name: string, done: Promise<string>): Promise<void> =>
      done.then(() => void order.push(name));
    await Promise.all([
      note("heavy 1", ask(here, "/wait/400", { heavy: true })),
      note("heavy 2", ask(here, "/wait/400", { heavy: true })),
      note("light 1", ask(here, "/wait/20")),
      note("light 2", ask(here, "/wait/20")),
    ]);
    expect(order).toEqual(["light 1", "light 2", "heavy 1", "heavy 2"]);
    expect(idle()).toBe(true);
  });

  it("refuse what does not fit the queue, and say when to ask again", async () => {
    const here = await pool(2);
    const running = [1, 2, 3, 4].map(() => ask(here, "/wait/200"));
    await expect(ask(here, "/wait/1")).rejects.toMatchObject({ code: "busy", retryAfter: 5 });
    await Promise.all(running);
    expect(await ask(here, "/wait/1")).toMatch(/^wait/u);
  });

  it("are replaced when they exceed the limit", async () => {
    const here = await pool(8, 500);
    await expect(ask(here, "/spin/0")).rejects.toMatchObject({ code: "time-limit" });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const said = await Promise.all([1, 2].map(() => ask(here, "/wait/50")));
    expect(new Set(said).size).toBe(2);
  });

  it("stop when nobody waits for them any more", async () => {
    const here = await pool();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const all = Promise.allSettled([
      ask(here, "/look/0", { heavy: true, signal: running.signal }),
      ask(here, "/wait/1", { heavy: true, signal: waiting.signal }),
    ]);
    waiting.abort();
    running.abort();
    expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    // The worker saw the flag: it is free at once, not after the time that it was told to spin.
    expect(await ask(here, "/wait/1", { heavy: true })).toMatch(/^wait/u);
    expect(here.idle()).toBe(true);
  });

  it("are replaced when they fall, which only the question at hand notices", async () => {
    const here = await pool();
    const [fallen, other] = await Promise.allSettled([
      ask(here, "/fall/0"),
      ask(here, "/wait/50"),
    ]);
    expect([fallen.status, other.status]).toEqual(["rejected", "fulfilled"]);
    const said = await Promise.all([1, 2, 3, 4].map(() => ask(here, "/wait/50")));
    expect(said).toHaveLength(4);
  });

  it("say that the server is stopping", async () => {
    const here = await pool();
    const running = ask(here, "/wait/5000");
    const refused = expect(running).rejects.toMatchObject({ code: "stopping" });
    await here.close();
    await refused;
    await expect(ask(here, "/wait/1")).rejects.toMatchObject({ code: "stopping" });
  });

  it("reject at the start when they cannot open the record", async () => {
    const worker = new URL("data:text/javascript,throw new Error('no record')");
    await expect(
      createAnswerPool({ worker, workerData: null, threads: 1, queue: 1, limitMs: 100 }),
    ).rejects.toThrow("no record");
  });
});
