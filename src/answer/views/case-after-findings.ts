import type { BoundedValue } from "../../measures/alignment/alignment-change.ts";
import { matchedDifference } from "../../measures/responsiveness/matched-difference.ts";
import type { AnswerCoding } from "../../measures/responsiveness/answer-coding.ts";
import type { Case } from "../../record/case.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import type { Finding, MethodNote } from "../answer.ts";
import { counted, fixed, listed, withInterval } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import {
  type AfterCase,
  FEWEST_YEARS_COVERED,
  helped,
  MOST_MATCHED,
  MOST_YEARS_APART,
  troubled,
  WINDOW_YEARS,
} from "./case-after-match.ts";
import { pText } from "./case-text.ts";

const DIFFERENCE = "Difference in differences";
const CHANGE = "Change of alignment";

/** How change and difference are made. */
export const AFTER_METHOD: readonly MethodNote[] = [
  {
    name: CHANGE,
    text:
      `Mean kappa of the states in trouble with the partner in the ${WINDOW_YEARS} years before ` +
      `the call (without one, the crisis) and in the ${WINDOW_YEARS} after. The partner is the ` +
      "largest member of the organisation on the day; outside an organisation the helpers, and " +
      "without any the states called on. A pair counts with 10 joint votes in each window.",
    reference: "Cohen 1960, doi:10.1177/001316446002000104",
  },
  {
    name: DIFFERENCE,
    text:
      "The change of this case minus the mean change of its matched cases: for an answered call " +
      "unanswered calls and crises without one, for these the answered calls, of the same threat " +
      `as coded, nearest in time, one a state, at most ${MOST_MATCHED} and ` +
      `${MOST_YEARS_APART} years away, with ${FEWEST_YEARS_COVERED} of the ${WINDOW_YEARS} years ` +
      "after within the record. p: each case takes the place of this one in turn.",
    reference: "Abadie, Diamond and Hainmueller 2010, doi:10.1198/jasa.2009.ap08746",
  },
];

/** A rounded nothing has no sign. */
const unsigned = (text: string): string => text.replaceAll(/-(0\.0+)(?!\d)/gu, "$1");

const shown = ({ value, lower, upper }: BoundedValue, digits = 2): string =>
  value === null ? "not defined" : unsigned(withInterval(value, lower, upper, digits));

/** What an interval of a change says, and no more. */
function verdict({ lower, upper }: BoundedValue): string {
  if (lower === null || upper === null) return "an interval is withheld";
  if (lower > 0) return "it rose";
  return upper < 0 ? "it fell" : "the interval reaches 0: no change is shown";
}

/** How alignment changed, as a finding. */
export function changeFinding(
  record: CasusRecord,
  own: AfterCase,
  level: number,
  base: string,
): Finding {
  const pairs = own.pairs.filter(({ compared }) => compared);
  const names = (keys: readonly StateKey[]): string =>
    listed([...new Set(keys)].map((key) => record.states.name(key)));
  const named =
    `${names(troubled(own.item))} with ` + names(pairs.map(({ partner }) => partner));
  const { change } = own;
  const text =
    change === null
      ? pairs.length === 0
        ? "The record names no partner whose votes could be compared."
        : `${named}: fewer than 10 joint votes in the ${WINDOW_YEARS} years before or after.`
      : `Kappa of ${named}: ${shown(change.before)} in the ${WINDOW_YEARS} years before, ` +
        `${shown(change.after)} in the ${WINDOW_YEARS} after; change ${shown(change.change, 3)}: ` +
        `${verdict(change.change)}.`;
  return {
    id: "alignment-after",
    text,
    value: change?.change.value ?? null,
    lower: change?.change.lower ?? null,
    upper: change?.change.upper ?? null,
    level: change === null || change.change.lower === null ? null : level,
    n: change === null ? null : change.n.before + change.n.after,
    comparison: null,
    method: CHANGE,
    evidence: [base],
  };
}

/** What the cases matched to a case are called. */
export const groupOf = (item: Case, coding: AnswerCoding): string =>
  helped(item, coding) === true ? "unanswered or uncalled" : "answered";

/** The change against that of the matched cases, as a finding. */
export function differenceFinding(
  context: ViewContext,
  own: AfterCase,
  matched: readonly AfterCase[],
  base: string,
): Finding {
  const { coding } = context.query;
  const group = groupOf(own.item, coding);
  const changes = matched.flatMap(({ change }) => change?.change.value ?? []);
  const change = own.change?.change.value ?? null;
  const test = change === null ? null : matchedDifference(change, changes);
  const shared = {
    id: "difference",
    ...WITHOUT_INTERVAL,
    method: DIFFERENCE,
    evidence: [base],
  };
  if (test === null) {
    const why =
      helped(own.item, coding) === null
        ? "what came of the call is not known"
        : change === null
          ? "this case has no change to compare"
          : `the record holds no ${group} case with a threat coded ${own.item.threat.coded} ` +
            `within ${MOST_YEARS_APART} years whose votes allow a comparison`;
    return {
      ...shared,
      text: `No precedent: ${why}.`,
      value: null,
      n: changes.length,
      comparison: null,
    };
  }
  const able = test.smallestP <= 0.05;
  const conclusion = !able
    ? "with so few no outcome could have shown a difference"
    : test.p <= 0.05
      ? "the case stands out"
      : "the case does not stand out";
  return {
    ...shared,
    text:
      `The change differs by ${unsigned(fixed(test.difference, 3))} from the mean of ` +
      `${counted(changes.length, "matched case")} (${unsigned(fixed(test.matched, 3))}; ${group}): ` +
      `permutation p ${pText(test.p)}, the smallest attainable ${pText(test.smallestP)}; ` +
      `${conclusion}.`,
    value: test.difference,
    n: 1 + changes.length,
    comparison: `Matched: ${listed(matched.map(({ item }) => item.id))}.`,
  };
}
