import {
  bestBaseRate,
  type ComparedVote,
  type Comparison,
  compareScores,
  FORECAST_NAMES,
} from "../../measures/forecast/base-comparison.ts";
import type { ForecastName } from "../../measures/forecast/base-comparison.ts";
import type { Column, Finding, MethodNote } from "../answer.ts";
import { fixed } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";

const LABELS: Readonly<Record<ForecastName, string>> = {
  model: "the forecast",
  climatology: "the state's own shares of the last two years",
  persistence: "its last vote on the text",
  majority: "all states' shares of the last two years",
  uniform: "one third each",
};

/** Columns of a state's forecast. */
export const FORECAST_COLUMNS: readonly Column[] = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "forecast_yes", label: "Yes", digits: 3, note: "probability on the eve of the day" },
  { name: "forecast_abstain", label: "Abstain", digits: 3 },
  { name: "forecast_no", label: "No", digits: 3 },
  { name: "vote", label: "Vote" },
  {
    name: "p_cast",
    label: "Forecast of the vote cast",
    digits: 3,
    note: "empty where no vote was cast",
  },
  { name: "climatology_p", label: "Own shares", digits: 3, note: "the same, by own shares" },
  {
    name: "persistence_p",
    label: "Last vote",
    digits: 3,
    note: "the same, by the last vote on the text or a related one; own shares where there is none",
  },
  {
    name: "majority_p",
    label: "All states' shares",
    digits: 3,
    note: "the same, by the shares of all states' votes",
  },
];

/** Columns of a forecast of the easier question. */
export const GIVEN_COLUMNS: readonly Column[] = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "given_yes", label: "Yes", digits: 3, note: "probability given all others' votes" },
  { name: "given_abstain", label: "Abstain", digits: 3 },
  { name: "given_no", label: "No", digits: 3 },
  { name: "vote", label: "Vote" },
  { name: "p_cast", label: "Probability of the vote cast", digits: 3 },
];

/** What the easier question is, and is not. */
export const GIVEN_TEXT =
  "Not a forecast: here every other state's vote on the same roll call is given, and only the " +
  "state's own is left out of what the text's cut points are fitted to. Nothing of it enters " +
  "the forecasts above.";

/** Mean scores by name, as the headline values of an answer. */
export function scoreSummary(comparison: Comparison | null) {
  return Object.fromEntries(
    FORECAST_NAMES.flatMap((name) => [
      [`log_loss_${name}`, comparison?.[name].logLoss ?? null],
      [`brier_${name}`, comparison?.[name].brier ?? null],
    ]),
  );
}

/** Whether the forecast beat the best base rate on some votes. */
export function verdict(
  votes: readonly ComparedVote[],
  where: string,
  address: string,
): { readonly finding: Finding; readonly comparison: Comparison } | null {
  const comparison = compareScores(votes);
  if (comparison === null) return null;
  const best = bestBaseRate(comparison);
  const saved = comparison[best].logLoss - comparison.model.logLoss;
  const bestBrier = bestBaseRate(comparison, "brier");
  const lost = comparison.model.brier >= comparison[bestBrier].brier;
  const result = saved > 0 ? "beats" : "does not beat";
  const but = saved > 0 && lost ? " by log loss, but not the best by Brier score" : "";
  return {
    comparison,
    finding: {
      id: "forecast-against-base-rates",
      text:
        `${where}: the forecast ${result} the best base rate, ${LABELS[best]}${but}: log loss ` +
        `${fixed(comparison.model.logLoss, 3)} against ${fixed(comparison[best].logLoss, 3)}, Brier score ` +
        `${fixed(comparison.model.brier, 3)} against ${fixed(comparison[bestBrier].brier, 3)}` +
        `${bestBrier === best ? "" : ` (${LABELS[bestBrier]})`}, over ${votes.length} votes cast.`,
      value: saved,
      ...WITHOUT_INTERVAL,
      n: votes.length,
      comparison:
        `The lowest mean log loss of four base rates on the same votes: ${FORECAST_NAMES.slice(
          1,
        )
          .map((name) => `${LABELS[name]} ${fixed(comparison[name].logLoss, 3)}`)
          .join(
            "; ",
          )}. No interval: votes on one text are not independent. Scores over all roll ` +
        "calls since 2014, with intervals, are in docs/forecast.md.",
      method: "Log loss saved by vote cast",
      evidence: [address],
    },
  };
}

/** How forecasts and their scores are made. */
export const FORECAST_METHOD: readonly MethodNote[] = [
  {
    name: "Forecast",
    text:
      "Positions from the votes of ten sessions up to the day before (dynamic ordinal ideal points). A text voted on " +
      "before has the cut points and discrimination of its last vote; failing that, the mean over related votes (parts " +
      "of the text, the same emergency session); failing that, the mean over the new texts of the ten sessions before, " +
      "of the same topic where coded. Integrated over the uncertainty of position and text, over what the state's earlier " +
      "votes on the text say beyond its position, and mixed with base rates by fixed weights. No vote of the day or after " +
      "it enters; the constants were chosen on votes before 2014.",
    reference: "Bailey, Strezhnev and Voeten 2017, doi:10.1177/0022002715595700",
  },
  {
    name: "Log loss saved by vote cast",
    text:
      "Log loss: -ln of the probability given to the vote cast, 1.099 for one third each. Brier score: sum of squared " +
      "differences over yes, abstain and no, 0.667 for one third each. Absences are not scored.",
    reference:
      "Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x; Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2",
  },
];

/** What a forecast cannot say. */
export const FORECAST_CAVEATS: readonly string[] = [
  "Titles and topics are read as if known on the eve; topics were coded from the text afterwards, not from the votes.",
  "Whether a state will be absent is not forecast: probabilities are of yes, abstain and no given that it votes.",
];
