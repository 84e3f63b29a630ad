import { UsageError } from "../../errors.ts";
import type { CasusRecord } from "../../record/record.ts";
import { CALL_THREATS, type Call, type HeldStance } from "../../scenario/call.ts";
import type { StateKey } from "../../states/state.ts";
import { organisationOf, stateOf } from "../lookup.ts";
import type { ParameterName, Query } from "../query.ts";
import { dayAsked } from "./power-rules.ts";

/** The parameters of a call. */
export const CALL_PARAMETERS = [
  "alliance",
  "appellant",
  "at",
  "threat",
  "place",
  "adversary",
  "instrument",
  "mandate",
  "rule",
  "left",
  "hold",
  "model",
  "capability",
  "calls",
  "level",
  "seed",
] as const satisfies readonly ParameterName[];

/** A call as a query names it; the last day of the record's votes where it names none. */
export function callOf(record: CasusRecord, query: Query): Call {
  const { alliance, appellant, threat } = query;
  if (alliance === null) {
    throw new UsageError("a call needs the alliance on which a member calls.", {
      hint: "Add alliance=, such as alliance=csto.",
    });
  }
  const organisation = organisationOf(record, alliance);
  if (appellant === null) {
    throw new UsageError(`a call on ${organisation.short} needs the member that calls.`, {
      hint: "Add appellant=, such as appellant=arm.",
    });
  }
  const kind = CALL_THREATS.find((one) => one === (threat ?? "external"));
  if (kind === undefined) {
    throw new UsageError(`threat=${threat} is how a case is coded, not what a call can say.`, {
      hint: `A call's threat is ${CALL_THREATS.join(", ")}.`,
    });
  }
  return {
    alliance: organisation.id,
    appellant: stateOf(record, appellant),
    at: dayAsked(organisation, query.at, record.votes.rollCalls.at(-1)?.date ?? ""),
    threat: kind,
    place: query.place,
    adversary: query.adversary === null ? null : stateOf(record, query.adversary),
    instrument: query.instrument,
    mandate: query.mandate === "yes",
    left: query.left === null ? null : stateOf(record, query.left),
    rule: query.rule,
  };
}

/** The stances that a query fixes by hand. */
export function heldOf(
  record: CasusRecord,
  { hold }: Query,
): ReadonlyMap<StateKey, HeldStance> {
  return new Map(hold.map(([state, stance]) => [stateOf(record, state), stance]));
}

/** The address of a call. */
export function callAddress(call: Call): string {
  const pairs: readonly (readonly [string, string | null])[] = [
    ["at", call.at],
    ["threat", call.threat],
    ["alliance", call.alliance],
    ["appellant", call.appellant.toLowerCase()],
    ["adversary", call.adversary?.toLowerCase() ?? null],
    ["place", call.place === "inside" ? null : call.place],
    ["instrument", call.instrument === "troops" ? null : call.instrument],
    ["mandate", call.mandate ? "yes" : null],
    ["rule", call.rule],
    ["left", call.left?.toLowerCase() ?? null],
  ];
  return `/scenarios/appeal?${pairs
    .flatMap(([name, value]) => (value === null ? [] : `${name}=${value}`))
    .join("&")}`;
}
