import type { ClaimTest } from "../record/claim-test.ts";
import type { Answers } from "./answers.ts";
import type { TestContext } from "./context.ts";
import type { Outcome } from "./outcome.ts";
import { conformanceResult } from "./tests/conformance-result.ts";
import { count } from "./tests/count.ts";
import { dateDifference } from "./tests/date-difference.ts";
import { eventByDeadline } from "./tests/event-by-deadline.ts";
import { eventExists } from "./tests/event-exists.ts";
import { membershipOnDate } from "./tests/membership-on-date.ts";
import { allOf, anyOf, conditional, notThis } from "./tests/parts.ts";
import { positionDifference } from "./tests/position-difference.ts";
import { rankInReferenceClass } from "./tests/rank-in-reference-class.ts";
import { setEquality } from "./tests/set-equality.ts";
import { shareWithInterval } from "./tests/share-with-interval.ts";
import { textOfProvision } from "./tests/text-of-provision.ts";
import { valueCompare } from "./tests/value-compare.ts";

/** Runs a typed test over addresses; `day` is the last day that the record knows of. */
export function runTest(test: ClaimTest, answers: Answers, day: string): Promise<Outcome> {
  const context: TestContext = { answers, day, run: (part) => runTest(part, answers, day) };
  switch (test.type) {
    case "date-difference":
      return dateDifference(test, context);
    case "set-equality":
      return setEquality(test, context);
    case "count":
      return count(test, context);
    case "share-with-interval":
      return shareWithInterval(test, context);
    case "rank-in-reference-class":
      return rankInReferenceClass(test, context);
    case "membership-on-date":
      return membershipOnDate(test, context);
    case "conformance-result":
      return conformanceResult(test, context);
    case "position-difference":
      return positionDifference(test, context);
    case "event-exists":
      return eventExists(test, context);
    case "event-by-deadline":
      return eventByDeadline(test, context);
    case "value-compare":
      return valueCompare(test, context);
    case "text-of-provision":
      return textOfProvision(test, context);
    case "all-of":
      return allOf(test, context);
    case "any-of":
      return anyOf(test, context);
    case "not":
      return notThis(test, context);
    default:
      return conditional(test, context);
  }
}
