import type { BacktestScore } from "../../scenario/backtest.ts";
import type { OutcomeScore } from "../../scenario/backtest-outcomes.ts";
import type { Column } from "../answer.ts";
import { fixed } from "../text.ts";

/** A column of mean Brier scores. */
export const scoreColumn = (name: string, label: string): Column => ({
  name,
  label,
  digits: 4,
  note: "mean score; lower is better",
});

/** The interval of a difference of scores. */
export const DIFFERENCE_LIMITS: readonly Column[] = [
  { name: "lower", label: "Lower", digits: 4, note: "empty below ten cases" },
  { name: "upper", label: "Upper", digits: 4 },
];

/** Which forecast of which back-test a row is. */
export const FORECAST_COLUMNS: readonly Column[] = [
  { name: "test", label: "Back-test" },
  { name: "case", label: "Case" },
  { name: "organisation", label: "Organisation" },
  { name: "day", label: "Day" },
];

/** The interval of a difference of scores in words. */
export const differenceInterval = ({ lower, upper }: BacktestScore | OutcomeScore): string =>
  lower === null || upper === null
    ? "no interval below ten cases"
    : `${fixed(lower, 4)} to ${fixed(upper, 4)}`;
