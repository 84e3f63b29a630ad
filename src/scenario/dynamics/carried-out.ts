import type { Random } from "../../kernels/random.ts";
import type { BetaShape } from "../beta-binomial.ts";
import type { GroupShares } from "./group-shares.ts";
import type { CountDraws } from "./draw-gamma.ts";
import type { RecordedCall } from "./recorded-calls.ts";
import { isComparedRule, rulePasses } from "./rule-passes.ts";

/** Calls let through and stopped by their own organisation's rule, and how many were answered. */
export interface CarriedOut {
  readonly passed: number;
  readonly passedAnswered: number;
  readonly stopped: number;
  readonly stoppedAnswered: number;
}

/** What the ballots of a call are drawn from where they were not seen. */
export interface BallotShapes {
  readonly support: (answered: boolean) => BetaShape;
  readonly abstain: BetaShape;
}

/**
 * One imputation of the members that were not seen, call by call, and what each organisation's
 * own rule makes of the votes. Ballots not seen are drawn from the call's own shares given those
 * seen. Only calls with a stance seen, a known outcome and a rule that is a count enter.
 */
export function carriedOut(
  calls: readonly RecordedCall[],
  shapes: BallotShapes,
  random: Random,
  draws: CountDraws,
): CarriedOut {
  const counts = { passed: 0, passedAnswered: 0, stopped: 0, stoppedAnswered: 0 };
  for (const { answered, rule, seen, members, callers } of calls) {
    if (answered === null || seen.length === 0 || !isComparedRule(rule)) continue;
    const yesSeen = seen.filter(({ ballot }) => ballot === "yes").length;
    const noSeen = seen.filter(({ ballot }) => ballot === "no").length;
    const heldBack = seen.length - yesSeen;
    const { a, b } = shapes.support(answered);
    const support = draws.beta(a + yesSeen, b + heldBack);
    const abstain = draws.beta(shapes.abstain.a + heldBack - noSeen, shapes.abstain.b + noSeen);
    let yes = yesSeen;
    let no = noSeen;
    const unseen = members - Math.max(callers.length, 1) - seen.length;
    for (let k = 0; k < unseen; k += 1) {
      if (random.uniform() < support) yes += 1;
      else if (random.uniform() >= abstain) no += 1;
    }
    // Callers beyond the first are in favour too; the rule itself counts the first.
    const passed = rulePasses(rule, yes + Math.max(callers.length - 1, 0), no, members);
    if (passed) counts.passed += 1;
    else counts.stopped += 1;
    if (answered) counts[passed ? "passedAnswered" : "stoppedAnswered"] += 1;
  }
  return counts;
}

/** What ballots are drawn from, and the calls that they were drawn for. */
export interface ReplayedCalls {
  readonly recorded: readonly RecordedCall[];
  readonly supportAnswered: GroupShares;
  readonly supportUnanswered: GroupShares;
  readonly abstain: GroupShares;
}

/** The mean of several imputations, each from a draw of the shares. */
export function meanCarriedOut(
  { recorded, supportAnswered, supportUnanswered, abstain }: ReplayedCalls,
  imputations: number,
  random: Random,
  draws: CountDraws,
): CarriedOut {
  const sum = { passed: 0, passedAnswered: 0, stopped: 0, stoppedAnswered: 0 };
  for (let k = 0; k < imputations; k += 1) {
    const [yes, no] = [supportAnswered.drawShape(random), supportUnanswered.drawShape(random)];
    const shapes = {
      support: (answered: boolean): BetaShape => (answered ? yes : no),
      abstain: abstain.drawShape(random),
    };
    const one = carriedOut(recorded, shapes, random, draws);
    for (const name of ["passed", "passedAnswered", "stopped", "stoppedAnswered"] as const) {
      sum[name] += one[name] / imputations;
    }
  }
  return sum;
}
