import type { Case } from "../../record/case.ts";
import type { StateKey } from "../../states/state.ts";
import { isAnswered, type AnswerCoding } from "./answer-coding.ts";
import { stratifiedExact, type ExactTest, type StratifiedOutcome } from "./stratified-exact.ts";

/** The calls of one member held against those of all others. */
export interface MemberTreatment {
  readonly state: StateKey;
  readonly test: ExactTest;
}

/** Whether the members of an organisation were answered alike. */
export interface EqualityOfTreatment {
  /** All members at once. */
  readonly overall: ExactTest;
  /** Each member against the others; p is not corrected for the number of members. */
  readonly members: readonly MemberTreatment[];
  /** Calls by two members or more, left out since they belong to no one member. */
  readonly joint: number;
}

/**
 * Whether the calls of an organisation's members were answered alike: each member's answered calls
 * against those of the others, within strata of the kind of threat as coded (a call about unrest at
 * home is compared with calls about unrest at home). A call made by several states is left out.
 */
export function equalityOfTreatment(
  cases: readonly Case[],
  coding: AnswerCoding,
): EqualityOfTreatment {
  const judged = cases.flatMap((item) => {
    const answered = isAnswered(item, coding);
    return answered === null ? [] : [{ item, answered }];
  });
  const single = judged.filter(({ item }) => item.appellant?.states.length === 1);
  const outcome = (group: (state: StateKey) => string): StratifiedOutcome[] =>
    single.map(({ item, answered }) => {
      const state = item.appellant!.states[0]!;
      return { stratum: item.threat.coded, group: group(state), answered };
    });
  const states = [...new Set(single.map(({ item }) => item.appellant!.states[0]!))].sort();
  return {
    overall: stratifiedExact(outcome((state) => state)),
    members: states.map((state) => ({
      state,
      test: stratifiedExact(outcome((other) => (other === state ? state : "others"))),
    })),
    joint: judged.length - single.length,
  };
}
