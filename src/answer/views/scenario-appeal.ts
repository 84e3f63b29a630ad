import type { View } from "../view.ts";
import { scenarioAnswer } from "./scenario-answer.ts";
import { CALL_PARAMETERS, callOf, heldOf } from "./scenario-call.ts";

/** `/scenarios/appeal`: what would follow if a member called on its alliance. */
export const scenarioAppealView: View = {
  path: "/scenarios/appeal",
  describe:
    "what would follow if a member called on its alliance: the path under the texts in force, each " +
    "member's likely stance, the decision and what comes, with how often such answers were right",
  example: "/scenarios/appeal?alliance=csto&appellant=rus&threat=external&seed=7",
  parameters: CALL_PARAMETERS,
  canonical: () => ({}),
  compute: (context) => {
    const { record, query } = context;
    return scenarioAnswer(context, callOf(record, query), heldOf(record, query));
  },
};
