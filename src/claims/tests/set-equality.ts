import type { SetEqualityTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { needColumn, rowLabel, selectRows } from "../select-rows.ts";

const words = (values: readonly string[]): string =>
  values.length === 0 ? "none" : values.join(", ");

/** The values of a column over the selected rows are exactly those expected. */
export async function setEquality(
  { rows, column, equals }: SetEqualityTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const found = await selectRows(rows, answers);
  needColumn(found.columns, column, rows.address);
  if (found.answer === null) return undecided(found.text);
  const valuesOf = (list: typeof found.sure): readonly string[] => [
    ...new Set(list.flatMap((row) => (row[column] == null ? [] : [String(row[column])]))),
  ];
  const sure = valuesOf(found.sure);
  const possible = valuesOf(found.possible).filter((value) => !sure.includes(value));
  const tooMany = sure.filter((value) => !equals.includes(value));
  const lacking = equals.filter((value) => !sure.includes(value));
  const closed = rows.complete !== null;
  const evidence = [...found.sure, ...found.possible].slice(0, 30).map((row) => ({
    part: "",
    address: found.address,
    row: rowLabel(row),
    value: String(row[column] ?? "empty"),
  }));
  const observed = `${words(sure)}, held against ${words(equals)}`;
  if (tooMany.length > 0) {
    const turning = `${found.text}: without ${words(tooMany)}`;
    return outcomeOf("no", { observed, evidence, turning });
  }
  const cannot = lacking.filter((value) => !possible.includes(value));
  if (cannot.length > 0 && closed) {
    const turning = `${found.text}: ${words(cannot)} added`;
    return outcomeOf("no", { observed, evidence, turning });
  }
  if (lacking.length > 0 || possible.length > 0) {
    return undecided(`${found.text}: ${words([...lacking, ...possible])}`, evidence);
  }
  if (!closed) return undecided(`a list that is known to be complete: ${found.text}`, evidence);
  return outcomeOf("yes", {
    observed,
    evidence,
    turning: `${found.text}: any value more or less`,
  });
}
