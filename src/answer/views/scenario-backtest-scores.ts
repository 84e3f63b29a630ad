import { type Random, seededRandom } from "../../kernels/random.ts";
import type { BacktestScore } from "../../scenario/backtest.ts";
import type { OutcomeScore } from "../../scenario/backtest-outcomes.ts";
import type { Finding } from "../answer.ts";
import { fixed } from "../text.ts";

/** The level of the intervals of a back-test on a scenario's screen. */
export const BACKTEST_LEVEL = 0.9;

/** How the interval of a score is drawn: the same on every screen that shows it. */
export const scoreOptions = (
  level: number,
): { readonly level: number; readonly draws: number; readonly random: Random } => ({
  level,
  draws: 1000,
  random: seededRandom(1),
});

type Difference = Pick<BacktestScore | OutcomeScore, "difference" | "lower" | "upper">;

/** Whether a model is surely better than what it is held against, surely worse, or neither. */
export function standing({
  lower,
  upper,
}: Pick<Difference, "lower" | "upper">): "better" | "worse" | "undecided" {
  if (lower === null || upper === null) return "undecided";
  return upper < 0 ? "better" : lower > 0 ? "worse" : "undecided";
}

/** Whether a model beats what it is held against, as tables say it. */
export const BEATS = { better: "yes", worse: "no", undecided: "not shown" } as const;

/** A difference of scores as the value of a finding. */
export const differenceValues = (
  { difference, lower, upper }: Difference,
  level: number,
): Pick<Finding, "value" | "lower" | "upper" | "level"> => ({
  value: difference,
  lower,
  upper,
  level: lower === null ? null : level,
});

/** The interval of a difference of scores in words. */
export const differenceInterval = ({
  lower,
  upper,
}: Pick<Difference, "lower" | "upper">): string =>
  lower === null || upper === null
    ? "no interval below ten cases"
    : `${fixed(lower, 4)} to ${fixed(upper, 4)}`;

/** A difference of scores with its interval, as a sentence ends. */
export const differenceInWords = (score: Difference): string =>
  fixed(score.difference, 4) +
  (score.lower === null || score.upper === null
    ? `; ${differenceInterval(score)}.`
    : ` (${differenceInterval(score)}); lower is better.`);
