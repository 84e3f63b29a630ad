export { allDyads, type DyadTable, dyadRow } from "./alignment/all-dyads.ts";
export { bootstrapDyad, type DyadIntervals } from "./alignment/bootstrap-dyad.ts";
export {
  type Convention,
  CONVENTION_NAMES,
  type ConventionName,
  CONVENTIONS,
  DEFAULT_CONVENTION,
} from "./alignment/conventions.ts";
export { type DyadAlignment, dyadAlignment } from "./alignment/dyad-alignment.ts";
export { type GroupAlignment, groupAlignment } from "./alignment/group-alignment.ts";
export { MEASURE_NOTES } from "./alignment/measure-notes.ts";
export { agreementIndex } from "./cohesion/agreement-index.ts";
export { type BootstrapInterval, bootstrapMean } from "./cohesion/bootstrap-mean.ts";
export { cohesionByPeriod } from "./cohesion/cohesion-by-period.ts";
export { cohesionOfAll, type Group, type RankedCohesion } from "./cohesion/cohesion-of-all.ts";
export { type Cohesion, cohesion } from "./cohesion/cohesion.ts";
export { type GroupTallies, groupTallies } from "./cohesion/group-tallies.ts";
export { fixedMembers, type MemberSpell } from "./cohesion/member-spell.ts";
export { mostSplitting } from "./cohesion/most-splitting.ts";
export { pairAgreement } from "./cohesion/pair-agreement.ts";
export {
  type RandomGroupComparison,
  randomGroupCohesion,
} from "./cohesion/random-group-cohesion.ts";
export { type RecurringSplit, recurringSplits } from "./cohesion/recurring-splits.ts";
export { riceIndex } from "./cohesion/rice-index.ts";
export { type SideShare, sideShare } from "./cohesion/side-share.ts";
export { type Split, splits } from "./cohesion/splits.ts";
export { clopperPearson } from "./statistics/clopper-pearson.ts";
export { quantile, quantiles } from "./statistics/quantile.ts";
