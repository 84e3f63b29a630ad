import { useEffect, useRef, useState } from "preact/hooks";
import { askAnswer, rememberedAnswer } from "./ask.ts";
import { LaboratoryError } from "./laboratory-error.ts";
import type { AnswerReply, Fault } from "./questions.ts";
import type { Watch } from "./worker-pool.ts";

/** How far a question has come. */
export interface Steps {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

/** What a page shows of a question: the last answer stays until the next one is there. */
export interface AnswerState {
  readonly reply: AnswerReply | null;
  /** Of the page's first long answer: what stands of it so far, while there is no reply. */
  readonly part: AnswerReply | null;
  readonly fault: Fault | null;
  readonly busy: boolean;
  readonly steps: Steps | null;
}

const EMPTY: AnswerState = { reply: null, part: null, fault: null, busy: true, steps: null };

const whole = (reply: AnswerReply): AnswerState => ({ ...EMPTY, reply, busy: false });

/** A question that nobody waits for is ended once it has run this long. */
const OVERDUE = 1500;

const faultOf = (error: unknown): Fault =>
  error instanceof LaboratoryError
    ? { code: error.code, line: error.message }
    : { code: "fault", line: String(error) };

/** Asks for the answer of an address, the latest only: what was asked in between is passed over. */
export function useAnswer(address: string): AnswerState {
  const [state, setState] = useState<AnswerState>(() => {
    const reply = rememberedAnswer(address);
    return reply === undefined ? EMPTY : whole(reply);
  });
  const wanted = useRef<string | null>(address);
  const running = useRef<{ readonly address: string; readonly stop: () => void } | null>(null);

  const run = (): void => {
    const current = wanted.current;
    if (current === null || running.current !== null) return;
    const controller = new AbortController();
    running.current = { address: current, stop: () => controller.abort() };
    const watch: Watch = {
      steps: (done, total, what) =>
        setState((before) => ({ ...before, steps: { done, total, what } })),
      part: (part) => {
        if (wanted.current === current) setState((before) => ({ ...before, part }));
      },
    };
    const settle = (next: (before: AnswerState) => AnswerState): void => {
      running.current = null;
      if (wanted.current === current) setState(next);
      else run();
    };
    askAnswer(current, { signal: controller.signal, watch }).then(
      (reply) => settle(() => whole(reply)),
      (error: unknown) =>
        settle(({ reply }) => ({ ...EMPTY, reply, fault: faultOf(error), busy: false })),
    );
  };

  useEffect(() => {
    wanted.current = address;
    const known = rememberedAnswer(address);
    if (known !== undefined) {
      setState(whole(known));
      return undefined;
    }
    setState(({ reply }) => ({ ...EMPTY, reply }));
    const stale = running.current;
    if (stale !== null && stale.address !== address) {
      const timer = setTimeout(() => {
        if (running.current === stale) stale.stop();
      }, OVERDUE);
      return () => clearTimeout(timer);
    }
    run();
    return undefined;
  }, [address]);

  useEffect(
    () => () => {
      wanted.current = null;
      const left = running.current;
      if (left === null) return;
      setTimeout(() => {
        if (running.current === left) left.stop();
      }, OVERDUE);
    },
    [],
  );
  return state;
}
