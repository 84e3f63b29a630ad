import { type AnswerCoding, isAnswered } from "../../measures/responsiveness/answer-coding.ts";
import { dayOf } from "../../dates/day-of.ts";
import { appealOf, firstOf } from "../../measures/responsiveness/case-events.ts";
import type { Case } from "../../record/case.ts";
import { membershipsOn } from "../../record/membership.ts";
import type { DecisionRule, Organisation } from "../../record/organisation.ts";
import type { StateKey } from "../../states/state.ts";

/** How a member stood on a call, as a vote under a rule of decision. */
export interface SeenBallot {
  readonly state: StateKey;
  readonly ballot: "yes" | "no" | "abstain";
}

/** A call of the record as a rule of decision meets it. */
export interface RecordedCall {
  readonly id: string;
  readonly organisation: string;
  readonly day: string;
  /** Members that called; empty where the caller was none. */
  readonly callers: readonly StateKey[];
  /** Null where the outcome is not known. */
  readonly answered: boolean | null;
  readonly members: number;
  /** Members other than the callers whose stance was seen. */
  readonly seen: readonly SeenBallot[];
  readonly rule: DecisionRule | null;
}

/** The rule by which an organisation decided on a day; null where it is no single count. */
export type RuleOf = (organisation: Organisation, day: string) => DecisionRule | null;

const BALLOTS = {
  contributed: "yes",
  supported: "yes",
  abstained: "abstain",
  dissented: "no",
  "not-seen": null,
} as const;

/** The first day that the date of a call can mean, by the clock of its place. */
function dayOfCall(item: Case): string | null {
  const event = appealOf(item) ?? firstOf(item, ["crisis-start"]) ?? item.events[0];
  if (event === undefined) return null;
  const [first = "", second = ""] = event.date.text.split("/");
  return dayOf(first === ".." ? second : first);
}

function recordedCall(
  item: Case,
  organisation: Organisation,
  day: string,
  coding: AnswerCoding,
  ruleOf: RuleOf,
): RecordedCall {
  const members = membershipsOn(organisation, day).map(({ state }) => state);
  const callers = (item.appellant?.states ?? []).filter((state) => members.includes(state));
  return {
    id: item.id,
    organisation: organisation.id,
    day,
    callers,
    answered: isAnswered(item, coding),
    members: members.length,
    seen: item.stances.flatMap(({ state, stance }): SeenBallot[] => {
      const ballot = BALLOTS[stance];
      const counts = ballot !== null && members.includes(state) && !callers.includes(state);
      return counts ? [{ state, ballot }] : [];
    }),
    rule: ruleOf(organisation, day),
  };
}

/**
 * The calls on some organisations that the record has up to a day, in the order of time: cases
 * with an appellant that belong to one of them. A stance is read as a vote: contributed and
 * supported in favour, dissented against; one that was not seen is no vote and no abstention. A
 * call counts from the first day that its date can mean.
 */
export function recordedCalls(
  cases: readonly Case[],
  organisations: readonly Organisation[],
  at: string,
  { coding, ruleOf }: { readonly coding: AnswerCoding; readonly ruleOf: RuleOf },
): readonly RecordedCall[] {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  return cases
    .flatMap((item): RecordedCall[] => {
      const organisation = byId.get(item.organisation ?? "");
      const day = item.appellant === null ? null : dayOfCall(item);
      if (organisation === undefined || day === null) return [];
      return day <= at ? [recordedCall(item, organisation, day, coding, ruleOf)] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}
