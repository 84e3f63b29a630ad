import type { EventDate } from "../dates/event-date.ts";
import type { EventType } from "../record/case.ts";
import type { Force } from "../record/organ.ts";
import type { Constraint, Treaty } from "../record/treaty.ts";
import { provisionsOn } from "../treaty/provisions-on.ts";
import type { Call } from "./call.ts";
import type { PlannedDecision, PlannedPath } from "./plan-decision.ts";
import { articleName, needsMandate, type Route } from "./plan-routes.ts";
import type { PlanContext } from "./plan.ts";

/** The stages of a call, in their order. */
export const PLAN_STAGES = [
  "exit",
  "appeal",
  "consultation",
  "mandate",
  "decision",
  "notice",
  "deployment",
] as const;

/** A step that the texts in force put on the path of a call. */
export interface PlanStep {
  readonly stage: (typeof PLAN_STAGES)[number];
  /** Who acts: an organ's name, or a party. */
  readonly who: string;
  readonly what: string;
  /** The articles that say so. */
  readonly articles: readonly string[];
  /** The limit of time as the text or the record reads it; null where none is named. */
  readonly within: string | null;
  readonly reading: string | null;
}

function windowOf(
  routes: readonly Route[],
  events: readonly EventType[],
): Pick<Constraint, "within" | "reading"> {
  const found = routes
    .flatMap(({ provision }) => provision.constraints)
    .find(
      ({ template, target, within }) =>
        template === "response" &&
        within !== null &&
        target.events.some((event) => events.includes(event)),
    );
  return { within: found?.within ?? null, reading: found?.reading ?? null };
}

/** The forces of the organisation that stood on a day and may act on the threat and place. */
function forcesFor(call: Call, forces: readonly Force[], date: EventDate): readonly Force[] {
  return forces.filter(
    ({ from, to, threats, area }) =>
      from.earliest <= date.earliest &&
      (to === null || date.earliest < to.earliest) &&
      (threats.length === 0 || threats.includes(call.threat)) &&
      (area === "both" || area === call.place),
  );
}

/** Provisions that leave each party free to send means of its own after a decision. */
function ownPart(treaties: readonly Treaty[], date: EventDate): readonly string[] {
  return treaties.flatMap((treaty) =>
    provisionsOn(treaty, date)
      .filter(
        ({ provision: { decides, trigger, obligation } }) =>
          decides?.organ === "each-party" && trigger === null && obligation === "other",
      )
      .map(({ provision, version }) => articleName({ treaty, provision, version })),
  );
}

/** The notices that the texts ask for once a decision is taken. */
function noticesOf(
  open: readonly Route[],
  treaties: readonly Treaty[],
  date: EventDate,
): readonly PlanStep[] {
  const own = open.filter(({ provision }) => provision.notices.length > 0);
  const general = treaties.flatMap((treaty) =>
    provisionsOn(treaty, date)
      .filter(({ provision }) => provision.trigger === null && provision.notices.length > 0)
      .map((row): Route => ({ treaty, ...row, kind: "rule", open: true, against: [] })),
  );
  const seen = new Set<string>();
  return [...own, ...general].flatMap((route) =>
    route.provision.notices.flatMap(({ to, within, note }): PlanStep[] => {
      if (seen.has(to)) return [];
      seen.add(to);
      const window = windowOf([route], ["notification-un"]);
      return [
        {
          stage: "notice",
          who: "the parties",
          what: `inform ${to.replaceAll("-", " ").replace(/^un /u, "the United Nations' ")}`,
          articles: [articleName(route)],
          within: window.within ?? within,
          reading: window.reading ?? note,
        },
      ];
    }),
  );
}

/** The exit that a call takes as given, with the notice that the texts ask for. */
function exitSteps(
  { left }: Call,
  treaties: readonly Treaty[],
  date: EventDate,
  { nameOf }: PlanContext,
): readonly PlanStep[] {
  if (left === null) return [];
  const rows = treaties.flatMap((treaty) =>
    provisionsOn(treaty, date)
      .filter(({ provision }) => provision.exit !== null)
      .map((row) => ({ treaty, ...row })),
  );
  return [
    {
      stage: "exit",
      who: nameOf(left),
      what: "has left before the call",
      articles: rows.map(articleName),
      within:
        rows.find(({ provision }) => provision.exit?.notice != null)?.provision.exit?.notice ??
        null,
      reading: "the notice that an exit needs",
    },
  ];
}

/** The steps that follow a call, each with the articles that ask for it. */
export function stepsOf(
  { call, treaties, date, governing, open }: PlannedPath,
  decision: PlannedDecision,
  context: PlanContext,
): readonly PlanStep[] {
  const consulting = open.filter(({ kind }) => kind === "consultation");
  const help = governing.filter(({ kind }) => kind === "help");
  const wantsHelp = call.instrument !== "consultation";
  const requested = governing.filter(
    ({ provision }) => provision.trigger?.requestNeeded === true,
  );
  const mandated = wantsHelp ? help.filter(needsMandate) : [];
  const fitting = forcesFor(call, context.forces, date);
  const consultation = windowOf(consulting, ["consultation", "session"]);
  const bound = windowOf(help, ["decision"]);
  return [
    ...exitSteps(call, treaties, date, context),
    {
      stage: "appeal",
      who: context.nameOf(call.appellant),
      what: `calls for ${call.instrument.replaceAll("-", " ")}`,
      articles: (requested.length > 0 ? requested : governing).map(articleName),
      within: null,
      reading: null,
    },
    ...(consulting.length === 0
      ? []
      : [
          {
            stage: "consultation" as const,
            who: "the parties",
            what: "consult",
            articles: consulting.map(articleName),
            ...consultation,
          },
        ]),
    ...(mandated.length === 0
      ? []
      : [
          {
            stage: "mandate" as const,
            who: "the United Nations' Security Council",
            what: "gives the mandate",
            articles: mandated.map(articleName),
            within: null,
            reading: null,
          },
        ]),
    {
      stage: "decision",
      who: decision.organ === "each-party" ? "each party" : `the ${decision.organName}`,
      what:
        (call.rule ?? decision.rule) === "each-for-itself"
          ? "decides for itself"
          : `decides by ${(call.rule ?? decision.rule).replaceAll("-", " ")}`,
      articles: [decision.article],
      within: bound.within,
      reading: decision.note,
    },
    ...(wantsHelp ? noticesOf(governing, treaties, date) : []),
    ...(wantsHelp
      ? [
          {
            stage: "deployment" as const,
            who: "the parties that contribute",
            what:
              call.instrument === "materiel"
                ? "send materiel"
                : fitting.length === 0
                  ? "send means of their own; no standing force of the record fits threat and place"
                  : `send means of their own, or to ${fitting.map(({ name }) => name).join(", ")}`,
            articles: [...new Set([...help.map(articleName), ...ownPart(treaties, date)])],
            within: null,
            reading: null,
          },
        ]
      : []),
  ];
}
