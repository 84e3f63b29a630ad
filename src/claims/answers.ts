import type { Answer } from "../answer/answer.ts";
import { type AnswerOptions, computeAnswer } from "../answer/compute-answer.ts";
import { NotFoundError } from "../errors.ts";
import type { Lag } from "../dates/lag.ts";
import { eventLag } from "../record/event-lag.ts";
import type { CasusRecord } from "../record/record.ts";

/** The answers that tests read, each computed once. */
export interface Answers {
  /** The answer of an address; null where the record of that day does not hold what it names. */
  readonly read: (address: string) => Promise<Answer | null>;
  /** The lag between two events of a case, which knows their order beyond their dates; else null. */
  readonly lag: (caseId: string, from: string, to: string) => Lag | null;
  /** Ids of the sources of every answer read. */
  readonly sources: () => readonly string[];
}

/**
 * Answers over one record. With a `whole` record, of which this one is the part known on a day, an
 * address that names something of later days reads as null; one that the whole record does not
 * know either is an error.
 */
export function createAnswers(
  record: CasusRecord,
  options: {
    readonly kernels: AnswerOptions["kernels"];
    readonly signal: AbortSignal | null;
    readonly whole: CasusRecord | null;
  },
): Answers {
  const { kernels, signal, whole } = options;
  const settings = { kernels, ...(signal === null ? {} : { signal }) };
  const kept = new Map<string, Promise<Answer | null>>();
  const sources = new Set<string>();
  const compute = async (address: string): Promise<Answer | null> => {
    signal?.throwIfAborted();
    try {
      const answer = await computeAnswer(record, address, settings);
      for (const { id } of answer.sources) sources.add(id);
      return answer;
    } catch (error) {
      if (whole === null || !(error instanceof NotFoundError)) throw error;
      await computeAnswer(whole, address, settings);
      return null;
    }
  };
  return {
    read: (address) => {
      const found = kept.get(address);
      if (found !== undefined) return found;
      const answer = compute(address);
      kept.set(address, answer);
      return answer;
    },
    lag: (caseId, from, to) => {
      const item = record.cases.find(({ id }) => id === caseId);
      const [start, end] = [from, to].map((id) =>
        item?.events.find((event) => event.id === id),
      );
      return item === undefined || start === undefined || end === undefined
        ? null
        : eventLag(item, start, end);
    },
    sources: () => [...sources],
  };
}
