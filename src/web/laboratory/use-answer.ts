import { useEffect, useRef, useState } from "preact/hooks";
import { askAnswer, rememberedAnswer } from "./ask.ts";
import { LaboratoryError } from "./laboratory-error.ts";
import type { AnswerReply, Fault } from "./questions.ts";

/** How far a question has come. */
export interface Steps {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

/** What a page shows of a question: the last answer stays until the next one is there. */
export interface AnswerState {
  readonly reply: AnswerReply | null;
  readonly fault: Fault | null;
  readonly busy: boolean;
  readonly steps: Steps | null;
}

const EMPTY: AnswerState = { reply: null, fault: null, busy: true, steps: null };

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
    return reply === undefined ? EMPTY : { reply, fault: null, busy: false, steps: null };
  });
  const wanted = useRef<string | null>(address);
  const running = useRef<{ readonly address: string; readonly stop: () => void } | null>(null);

  const run = (): void => {
    const current = wanted.current;
    if (current === null || running.current !== null) return;
    const controller = new AbortController();
    running.current = { address: current, stop: () => controller.abort() };
    const watch = (done: number, total: number, what: string): void =>
      setState((before) => ({ ...before, steps: { done, total, what } }));
    const settle = (next: (before: AnswerState) => AnswerState): void => {
      running.current = null;
      if (wanted.current === current) setState(next);
      else run();
    };
    askAnswer(current, { signal: controller.signal, watch }).then(
      (reply) => settle(() => ({ reply, fault: null, busy: false, steps: null })),
      (error: unknown) =>
        settle(({ reply }) => ({ reply, fault: faultOf(error), busy: false, steps: null })),
    );
  };

  useEffect(() => {
    wanted.current = address;
    const known = rememberedAnswer(address);
    if (known !== undefined) {
      setState({ reply: known, fault: null, busy: false, steps: null });
      return undefined;
    }
    setState((before) => ({ ...before, fault: null, busy: true, steps: null }));
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
