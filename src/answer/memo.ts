import type { CasusRecord } from "../record/record.ts";
import type { AnswerPeriod } from "./selection.ts";
import type { Query } from "./query.ts";
import type { ViewContext } from "./view.ts";

/** Parts of answers that were computed before, by record and name. */
export interface Memo {
  readonly recall: <T>(record: CasusRecord, name: string, compute: () => T) => T;
}

/** Parts kept at the most: the sessions of a few dozen answers. */
const MOST = 6000;

/**
 * Keeps parts of answers, the least recently used given up first, so that a question that differs
 * from the last in one period computes that period alone. A name must hold all that the part
 * depends on beside the record: an answer is the same with a memo and without.
 */
export function createMemo(most = MOST): Memo {
  const held = new WeakMap<CasusRecord, Map<string, unknown>>();
  return {
    recall: <T>(record: CasusRecord, name: string, compute: () => T): T => {
      const parts = held.get(record) ?? new Map<string, unknown>();
      held.set(record, parts);
      const found = parts.has(name);
      const part = found ? (parts.get(name) as T) : compute();
      parts.delete(name);
      if (parts.size >= most) parts.delete(parts.keys().next().value!);
      parts.set(name, part);
      return part;
    },
  };
}

/** A part of an answer from the caller's memo where there is one, else computed. */
export function recalled<T>(
  { memo, record }: Pick<ViewContext, "memo" | "record">,
  name: string,
  compute: () => T,
): T {
  return memo === undefined ? compute() : memo.recall(record, name, compute);
}

/** Names a period by what it holds: the selection between two roll calls is one by topic. */
export function periodName(
  { topic, by }: Pick<Query, "topic" | "by">,
  { label, rollCalls }: AnswerPeriod,
): string {
  const ends = `${rollCalls[0] ?? ""}-${rollCalls.at(-1) ?? ""}-${rollCalls.length}`;
  return `${by} ${label} ${topic ?? "all"} ${ends}`;
}
