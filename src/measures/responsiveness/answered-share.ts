import type { Case } from "../../record/case.ts";
import { clopperPearson, type ProportionInterval } from "../statistics/clopper-pearson.ts";
import { isAnswered, type AnswerCoding } from "./answer-coding.ts";
import { jeffreysInterval } from "./jeffreys-interval.ts";

/** Fewest calls for which a share is given. */
export const FEWEST_CALLS = 5;

/** How many of the calls of a set of cases were answered. */
export interface AnsweredShare {
  readonly answered: number;
  /** Calls with a known outcome. */
  readonly calls: number;
  /** Cases of the set without a call, or of unknown outcome: they enter no share. */
  readonly withoutCall: number;
  readonly unknown: number;
  /** Null below 5 calls, with the intervals. */
  readonly share: number | null;
  readonly exact: ProportionInterval | null;
  readonly jeffreys: ProportionInterval | null;
  readonly withheld: string | null;
}

/**
 * The share of calls that were answered, with the exact interval (Clopper and Pearson 1934,
 * doi:10.1093/biomet/26.4.404) and the Jeffreys interval. The intervals describe the recorded calls
 * as if each were a draw with one chance; they describe no population, since states do not call
 * where they expect a refusal. Withheld below 5 calls.
 */
export function answeredShare(
  cases: readonly Case[],
  coding: AnswerCoding,
  level = 0.9,
): AnsweredShare {
  const verdicts = cases.map((item) => isAnswered(item, coding));
  const answered = verdicts.filter((verdict) => verdict === true).length;
  const calls = verdicts.filter((verdict) => verdict !== null).length;
  const withoutCall = cases.filter(({ appellant }) => appellant === null).length;
  const enough = calls >= FEWEST_CALLS;
  return {
    answered,
    calls,
    withoutCall,
    unknown: cases.length - calls - withoutCall,
    share: enough ? answered / calls : null,
    exact: enough ? clopperPearson(answered, calls, level) : null,
    jeffreys: enough ? jeffreysInterval(answered, calls, level) : null,
    withheld: enough ? null : `${calls} calls; ${FEWEST_CALLS} are needed`,
  };
}
