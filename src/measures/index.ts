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
export { fitPositions } from "./positions/fit-positions.ts";
export { linkItems } from "./positions/link-items.ts";
export type {
  Anchors,
  PositionData,
  PositionFit,
  PositionOptions,
} from "./positions/position-data.ts";
export { positionDataFromTable, type VoteRow } from "./positions/position-data-from-table.ts";
export { positionDataFromVotes } from "./positions/position-data-from-votes.ts";
export { positionRollCalls } from "./positions/position-roll-calls.ts";
export { samplePositions, type SampleOptions } from "./positions/sample-positions.ts";
export { staticPositions } from "./positions/static-positions.ts";
export { answeredShare } from "./responsiveness/answered-share.ts";
export { type CaseLag, caseLags } from "./responsiveness/case-lags.ts";
export { cumulativeIncidence, incidenceAt } from "./responsiveness/cumulative-incidence.ts";
export { equalityOfTreatment } from "./responsiveness/equality-of-treatment.ts";
export { kaplanMeier } from "./responsiveness/kaplan-meier.ts";
export { rankInClass } from "./responsiveness/rank-in-class.ts";
export { stratifiedExact } from "./responsiveness/stratified-exact.ts";
export { unseenRefusals } from "./responsiveness/unseen-refusals.ts";
export { changePoints, type ChangePoints } from "./breaks/change-points.ts";
export { oneBloc, type OneBloc } from "./blocs/one-bloc.ts";
export { votingBlocs, type VotingBlocs } from "./blocs/voting-blocs.ts";
export { baselineHazard } from "./durability/baseline-hazard.ts";
export { brierScore } from "./durability/brier-score.ts";
export { competingIncidence } from "./durability/competing-incidence.ts";
export { concordance } from "./durability/concordance.ts";
export { coxFit } from "./durability/cox-fit.ts";
export { logRank } from "./durability/log-rank.ts";
export { predictedSurvival } from "./durability/predicted-survival.ts";
export { productLimit } from "./durability/product-limit.ts";
export { banzhaf } from "./influence/banzhaf.ts";
export { blockingPower } from "./influence/blocking-power.ts";
export { estimatePower } from "./influence/estimate-power.ts";
export { pivotality } from "./influence/pivotality.ts";
export { shapleyShubik } from "./influence/shapley-shubik.ts";
export { gameOfRule } from "./influence/game-of-rule.ts";
export { generalGame, weightedGame } from "./influence/voting-game.ts";
export { clopperPearson } from "./statistics/clopper-pearson.ts";
export { quantile, quantiles } from "./statistics/quantile.ts";
