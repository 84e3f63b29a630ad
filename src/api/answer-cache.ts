import type { Answerer, Outcome, Question } from "./question.ts";

/** What the cache keeps of one question: its outcome, and the outcome's body in other encodings. */
export interface Kept {
  readonly outcome: Outcome;
  /** The body in an encoding, made once. */
  readonly encoded: (encoding: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
}

/** Answers by question, the least recently used given up first. */
export interface AnswerCache {
  readonly get: (question: Question, signal: AbortSignal) => Promise<Kept>;
  /** Bytes held now. */
  readonly bytes: () => number;
  readonly size: () => number;
}

/** What an entry costs beside its bodies. */
const OVERHEAD = 1024;

interface Entry extends Kept {
  bytes: number;
}

interface Flight {
  readonly promise: Promise<Outcome>;
  readonly controller: AbortController;
  waiting: number;
}

const keyOf = ({ kind, release, address, form, base }: Question): string =>
  `${kind} ${release} ${form} ${base ?? "-"} ${address}`;

/** Waits for a promise until a signal says otherwise. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    void promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", stop);
    });
  });
}

/**
 * Keeps outcomes up to a number of bytes. The same question asked twice at once is computed once,
 * and given up only when everyone who asked has left.
 */
export function createAnswerCache(answerer: Answerer, most: number): AnswerCache {
  const entries = new Map<string, Entry>();
  const flights = new Map<string, Flight>();
  let held = 0;

  const shrink = (): void => {
    for (const [key, { bytes }] of entries) {
      if (held <= most) return;
      entries.delete(key);
      held -= bytes;
    }
  };

  const keep = (key: string, outcome: Outcome): Entry => {
    const variants = new Map<string, Promise<Uint8Array>>();
    const bytes = OVERHEAD + key.length + (outcome.ok ? outcome.body.byteLength : 0);
    const encoded = async (
      encoding: string,
      make: () => Promise<Uint8Array>,
    ): Promise<Uint8Array> => {
      const found = variants.get(encoding);
      if (found !== undefined) return await found;
      const made = make();
      variants.set(encoding, made);
      const { byteLength } = await made;
      if (entries.get(key) === entry) {
        entry.bytes += byteLength;
        held += byteLength;
        shrink();
      }
      return await made;
    };
    const entry: Entry = { outcome, bytes, encoded };
    entries.set(key, entry);
    held += bytes;
    shrink();
    return entry;
  };

  const start = (key: string, question: Question): Flight => {
    const controller = new AbortController();
    const promise = answerer(question, controller.signal);
    const flight: Flight = { promise, controller, waiting: 0 };
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    promise.then(land, land);
    return flight;
  };

  const get = async (question: Question, signal: AbortSignal): Promise<Kept> => {
    const key = keyOf(question);
    const found = entries.get(key);
    if (found !== undefined) {
      entries.delete(key);
      entries.set(key, found);
      return found;
    }
    const flight = flights.get(key) ?? start(key, question);
    flight.waiting += 1;
    try {
      const outcome = await orAborted(flight.promise, signal);
      const kept = entries.get(key);
      if (kept !== undefined) return kept;
      // A fault of ours may pass; what the record says stays.
      if (outcome.ok || outcome.code !== "unexpected") return keep(key, outcome);
      return { outcome, encoded: async (_, make) => await make() };
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0 && flights.get(key) === flight) {
        flights.delete(key);
        flight.controller.abort();
      }
    }
  };

  return { get, bytes: () => held, size: () => entries.size };
}
