import type { Ternary } from "../dates/lag.ts";

/** One row that a verdict rests on. */
export interface Evidence {
  /** The part of the claim that it belongs to; empty for a claim of one part. */
  readonly part: string;
  readonly address: string;
  /** Which row of the answer, by its first cells. */
  readonly row: string;
  readonly value: string;
}

/** What a test found. */
export interface Outcome {
  /** `open`: the day, or the condition, has not come. */
  readonly value: Ternary | "mixed" | "open";
  /** What was measured, in words made of the answers' own cells. */
  readonly observed: string;
  readonly evidence: readonly Evidence[];
  /** The single fact that would turn it. */
  readonly turning: string;
  /** The record that is missing; null where none is. */
  readonly missing: string | null;
  /** Whether no later event can undo it: an event that happened has happened. */
  readonly final: boolean;
}

/** An outcome with its less common fields left out. */
export function outcomeOf(
  value: Outcome["value"],
  rest: Pick<Outcome, "observed" | "evidence" | "turning"> &
    Partial<Pick<Outcome, "missing" | "final">>,
): Outcome {
  return { value, missing: null, final: false, ...rest };
}

/** An outcome that waits for a record which is not there. */
export function undecided(missing: string, evidence: readonly Evidence[] = []): Outcome {
  const observed = evidence.length === 0 ? "nothing on record" : "not decided by the record";
  return outcomeOf("undecidable", { observed, evidence, turning: missing, missing });
}
