import { dayOf } from "../dates/day-of.ts";
import { UsageError } from "../errors.ts";
import { membershipsOn } from "../record/membership.ts";
import type { Organisation, Suspension } from "../record/organisation.ts";
import type { Call } from "./call.ts";
import type { PlanContext } from "./plan.ts";

/**
 * The suspensions that an organisation had imposed and that held on a day. A freeze or withdrawal
 * that a member declared itself is no act of the organisation and changes no vote.
 */
export function suspensionsOn(organisation: Organisation, day: string): readonly Suspension[] {
  return organisation.suspensions.filter(
    ({ kind, from, to }) =>
      kind.startsWith("suspension") && dayOf(from) <= day && (to === null || day < dayOf(to)),
  );
}

/** Refuses a call whose parties stand against the record, or whose parts contradict each other. */
export function checkParties(call: Call, { organisation, nameOf }: PlanContext): void {
  const { short, ended, founded } = organisation;
  const { at, appellant, adversary } = call;
  const refuse = (message: string, hint?: string): never => {
    throw new UsageError(message, hint === undefined ? {} : { hint });
  };
  if (ended !== null && at >= dayOf(ended.date)) {
    refuse(`${short} ended on ${ended.date}, before ${at}.`, `Name an earlier day with at=.`);
  }
  if (at < dayOf(founded.date)) {
    refuse(
      `${short} was founded on ${founded.date}, after ${at}.`,
      "Name a later day with at=.",
    );
  }
  const members = membershipsOn(organisation, at).map(({ state }) => state);
  if (!members.includes(appellant)) {
    const spells = organisation.memberships.filter(({ state }) => state === appellant);
    const fact =
      spells.length === 0
        ? "it never was one"
        : `its membership ran ${spells
            .map(({ from, to }) => `from ${from} to ${to ?? "today"}`)
            .join(" and ")}`;
    refuse(
      `${nameOf(appellant)} was no member of ${short} on ${at}: ${fact}.`,
      `Members that day: ${members.join(", ") || "none"}.`,
    );
  }
  const suspension = suspensionsOn(organisation, at).find(({ state }) => state === appellant);
  if (suspension !== undefined) {
    refuse(
      `${nameOf(appellant)} was suspended from ${short} on ${at}: ${suspension.kind}, since ` +
        `${suspension.from}.`,
      "Name another day with at=.",
    );
  }
  if (call.left !== null) {
    if (call.left === appellant) {
      refuse(`${nameOf(appellant)} cannot call on ${short} and have left it.`);
    }
    if (!members.includes(call.left)) {
      refuse(
        `${nameOf(call.left)} was no member of ${short} on ${at}, so that it cannot have left it by ` +
          "the call.",
      );
    }
  }
  if (adversary === appellant) {
    refuse(`${nameOf(appellant)} cannot be the adversary in its own call.`);
  }
  if (call.threat === "internal" && adversary !== null) {
    refuse(
      `a threat that is internal has no state as its adversary, and the call names ` +
        `${nameOf(adversary)}.`,
      "Leave adversary= out, or say threat=external.",
    );
  }
  if (call.threat === "internal" && call.place === "outside") {
    refuse(
      "a threat that is internal lies in the appellant's own territory, and the call places it " +
        "outside the treaty area.",
      "Say place=inside.",
    );
  }
}
