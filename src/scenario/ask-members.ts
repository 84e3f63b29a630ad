import { largestOn, membershipsOn } from "../record/membership.ts";
import type { Organisation } from "../record/organisation.ts";
import type { StateKey } from "../states/state.ts";
import type { Call } from "./call.ts";
import { covariatesOf } from "./covariates.ts";
import { type CollectiveCase, precedentsOf, type ScenarioRecord } from "./observations.ts";
import type { AskedMember } from "./stance-model.ts";

/** The members that a call asks, with what the record knew of each before its day. */
export function askMembers(
  record: ScenarioRecord,
  organisation: Organisation,
  call: Call,
  asked: readonly StateKey[],
  cases: readonly CollectiveCase[],
): readonly AskedMember[] {
  const precedents = precedentsOf(cases);
  const largest = largestOn(organisation, call.at)?.state ?? null;
  const members = membershipsOn(organisation, call.at).length;
  return asked.map((state) => ({
    state,
    organisation: organisation.id,
    covariates: covariatesOf(
      record,
      {
        state,
        day: call.at,
        organisation: organisation.id,
        // A call names no place outside the treaty's area.
        place: call.place === "inside" ? call.appellant : null,
        outside: call.place === "outside",
        appellants: [call.appellant],
        adversaries: call.adversary === null ? [] : [call.adversary],
        external: call.threat === "external" ? 1 : 0,
        terrorism: call.threat === "terrorism" ? 1 : 0,
        largest,
        members,
      },
      precedents,
    ),
  }));
}
