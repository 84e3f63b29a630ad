import { NotFoundError } from "../errors.ts";
import type { CasusRecord } from "../record/record.ts";
import type { Call } from "./call.ts";
import { type CallPlan, planCall } from "./plan.ts";

/** The path of a call, computed from a record. @throws UsageError where it is closed. */
export function planOn(record: CasusRecord, call: Call): CallPlan {
  const organisation = record.organisations.find(({ id }) => id === call.alliance);
  if (organisation === undefined) {
    throw new NotFoundError(`there is no alliance ${JSON.stringify(call.alliance)}.`);
  }
  return planCall(call, {
    organisation,
    treaties: record.treaties.filter((treaty) => treaty.organisation === organisation.id),
    organs: record.organs.filter((organ) => organ.organisation === organisation.id),
    forces: record.forces.filter((force) => force.organisation === organisation.id),
    nameOf: (state) => record.states.name(state, call.at),
  });
}
