import type { Case } from "../../record/case.ts";
import { CODING_TEXT, type AnswerCoding } from "./answer-coding.ts";
import { answeredShare, type AnsweredShare } from "./answered-share.ts";

/** An answered share under one way of drawing or coding the cases. */
export interface SensitivityRun {
  readonly id: string;
  readonly text: string;
  readonly result: AnsweredShare;
}

/**
 * An answered share computed again: by confidence of the case, without calls whose authenticity is
 * contested or denied, without calls that asked for consultation alone, and under each coding of
 * what counts as an answer.
 */
export function sensitivity(
  cases: readonly Case[],
  coding: AnswerCoding,
  level = 0.9,
): readonly SensitivityRun[] {
  const run = (
    id: string,
    text: string,
    keep: (item: Case) => boolean,
    how: AnswerCoding = coding,
  ): SensitivityRun => ({ id, text, result: answeredShare(cases.filter(keep), how, level) });
  const codings = (Object.keys(CODING_TEXT) as AnswerCoding[]).filter(
    (name) => name !== coding,
  );
  return [
    run("all", `every call; an answer is ${CODING_TEXT[coding]}`, () => true),
    run("confidence-high", "cases of high confidence", (item) => item.confidence === "high"),
    run(
      "confidence-medium",
      "cases of medium or high confidence",
      (item) => item.confidence !== "low",
    ),
    run(
      "authentic",
      "without calls whose authenticity is contested or denied",
      ({ appellant }) => appellant === null || appellant.authentic === "yes",
    ),
    run(
      "beyond-consultation",
      "without calls that asked for consultation alone",
      ({ instrumentAsked }) =>
        instrumentAsked.length === 0 ||
        instrumentAsked.some((asked) => asked !== "consultation"),
    ),
    ...codings.map((name) =>
      run(`coding-${name}`, `an answer is ${CODING_TEXT[name]}`, () => true, name),
    ),
  ];
}
