import { CODINGS, type AnswerCoding } from "../measures/responsiveness/answer-coding.ts";
import type { Case } from "../record/case.ts";
import { largestOn, membershipsOn } from "../record/membership.ts";
import type { Organisation } from "../record/organisation.ts";
import type { Call } from "./call.ts";
import { dayOfCase } from "./observations.ts";

/** A way in which a call may be like earlier ones. */
export interface PrecedentKind {
  readonly id: string;
  readonly text: string;
  /** Calls of this kind before the day: on this alliance, and on any. */
  readonly own: readonly Case[];
  readonly all: readonly Case[];
  readonly ownAnswered: number;
  readonly allAnswered: number;
}

interface Placed {
  readonly item: Case;
  readonly organisation: Organisation;
  readonly day: string;
}

/** The calls on organisations whose outcome is known, before a day. */
function callsBefore(
  cases: readonly Case[],
  organisations: readonly Organisation[],
  day: string,
): readonly Placed[] {
  return cases.flatMap((item): Placed[] => {
    const organisation = organisations.find(({ id }) => id === item.organisation);
    const on = dayOfCase(item);
    if (organisation === undefined || on === null || on >= day) return [];
    if (item.appellant === null || item.outcome === "unknown" || item.outcome === "no-appeal") {
      return [];
    }
    return [{ item, organisation, day: on }];
  });
}

const threatFits = ({ item }: Placed, call: Call): boolean =>
  item.threat.coded === call.threat ||
  (item.threat.coded === "mixed" && (call.threat === "internal" || call.threat === "external"));

const placeFits = ({ item }: Placed, call: Call): boolean =>
  item.place.insideTreatyArea === null ||
  (item.place.insideTreatyArea ? "inside" : "outside") === call.place;

const byLargest = ({ item, organisation, day }: Placed): boolean => {
  const largest = largestOn(organisation, day)?.state;
  return largest !== undefined && item.appellant?.states.includes(largest) === true;
};

const againstMember = ({ item, organisation, day }: Placed): boolean =>
  membershipsOn(organisation, day).some(
    ({ state }) =>
      item.adversary.some((actor) => actor === state) &&
      item.appellant?.states.includes(state) !== true,
  );

/**
 * The earlier calls that are like a call: by threat, place, who calls, against whom, and by all of
 * these at once. A mixed threat counts as internal and as external. The last kind decides whether an
 * answer is an extrapolation: nothing of the kind is on record.
 */
export function precedentKinds(
  call: Call,
  facts: { readonly appellantLargest: boolean; readonly againstMember: boolean },
  cases: readonly Case[],
  organisations: readonly Organisation[],
  coding: AnswerCoding,
): readonly PrecedentKind[] {
  const before = callsBefore(cases, organisations, call.at);
  const who = (one: Placed): boolean => byLargest(one) === facts.appellantLargest;
  const whom = (one: Placed): boolean => againstMember(one) === facts.againstMember;
  const kinds: readonly (readonly [string, string, (one: Placed) => boolean])[] = [
    ["any", "calls of any kind", () => true],
    ["threat", `calls on a threat that is ${call.threat}`, (one) => threatFits(one, call)],
    [
      "place",
      `calls about a danger ${call.place} the treaty area`,
      (one) => placeFits(one, call),
    ],
    [
      "appellant",
      facts.appellantLargest
        ? "calls of the largest member"
        : "calls of another member than the largest",
      who,
    ],
    [
      "adversary",
      facts.againstMember ? "calls against another member" : "calls not against a member",
      whom,
    ],
    [
      "all",
      "calls alike in all four",
      (one) => threatFits(one, call) && placeFits(one, call) && who(one) && whom(one),
    ],
  ];
  const answered = (found: readonly Case[]): number =>
    found.filter(({ outcome }) => (CODINGS[coding] as readonly string[]).includes(outcome))
      .length;
  return kinds.map(([id, text, fits]): PrecedentKind => {
    const found = before.filter(fits);
    const all = found.map(({ item }) => item);
    const own = found
      .filter(({ organisation }) => organisation.id === call.alliance)
      .map(({ item }) => item);
    return { id, text, own, all, ownAnswered: answered(own), allAnswered: answered(all) };
  });
}
