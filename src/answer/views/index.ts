import type { View } from "../view.ts";
import { allianceAlignmentView, groupAlignmentView } from "./alignment.ts";
import { dyadAlignmentView } from "./dyad-alignment.ts";
import { allianceView } from "./alliance.ts";
import { alliancesView } from "./alliances.ts";
import { assessmentView } from "./assessment.ts";
import { bargainingView } from "./bargaining.ts";
import { allianceBlocsView, blocsView } from "./blocs.ts";
import { allianceBreaksView, dyadBreaksView } from "./breaks.ts";
import { allianceCapabilitiesView } from "./alliance-capabilities.ts";
import { capabilitiesView } from "./capabilities.ts";
import { caseAfterView } from "./case-after.ts";
import { caseCompareView } from "./case-compare.ts";
import { caseConformanceView } from "./case-conformance.ts";
import { caseView } from "./case.ts";
import { conformanceView } from "./cases-conformance.ts";
import { casesView } from "./cases.ts";
import { allianceCohesionView, groupCohesionView } from "./cohesion.ts";
import { allianceDependenceView } from "./dependence.ts";
import { allianceDominanceView } from "./dominance.ts";
import { allianceDurabilityView } from "./durability.ts";
import { allianceDynamicsView } from "./dynamics.ts";
import { allianceExplainView, dyadExplainView } from "./explain.ts";
import { allianceForecastView, rollCallForecastView } from "./forecast.ts";
import { groupView } from "./group.ts";
import { allianceParticipationView } from "./participation.ts";
import { alliancePowerView } from "./power.ts";
import { allianceRecordView, responsivenessView } from "./responsiveness.ts";
import { allianceInfluenceView } from "./influence.ts";
import { organsView } from "./organs.ts";
import { alliancePositionsView, groupPositionsView } from "./alliance-positions.ts";
import { positionsView } from "./positions.ts";
import { rollCallFitView } from "./rollcall-fit.ts";
import { statePositionView } from "./state-position.ts";
import { rollCallsView, rollCallView } from "./rollcalls.ts";
import { scenarioAppealView } from "./scenario-appeal.ts";
import { scenarioBacktestView } from "./scenario-backtest.ts";
import { scenariosView, scenarioView } from "./scenarios.ts";
import { allianceSplitsView, groupSplitsView } from "./splits.ts";
import { allianceStancesView } from "./stances.ts";
import { statesView, stateView } from "./states.ts";
import { treatiesView, treatyView } from "./treaty.ts";
import { allianceVitalityView } from "./vitality.ts";

/** Every kind of address, in the order in which they are listed. */
export const VIEWS: readonly View[] = [
  alliancesView,
  allianceView,
  assessmentView,
  allianceAlignmentView,
  allianceCohesionView,
  allianceExplainView,
  allianceSplitsView,
  allianceBlocsView,
  allianceBreaksView,
  alliancePositionsView,
  allianceForecastView,
  organsView,
  allianceRecordView,
  responsivenessView,
  allianceStancesView,
  allianceParticipationView,
  alliancePowerView,
  allianceDominanceView,
  allianceInfluenceView,
  allianceCapabilitiesView,
  capabilitiesView,
  allianceDependenceView,
  allianceDurabilityView,
  allianceDynamicsView,
  allianceVitalityView,
  casesView,
  caseView,
  caseConformanceView,
  caseCompareView,
  caseAfterView,
  conformanceView,
  treatiesView,
  treatyView,
  scenarioAppealView,
  scenarioBacktestView,
  scenariosView,
  groupView,
  groupAlignmentView,
  groupCohesionView,
  groupSplitsView,
  groupPositionsView,
  statesView,
  stateView,
  statePositionView,
  positionsView,
  dyadAlignmentView,
  dyadExplainView,
  dyadBreaksView,
  blocsView,
  rollCallsView,
  rollCallView,
  rollCallFitView,
  rollCallForecastView,
  bargainingView,
  scenarioView,
];
