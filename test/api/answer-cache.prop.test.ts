import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnswerCache } from "../../src/api/answer-cache.ts";
import type { Answerer, Outcome, Question } from "../../src/api/question.ts";

const question = (address: string): Question => ({
  kind: "answer",
  release: "0123456789ab",
  address,
  form: "json",
  base: null,
  heavy: false,
});
const outcome = (bytes: number): Outcome => ({
  ok: true,
  body: new Uint8Array(bytes),
  type: "application/json",
  total: null,
});
const never = new AbortController().signal;

describe("the cache", () => {
  it("never holds more than its bound, and gives what was computed", async () => {
    const sizes = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 0, max: 3000 })), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(sizes, async (asked) => {
        const bytesOf = new Map<string, number>();
        const answerer: Answerer = async ({ address }) => outcome(bytesOf.get(address) ?? 0);
        const cache = createAnswerCache(answerer, 20_000);
        for (const [name, bytes] of asked) {
          const address = `/${name}`;
          if (!bytesOf.has(address)) bytesOf.set(address, bytes);
          const kept = await cache.get(question(address), never);
          expect(kept.outcome.ok && kept.outcome.body.byteLength).toBe(bytesOf.get(address));
          await kept.encoded("br", async () => new Uint8Array(bytes));
          expect(cache.bytes()).toBeLessThanOrEqual(20_000);
        }
        if (cache.size() === 0) expect(cache.bytes()).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it("gives up first what was used longest ago", async () => {
    const asked: string[] = [];
    const answerer: Answerer = async ({ address }) => {
      asked.push(address);
      return outcome(4000);
    };
    const cache = createAnswerCache(answerer, 16_000);
    for (const name of ["a", "b", "c", "a", "d", "a", "b"]) {
      await cache.get(question(`/${name}`), never);
    }
    expect(asked).toEqual(["/a", "/b", "/c", "/d", "/b"]);
  });

  it("computes a question once for all who ask, and gives it up when all have left", async () => {
    const signals: AbortSignal[] = [];
    const answerer: Answerer = (_, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      });
    };
    const cache = createAnswerCache(answerer, 10_000);
    const [first, second] = [new AbortController(), new AbortController()];
    const waits = [first, second].map(({ signal }) => cache.get(question("/x"), signal));
    const ends = Promise.allSettled(waits);
    first.abort();
    await expect(waits[0]).rejects.toThrow();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort();
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(cache.size()).toBe(0);
  });

  it("keeps what the record says of an address, not a fault of ours", async () => {
    let times = 0;
    const answerer: Answerer = async ({ address }) => {
      times += 1;
      const code = address === "/none" ? "not-found" : "unexpected";
      return { ok: false, code, detail: "-" };
    };
    const cache = createAnswerCache(answerer, 10_000);
    for (const address of ["/none", "/none", "/odd", "/odd"]) {
      await cache.get(question(address), never);
    }
    expect(times).toBe(3);
  });
});
