import type { Answer, Row } from "../../answer/answer.ts";
import { simulatedShare } from "../../answer/text.ts";
import { textOf } from "../parts/row-text.ts";
import { useMark } from "../place/use-mark.ts";
import { sectionRows } from "./section-rows.ts";

const UNITS: Readonly<Record<string, string>> = {
  D: "days",
  H: "hours",
  M: "months",
  Y: "years",
};

/** A limit of time in words. */
function clock(within: string): string {
  if (within === "") return "No limit of time is named.";
  if (within === "immediately") return "At once.";
  const parts = /^PT?(\d+)([DHMY])$/u.exec(within);
  return parts === null
    ? `Within ${within}.`
    : `Within ${parts[1]} ${UNITS[parts[2] ?? ""] ?? ""}.`;
}

function StepBody({ row, answer }: { readonly row: Row; readonly answer: Answer }) {
  const decides = textOf(row, "stage") === "decision";
  const { adopted, came } = answer.summary;
  const model = String(answer.summary["model"] ?? "choice");
  const share = (value: unknown): string =>
    typeof value === "number" ? simulatedShare(value) : "not known";
  const by = answer.summary["model"] === "base-rate" ? "base rate" : `${model} model`;
  const arrival = /^(?:help|deployment|contribution|forces)/u.test(textOf(row, "stage"));
  return (
    <>
      <p>
        <b>{textOf(row, "who")}</b> {textOf(row, "what")}
        {/[.]$/u.test(textOf(row, "what")) ? "" : "."}
      </p>
      <dl>
        <div>
          <dt>Articles</dt>
          <dd>{textOf(row, "articles") || "none named"}</dd>
        </div>
        <div>
          <dt>Clock</dt>
          <dd>{clock(textOf(row, "within"))}</dd>
        </div>
        {textOf(row, "reading") !== "" && (
          <div>
            <dt>Reading</dt>
            <dd>{textOf(row, "reading")}</dd>
          </div>
        )}
        {decides && (
          <div>
            <dt>Outcome</dt>
            <dd>
              Taken in a share of {share(adopted)} of the simulated calls, by the {by}.
            </dd>
          </div>
        )}
        {arrival && (
          <div>
            <dt>Outcome</dt>
            <dd>
              Comes in a share of {share(came)} of the simulated calls, by the {by}.
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** The path of a call through the stages of the treaty, all at once or step by step. */
export function DecisionSteps({ answer }: { readonly answer: Answer }) {
  const rows = sectionRows(answer, "plan");
  const [text, setText] = useMark("step");
  if (rows.length === 0) return null;
  const asked = Number(text ?? Number.NaN);
  const step = asked >= 1 && asked <= rows.length ? asked : null;
  const go = (to: number | null): void => setText(to === null ? null : String(to));
  return (
    <section aria-labelledby="path">
      <h2 id="path">The path, step by step</h2>
      <p class="row chips" role="group" aria-label="Steps">
        <button
          type="button"
          disabled={step === 1}
          onClick={() => go(Math.max(1, (step ?? 2) - 1))}
        >
          {step === null ? "From the first step" : "Step back"}
        </button>
        <button
          type="button"
          disabled={step === null || step === rows.length}
          onClick={() => go((step ?? 0) + 1)}
        >
          Next step
        </button>
        <button type="button" disabled={step === null} onClick={() => go(null)}>
          All steps
        </button>
        <span class="soft" aria-live="polite">
          {step === null ? `${rows.length} steps` : `Step ${step} of ${rows.length}`}
        </span>
      </p>
      <ol class="steps">
        {rows.map((row, i) => {
          const passed = step === null || i < step;
          return (
            <li
              key={textOf(row, "step")}
              class={passed ? undefined : "to-come"}
              aria-current={i + 1 === step ? "step" : undefined}
            >
              <h3>{textOf(row, "stage")}</h3>
              {passed && <StepBody row={row} answer={answer} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
