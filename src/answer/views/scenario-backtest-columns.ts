import type { Column } from "../answer.ts";

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
