import type { Answer, Row } from "../../answer/answer.ts";
import { DECIDES_FOR_ITSELF } from "../../answer/decides-for-itself.ts";
import { grouped, simulatedLimits, simulatedShare } from "../../answer/text.ts";
import { hrefOf } from "../place/base.ts";
import { textOf } from "../parts/row-text.ts";
import { BacktestTable } from "./backtest-table.tsx";
import { CalibrationPlot } from "./calibration-plot.tsx";
import { sectionRows } from "./section-rows.ts";
import { ShareBar } from "./share-bar.tsx";

const OUTCOMES: Readonly<Record<string, string>> = {
  adopted: "The decision is taken",
  came: "What is asked for comes",
};
const MODELS: Readonly<Record<string, string>> = {
  choice: "choice model",
  "base-rate": "base rate",
  bargaining: "bargaining model",
};

const numberOf = (row: Row, column: string): number | null => {
  const cell = row[column];
  return typeof cell === "number" ? cell : null;
};

/** What the rule says of the decision, in words. */
const ruleWords = (rule: string): string =>
  rule === "each-for-itself" ? DECIDES_FOR_ITSELF : rule.replaceAll("-", " ");

function Share({ row, spoken }: { readonly row: Row; readonly spoken: boolean }) {
  const value = numberOf(row, "probability");
  if (value === null) return null;
  const [lower, upper] = [numberOf(row, "lower"), numberOf(row, "upper")];
  const limits = lower === null || upper === null ? null : simulatedLimits(lower, upper);
  const model = textOf(row, "model");
  return (
    <div class={spoken ? "probability" : "probability beside-it"}>
      <span class="big">{simulatedShare(value)}</span>
      <ShareBar value={value} lower={lower} upper={upper} soft={!spoken} />
      <span class="soft">
        {MODELS[model] ?? model}
        {limits === null ? "" : `, ${limits}`}
      </span>
    </div>
  );
}

/** The outcome under each model, with what the models' forecasts were worth: one screen. */
export function OutcomePanel({ answer }: { readonly answer: Answer }) {
  const rows = sectionRows(answer, "outcome");
  const beats = answer.summary["beats_base_rate"];
  // A model that was no better than the base rate does not speak first.
  const first = beats === false ? "base-rate" : textOf(answer.summary, "model");
  const extrapolated = answer.summary["extrapolation"] === true;
  return (
    <section aria-labelledby="outcome" class="outcome">
      <h2 id="outcome">What would follow</h2>
      {beats === false && (
        <p class="note">
          In back-tests the choice model does not beat the base rate: the base rate stands
          first.
        </p>
      )}
      {extrapolated && (
        <p class="note">No call like this one is on record: the answer is an extrapolation.</p>
      )}
      <div class="shares">
        {Object.entries(OUTCOMES).map(([outcome, title]) => (
          <div key={outcome}>
            <h3>{title}</h3>
            {outcome === "adopted" && (
              <p class="soft">Rule: {ruleWords(textOf(answer.summary, "rule"))}.</p>
            )}
            {rows
              .filter((row) => textOf(row, "outcome") === outcome)
              .toSorted(
                (a, b) =>
                  Number(textOf(b, "model") === first) - Number(textOf(a, "model") === first),
              )
              .map((row) => (
                <Share
                  key={textOf(row, "model")}
                  row={row}
                  spoken={textOf(row, "model") === first}
                />
              ))}
          </div>
        ))}
        <CalibrationPlot rows={sectionRows(answer, "calibration")} />
      </div>
      <BacktestTable rows={sectionRows(answer, "backtest")} />
      <p class="soft">
        {grouped(Number(answer.summary["calls"]))} simulated calls, seed{" "}
        {textOf(answer.summary, "seed")};{" "}
        <a href={hrefOf("/scenarios/backtest")}>all back-tests</a>.
      </p>
    </section>
  );
}
