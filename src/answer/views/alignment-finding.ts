import { MEASURE_NOTES } from "../../measures/alignment/measure-notes.ts";
import type { StateKey } from "../../states/state.ts";
import type { Figure, Finding, Row } from "../answer.ts";
import type { MeasureName } from "../query.ts";
import { MEASURE_KEYS } from "../shared-notes.ts";
import { withInterval } from "../text.ts";
import type { ViewContext } from "../view.ts";

/** How the series of a measure are drawn. */
export function alignmentFigure(title: string, measure: MeasureName): Figure {
  const { label } = MEASURE_NOTES[MEASURE_KEYS[measure]];
  return {
    kind: "series",
    title,
    x: "year",
    y: measure,
    lower: "lower",
    upper: "upper",
    series: "name",
    xLabel: "Year",
    yLabel: label,
    domain: null,
    rule: measure.startsWith("s_") || measure === "agreement" ? null : 0,
  };
}

/** One finding: the value of a row, worded by its interval. */
export function alignmentFinding(
  context: ViewContext,
  row: Row,
  base: string,
  comparison: string | null,
): Finding {
  const { record, query } = context;
  const value = row[query.measure] as number | null;
  const lower = row["lower"] as number | null;
  const upper = row["upper"] as number | null;
  const { label } = MEASURE_NOTES[MEASURE_KEYS[query.measure]];
  const names = [row["state"], row["with"]].map((key) =>
    record.states.name(key as StateKey, String(row["to"])),
  );
  const when =
    query.by === "all"
      ? `from ${row["from"]} to ${row["to"]}`
      : query.by === "year"
        ? `in ${row["period"]}`
        : `in session ${row["period"]}`;
  const corrected =
    query.measure === "kappa" || query.measure === "pi" || query.measure === "alignment";
  const reading =
    value === null || lower === null || upper === null || !corrected
      ? ""
      : lower > 0
        ? ", more alike than their own habits alone would make them"
        : upper < 0
          ? ", less alike than their own habits alone would make them"
          : ", not told apart from chance";
  const text =
    value === null
      ? `${names[0]} and ${names[1]} ${when}: ${label} is not defined over ${row["n"]} joint votes.`
      : `${names[0]} and ${names[1]} ${when}: ${label} ${withInterval(value, lower, upper)} over ${row["n"]} joint votes${reading}.`;
  return {
    id: `alignment-${String(row["state"]).toLowerCase()}-${String(row["with"]).toLowerCase()}-${row["period"]}`,
    text,
    value,
    lower,
    upper,
    level: lower === null ? null : query.level,
    n: row["n"] as number,
    comparison,
    method: label,
    evidence: [`${base}/alignment`],
  };
}
