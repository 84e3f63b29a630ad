import type { Answer } from "../../answer/answer.ts";
import { DecisionSteps } from "./decision-steps.tsx";
import { MemberStances } from "./member-stances.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";

/** What the page of any scenario shows first: outcome, path, and members. */
export function ScenarioParts({
  answer,
  address = null,
}: {
  readonly answer: Answer;
  readonly address?: string | null;
}) {
  return (
    <>
      <OutcomePanel answer={answer} />
      <MemberStances answer={answer} address={address} />
      <DecisionSteps answer={answer} />
    </>
  );
}
