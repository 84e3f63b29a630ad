import { describe, expect, it, vi } from "vitest";
import type { AnswerPool } from "../../src/api/answer-pool.ts";
import { createLatePool } from "../../src/api/late-pool.ts";
import type { Question } from "../../src/api/question.ts";

const QUESTION: Question = {
  kind: "answer",
  release: "",
  address: "/alliances",
  form: "text",
  base: null,
  heavy: false,
};
const never = new AbortController().signal;
const made = (): AnswerPool => ({
  answer: () =>
    Promise.resolve({ ok: true, body: new Uint8Array(1), type: "text/plain", total: null }),
  idle: () => true,
  close: vi.fn<() => Promise<void>>(() => Promise.resolve()),
});

describe("workers that start late", () => {
  it("start once, at the first question or when told to", async () => {
    const start = vi.fn<() => Promise<AnswerPool>>(() => Promise.resolve(made()));
    const pool = createLatePool(start);
    expect(start).not.toHaveBeenCalled();
    expect(pool.idle()).toBe(true);
    const outcomes = await Promise.all([
      pool.answer(QUESTION, never),
      pool.answer(QUESTION, never),
    ]);
    pool.open();
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it("try again after a start that failed, and say why", async () => {
    const start = vi
      .fn<() => Promise<AnswerPool>>()
      .mockRejectedValueOnce(new Error("no record"))
      .mockResolvedValue(made());
    const pool = createLatePool(start);
    await expect(pool.answer(QUESTION, never)).rejects.toThrow("no record");
    expect((await pool.answer(QUESTION, never)).ok).toBe(true);
  });

  it("close what was started, and start nothing more", async () => {
    const one = made();
    const pool = createLatePool(() => Promise.resolve(one));
    pool.open();
    await pool.close();
    expect(one.close).toHaveBeenCalledTimes(1);
    await expect(pool.answer(QUESTION, never)).rejects.toThrow("stopping");
  });
});
