import type { Row } from "../../answer/answer.ts";
import type { CountTest } from "../../record/claim-test.ts";
import { boundsText, intervalText, withinBounds } from "../bounds.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { needColumn, rowLabel, searchedEvidence, selectRows } from "../select-rows.ts";

/**
 * So many rows, or so many values of a column. Where rows may be missing from the record the count
 * is a lower bound: it can refute "at most" and show "at least", and nothing else.
 */
export async function count(
  { rows, distinct, bounds }: CountTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const found = await selectRows(rows, answers);
  if (distinct !== null) needColumn(found.columns, distinct, rows.address);
  if (found.answer === null) return undecided(found.text);
  const size = (list: readonly Row[]): number =>
    distinct === null
      ? list.length
      : new Set(list.flatMap((row) => (row[distinct] == null ? [] : [row[distinct]]))).size;
  const least = size(found.sure);
  const most = rows.complete === null ? Infinity : size([...found.sure, ...found.possible]);
  const counted = [...found.sure, ...found.possible].slice(0, 30).map((row) => ({
    part: "",
    address: found.address,
    row: rowLabel(row),
    value: distinct === null ? "counted" : String(row[distinct] ?? "empty"),
  }));
  const evidence = counted.length === 0 ? [searchedEvidence(found)] : counted;
  const value = withinBounds({ least, most }, bounds);
  const what = distinct === null ? "rows" : `values of ${distinct}`;
  const observed = `${intervalText({ least, most })} ${what}, held against ${boundsText(bounds)}`;
  if (value === "undecidable") {
    const missing =
      rows.complete === null
        ? `a list that is known to be complete: ${found.text}`
        : `what is not known of ${found.possible.map(rowLabel).join(", ")}`;
    return outcomeOf(value, { observed, evidence, turning: missing, missing });
  }
  const low = bounds.least !== null && least < bounds.least;
  const change =
    value === "yes" ? (bounds.most === null ? "fewer" : "more") : low ? "more" : "fewer";
  return outcomeOf(value, { observed, evidence, turning: `${change} rows: ${found.text}` });
}
