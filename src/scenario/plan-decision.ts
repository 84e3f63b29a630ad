import type { EventDate } from "../dates/event-date.ts";
import type { DecisionRule } from "../record/organisation.ts";
import type { Decides, Treaty, WithoutVote } from "../record/treaty.ts";
import { provisionsOn } from "../treaty/provisions-on.ts";
import type { Call } from "./call.ts";
import { articleName, type Route } from "./plan-routes.ts";
import type { PlanContext } from "./plan.ts";

/** Who decides on a call, by which rule, under which article. */
export interface PlannedDecision {
  /** An organ's id, `each-party`, or null where the article names none. */
  readonly organ: string | null;
  readonly organName: string;
  readonly rule: DecisionRule;
  readonly without: WithoutVote | null;
  readonly article: string;
  readonly note: string | null;
  readonly certain: boolean;
}

/** A call with the texts in force on its day and the routes that are open to it. */
export interface PlannedPath {
  readonly call: Call;
  readonly treaties: readonly Treaty[];
  readonly date: EventDate;
  /** The open routes that govern what is asked for. */
  readonly governing: readonly Route[];
  /** Every open route, of consultation and rules too. */
  readonly open: readonly Route[];
}

/** A provision in force that says who decides. */
type Deciding = Pick<Route, "treaty" | "provision" | "version" | "certain"> & {
  readonly decides: Decides;
};

/** The organ's id written out where the record has no row of it. */
const plain = (id: string | null): string =>
  id === null || id === "each-party" ? "parties" : id.replaceAll("-", " ");

/** Provisions that say who decides, without a trigger of their own: the general rule. */
function generalRules(treaties: readonly Treaty[], date: EventDate): readonly Deciding[] {
  return treaties.flatMap((treaty) =>
    provisionsOn(treaty, date).flatMap(({ provision, version, certain }): Deciding[] => {
      const { decides, trigger, obligation, exit } = provision;
      if (decides === null || trigger !== null || obligation !== "other" || exit !== null)
        return [];
      return [{ treaty, provision, version, certain, decides }];
    }),
  );
}

/** The highest organ first: one that decides for all goes before each for itself. */
const byOrgan = (a: Deciding, b: Deciding): number =>
  Number(a.decides.organ === "each-party") - Number(b.decides.organ === "each-party");

function decidingOf(routes: readonly Route[]): readonly Deciding[] {
  return routes.flatMap((route): Deciding[] => {
    const { decides } = route.provision;
    return decides === null || decides.rule === "none" ? [] : [{ ...route, decides }];
  });
}

/**
 * Who decides on a call. In a dispute between parties an article that takes a vote away; else, in
 * this order, a governing provision that opens the force asked for, one of defence (of consultation,
 * where that is asked), another governing one, an open rule on the use of forces, the general rule of
 * the same treaties, and the rule that the organisation's file names first.
 */
export function decisionOf(
  { call, governing, open, treaties, date }: PlannedPath,
  { organisation, organs }: PlanContext,
  betweenMembers: boolean,
): PlannedDecision {
  const deciding = decidingOf(governing);
  const general = generalRules(treaties, date);
  const wanted = call.instrument === "consultation" ? "consultation" : "defense";
  const takesAway = ({ decides }: Deciding): boolean =>
    decides.without === "parties-to-dispute" || decides.without === "aggressor";
  const [chosen] = [
    ...(betweenMembers ? [...decidingOf(open), ...general].filter(takesAway) : []),
    ...deciding.filter(({ provision }) => provision.instruments.includes(call.instrument)),
    ...deciding.filter(({ provision }) => provision.obligation === wanted).toSorted(byOrgan),
    ...deciding.toSorted(byOrgan),
    ...decidingOf(open.filter(({ kind }) => kind === "rule")).toSorted(byOrgan),
    ...general.filter(
      ({ decides }) => decides.organ !== "each-party" && decides.without === null,
    ),
  ];
  const nameOf = (id: string | null): string =>
    organs.find((organ) => organ.id === id)?.name ?? plain(id);
  if (chosen === undefined) {
    return {
      organ: null,
      organName: `organ of ${organisation.short}`,
      rule: organisation.decisionRule,
      without: null,
      article: `the rule of ${organisation.short}`,
      note: organisation.decisionNote,
      certain: true,
    };
  }
  const { decides } = chosen;
  return {
    organ: decides.organ,
    organName: nameOf(decides.organ),
    rule: decides.rule as DecisionRule,
    without: decides.without,
    article: articleName(chosen),
    note: decides.note,
    certain: chosen.certain,
  };
}
