import type { AnswerOptions } from "../answer/compute-answer.ts";
import { CasusError, RecordError } from "../errors.ts";
import type { Claim, ClaimFile } from "../record/claim.ts";
import type { ClaimTest } from "../record/claim-test.ts";
import type { CasusRecord } from "../record/record.ts";
import { type Answers, createAnswers } from "./answers.ts";
import { lastDay } from "./last-day.ts";
import type { Outcome } from "./outcome.ts";
import { recordAsOf } from "./record-as-of.ts";
import { runTest } from "./run-test.ts";
import { type Judgement, verdictOf } from "./verdict.ts";

/** A claim with its verdict. */
export interface ClaimResult extends Judgement {
  readonly claim: Claim;
  /** With an earlier day: the verdict by what came after; else null. */
  readonly after: Judgement | null;
}

/** The claims of a text with their verdicts. */
export interface CheckedClaims {
  readonly file: ClaimFile;
  readonly results: readonly ClaimResult[];
  /** The last day that the verdicts know of. */
  readonly day: string;
  /** The last day of the whole record. */
  readonly last: string;
  readonly sources: readonly string[];
}

/** How claims are checked. */
export interface CheckOptions extends AnswerOptions {
  /** Uses only what had happened by this day; null uses the whole record. */
  readonly asOf: string | null;
  /** Check these claims only. */
  readonly only?: readonly number[];
}

async function judge(claim: Claim, answers: Answers, day: string): Promise<Judgement> {
  const run = async (test: ClaimTest | null): Promise<Outcome | null> =>
    test === null ? null : runTest(test, answers, day);
  try {
    return verdictOf(claim, await run(claim.test), await run(claim.reference), day);
  } catch (error) {
    if (!(error instanceof CasusError)) throw error;
    const { message, hint } = error;
    throw new RecordError(`its test cannot run: ${message}`, {
      where: `claim ${claim.n}`,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

/**
 * Tests the claims of a text on the record. Deterministic; no verdict comes from anywhere but a
 * test. With an earlier day each claim is tested twice: on what had happened by then, and on all.
 *
 * @throws RecordError with the claim whose test names what does not exist.
 */
export async function checkClaims(
  record: CasusRecord,
  file: ClaimFile,
  { kernels, signal, progress, asOf, only }: CheckOptions,
): Promise<CheckedClaims> {
  const last = lastDay(record);
  const day = asOf ?? last;
  const settings = { kernels, signal: signal ?? null };
  const whole = createAnswers(record, { ...settings, whole: null });
  const known =
    asOf === null
      ? whole
      : createAnswers(recordAsOf(record, asOf), { ...settings, whole: record });
  const claims = file.claims.filter(({ n }) => only === undefined || only.includes(n));
  const results: ClaimResult[] = [];
  for (const [index, claim] of claims.entries()) {
    progress?.(index, claims.length, `claim ${claim.n}`);
    const judgement = await judge(claim, known, day);
    const after = asOf === null ? null : await judge(claim, whole, last);
    results.push({ claim, ...judgement, after });
  }
  const sources = [...new Set([...known.sources(), ...whole.sources()])].sort();
  return { file, results, day, last, sources };
}
