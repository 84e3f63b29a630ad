import type { VoteShares } from "./base-rates.ts";
import { brierScore, logLoss } from "./forecast-scores.ts";
import type { CastVote, RollCallForecast } from "./roll-call-forecast.ts";

/** The forecasts compared, the model's first; the others are base rates. */
export const FORECAST_NAMES = [
  "model",
  "climatology",
  "persistence",
  "majority",
  "uniform",
] as const;

/** The name of a forecast: the model's or a base rate's. */
export type ForecastName = (typeof FORECAST_NAMES)[number];

const UNIFORM: VoteShares = [1 / 3, 1 / 3, 1 / 3];

/** The five forecasts of a vote that was cast. */
export interface ComparedVote {
  readonly voter: number;
  readonly cast: CastVote;
  readonly by: Readonly<Record<ForecastName, VoteShares>>;
}

/** The votes cast on a roll call with the model's forecast and the base rates'. */
export function comparedVotes({ votes, all }: RollCallForecast): readonly ComparedVote[] {
  return votes.flatMap(({ voter, cast, shares, climatology, persistence }) =>
    cast === null
      ? []
      : [
          {
            voter,
            cast,
            by: { model: shares, climatology, persistence, majority: all, uniform: UNIFORM },
          },
        ],
  );
}

/** Mean log loss and Brier score of each forecast over some votes. */
export type Comparison = Readonly<
  Record<ForecastName, { readonly logLoss: number; readonly brier: number }>
>;

/** Mean scores of the five forecasts over votes, or null where there are none. */
export function compareScores(votes: readonly ComparedVote[]): Comparison | null {
  if (votes.length === 0) return null;
  const of = (name: ForecastName) => {
    let loss = 0;
    let brier = 0;
    for (const { by, cast } of votes) {
      loss += logLoss(by[name], cast);
      brier += brierScore(by[name], cast);
    }
    return { logLoss: loss / votes.length, brier: brier / votes.length };
  };
  return {
    model: of("model"),
    climatology: of("climatology"),
    persistence: of("persistence"),
    majority: of("majority"),
    uniform: of("uniform"),
  };
}

/** The base rate with the lowest mean log loss, or Brier score. */
export function bestBaseRate(
  comparison: Comparison,
  score: "logLoss" | "brier" = "logLoss",
): ForecastName {
  return FORECAST_NAMES.slice(1).reduce((best, name) =>
    comparison[name][score] < comparison[best][score] ? name : best,
  );
}
