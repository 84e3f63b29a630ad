export { checkConstraint } from "./check-constraint.ts";
export {
  conformance,
  type ConformanceRow,
  dateOfCase,
  type OrganisationLookup,
} from "./conformance.ts";
export type { ConstraintContext } from "./constraint-context.ts";
export type { ConstraintResult, ConstraintStatus } from "./constraint-result.ts";
export { type Ballot, decide, type Verdict } from "./decide.ts";
export { type InstrumentFit, instrumentFit } from "./instrument-fit.ts";
export { type OpenRoute, openRoutes } from "./open-routes.ts";
export { partiesOn } from "./parties-on.ts";
export { type ProvisionInForce, provisionsOn } from "./provisions-on.ts";
export { versionOn, type VersionInForce, versionsOn } from "./version-on.ts";
