import { UsageError } from "../errors.ts";
import type { EventDate } from "../dates/event-date.ts";
import { parseEventDate } from "../dates/parse-event-date.ts";
import { largestOn, membershipsOn } from "../record/membership.ts";
import type { Force, Organ } from "../record/organ.ts";
import type { DecisionRule, Organisation } from "../record/organisation.ts";
import type { Treaty } from "../record/treaty.ts";
import type { StateKey } from "../states/state.ts";
import { ruleTest } from "../treaty/decide.ts";
import type { Call } from "./call.ts";
import { checkParties, suspensionsOn } from "./plan-parties.ts";
import { decisionOf, type PlannedDecision, type PlannedPath } from "./plan-decision.ts";
import { articleName, needsMandate, opens, type Route, routesFor } from "./plan-routes.ts";
import { type PlanStep, stepsOf } from "./plan-steps.ts";

/** What any alliance may be asked for, besides a force of its own by its id. */
const GENERAL_INSTRUMENTS: readonly string[] = ["troops", "materiel", "consultation"];

/** The tables that a plan is computed from. */
export interface PlanContext {
  readonly organisation: Organisation;
  /** The treaties of that organisation. */
  readonly treaties: readonly Treaty[];
  readonly organs: readonly Organ[];
  readonly forces: readonly Force[];
  readonly nameOf: (state: StateKey) => string;
}

/** The path that a call takes through the texts in force on its day. */
export interface CallPlan {
  readonly call: Call;
  /** Members on the day but for the appellant. */
  readonly asked: readonly StateKey[];
  readonly largest: StateKey | null;
  /** Every provision of help or consultation in force, and whether the call falls under it. */
  readonly routes: readonly Route[];
  readonly decision: PlannedDecision;
  readonly rule: DecisionRule;
  /** Whether the appellant votes, and which members do not. */
  readonly appellantVotes: boolean;
  readonly without: readonly StateKey[];
  readonly steps: readonly PlanStep[];
  /** What the call rests on that no precedent or text settles, in words. */
  readonly assumptions: readonly string[];
}

/** The text in force on a day has to be there before anything can be planned. */
function treatiesOn(
  { treaties, organisation }: PlanContext,
  call: Call,
  date: EventDate,
): readonly Treaty[] {
  if (treaties.length === 0) {
    throw new UsageError(
      `no treaty of ${organisation.short} is in the record, so that no article says who decides on a call.`,
      { hint: 'Choose an alliance with a treaty on record: "/treaties" lists them.' },
    );
  }
  const standing = treaties.filter(
    ({ inForce, ended }) =>
      inForce !== null &&
      inForce.date.earliest <= date.earliest &&
      (ended === null || date.earliest < ended.date.earliest),
  );
  if (standing.length > 0) return standing;
  const [first] = treaties
    .flatMap(({ inForce }) => inForce?.date.text ?? [])
    .toSorted((a, b) => (a < b ? -1 : 1));
  throw new UsageError(
    `no treaty of ${organisation.short} was in force on ${call.at}: the first on record entered ` +
      `into force on ${first ?? "no day"}.`,
  );
}

/** Refuses an instrument that is no force of the alliance, or one whose mandate stands against it. */
function checkInstrument(
  call: Call,
  { forces, organisation }: PlanContext,
  date: EventDate,
): void {
  const { instrument, threat, place, at } = call;
  if (GENERAL_INSTRUMENTS.includes(instrument)) return;
  const force = forces.find(({ id }) => id === instrument);
  if (force === undefined) {
    throw new UsageError(
      `${JSON.stringify(instrument)} is no force of ${organisation.short} on record.`,
      {
        hint: `Ask for ${[...GENERAL_INSTRUMENTS, ...forces.map(({ id }) => id)].join(", ")}.`,
      },
    );
  }
  if (
    force.from.earliest > date.earliest ||
    (force.to !== null && force.to.earliest <= date.earliest)
  ) {
    throw new UsageError(
      `the ${force.name} did not stand on ${at}: its days are ${force.from.text} to ` +
        `${force.to?.text ?? "today"}.`,
    );
  }
  if (force.threats.length > 0 && !force.threats.includes(threat)) {
    throw new UsageError(
      `the mandate of the ${force.name} names threats that are ` +
        `${force.threats.filter((one) => one !== "mixed").join(", ")}, and the call's is ${threat}.`,
    );
  }
  if (force.area !== "both" && force.area !== place) {
    throw new UsageError(
      `the mandate of the ${force.name} lets it act ${force.area} the members' territory, and the ` +
        `call is for help ${place} it.`,
    );
  }
}

/** The routes that the instrument can be asked for by. */
function usable(routes: readonly Route[], instrument: string): readonly Route[] {
  const open = routes.filter((route) => route.open && route.kind !== "rule");
  if (instrument === "consultation") return open;
  return open.filter(({ kind, provision }) => kind === "help" && opens(provision, instrument));
}

/** Why no route is open, from the nearest article: one that fails on the fewest grounds. */
function refuseNoRoute(routes: readonly Route[], call: Call, context: PlanContext): never {
  const consultation = usable(routes, "consultation");
  const help = routes.filter(({ kind }) => kind === "help");
  const [nearest] = (help.length > 0 ? help : routes).toSorted(
    (a, b) => a.against.length - b.against.length,
  );
  const reason =
    nearest === undefined
      ? "its texts on record hold no provision of help"
      : `${articleName(nearest)} ${nearest.against.join(" and ") || `opens no ${call.instrument}`}`;
  throw new UsageError(
    `a call for ${call.instrument} on a threat that is ${call.threat}, ${call.place} the treaty ` +
      `area, has no route in the texts of ${context.organisation.short} in force on ${call.at}: ` +
      `${reason}.`,
    consultation.length === 0
      ? {}
      : {
          hint: `Open for consultation: ${consultation.map(articleName).join(", ")} (instrument=consultation).`,
        },
  );
}

/** The members on the wrong side of the dispute, whose vote the article leaves out. */
function withoutVote(
  decision: PlannedDecision,
  call: Call,
): { readonly appellant: boolean; readonly states: readonly StateKey[] } {
  const adversary = call.adversary === null ? [] : [call.adversary];
  switch (decision.without) {
    case "parties-to-dispute":
      return { appellant: call.adversary === null, states: adversary };
    case "aggressor":
      return { appellant: true, states: adversary };
    default:
      return { appellant: true, states: [] };
  }
}

/**
 * The path of a call under the texts in force on its day: which provisions are open, which organ
 * decides by which rule and without whose vote, which steps, notices and limits of time follow, and
 * which forces may be used. Computed from the provisions of the treaties alone.
 *
 * @throws UsageError in one line that names the article or the fact against a path that is closed.
 */
export function planCall(call: Call, context: PlanContext): CallPlan {
  const { organisation } = context;
  const date = parseEventDate(call.at);
  checkParties(call, context);
  checkInstrument(call, context, date);
  const treaties = treatiesOn(context, call, date);
  const members = membershipsOn(organisation, call.at)
    .map(({ state }) => state)
    .filter((state) => state !== call.left);
  const betweenMembers = call.adversary !== null && members.includes(call.adversary);
  const { forces } = context;
  const routes = routesFor(call, treaties, date, { betweenMembers, forces });
  const open = usable(routes, call.instrument);
  if (open.length === 0) refuseNoRoute(routes, call, context);
  // What a text says of operations outside goes before what it says of all operations.
  const outside = open.filter(({ provision }) => provision.trigger?.area === "outside");
  const governing = outside.length > 0 && call.instrument !== "consultation" ? outside : open;
  const mandated = governing.filter(needsMandate);
  if (mandated.length > 0 && mandated.length === governing.length && !call.mandate) {
    throw new UsageError(
      `${articleName(mandated[0]!)} allows ${call.instrument.replaceAll("-", " ")} outside the ` +
        "members' territory only under a mandate of the Security Council of the United Nations, " +
        "and the call has none.",
      { hint: "Add mandate=yes to see what would follow with one." },
    );
  }
  const fits = routes.filter(({ open: isOpen }) => isOpen);
  const path: PlannedPath = { call, treaties, date, governing, open: fits };
  const decision = decisionOf(path, context, betweenMembers);
  const rule = call.rule ?? decision.rule;
  if (ruleTest(rule) === null) {
    throw new UsageError(
      `${decision.article} lets the ${decision.organName} decide by a ${rule} rule` +
        `${decision.note === null ? "" : ` (${decision.note})`}, which is no one count of votes.`,
      { hint: "Say which count to run: rule=unanimity or rule=majority." },
    );
  }
  const without = withoutVote(decision, call);
  const suspended = new Set(suspensionsOn(organisation, call.at).map(({ state }) => state));
  const asked = members
    .filter((state) => state !== call.appellant && !suspended.has(state))
    .toSorted();
  return {
    call,
    asked,
    largest: largestOn(organisation, call.at)?.state ?? null,
    routes,
    decision,
    rule,
    // Where each acts for itself, the appellant's own will is no help.
    appellantVotes: without.appellant && rule !== "each-for-itself",
    without: without.states.filter((state) => asked.includes(state)),
    steps: stepsOf(path, decision, context),
    assumptions: [
      ...(betweenMembers && without.states.length === 0
        ? [
            `${context.nameOf(call.adversary)} is a member and a party to the dispute; no article ` +
              "in force takes its vote away, and it is taken to object unless hold= says otherwise.",
          ]
        : []),
      ...(decision.certain
        ? []
        : [`Whether ${decision.article} was in force on ${call.at} is not certain.`]),
      ...(suspended.size === 0
        ? []
        : [
            `Suspended by ${organisation.short} on ${call.at}, so neither asked nor counted: ` +
              `${[...suspended].map(context.nameOf).join(", ")}.`,
          ]),
    ],
  };
}
