import type { DeadlineTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { needColumn, rowLabel, searchedEvidence, selectRows } from "../select-rows.ts";
import { statedAbsent } from "../stated-absent.ts";
import { endOf, spanOf } from "../text-span.ts";

/**
 * Whether something happened on or before a day (and, where `after` is given, since then). Before
 * the day has come, what has not happened yet is open.
 */
export async function eventByDeadline(
  { rows, column, after, by }: DeadlineTest,
  { answers, day }: TestContext,
): Promise<Outcome> {
  const found = await selectRows(rows, answers);
  needColumn(found.columns, column, rows.address);
  const start = after === null ? -Infinity : spanOf(after).earliest;
  const end = endOf(by);
  const dated = found.sure
    .filter((row) => row[column] != null)
    .map((row) => ({ row, date: spanOf(String(row[column])) }))
    .filter(({ date }) => date.latest > start);
  const rowsFound = dated.slice(0, 10).map(({ row }) => ({
    part: "",
    address: found.address,
    row: rowLabel(row),
    value: String(row[column]),
  }));
  const evidence = rowsFound.length === 0 ? [searchedEvidence(found)] : rowsFound;
  const surely = dated.find(({ date }) => date.earliest >= start && date.latest <= end);
  if (surely !== undefined) {
    const label = rowLabel(surely.row);
    return outcomeOf("yes", {
      observed: `${label} on ${surely.row[column]}, held against ${by}`,
      evidence,
      turning: `${label} dated after ${by}`,
      final: true,
    });
  }
  const text = `${found.text} by ${by}`;
  if (endOf(day) < end) {
    return outcomeOf("open", {
      observed: `none by ${day}, the last day covered`,
      evidence,
      turning: text,
    });
  }
  if (dated.some(({ date }) => date.earliest < end)) {
    return undecided(`closer dates: ${text}`, evidence);
  }
  const stated = found.answer === null ? null : statedAbsent(found.answer, rows);
  const closed = rows.complete !== null && found.possible.length === 0;
  if (dated.length === 0 && stated === null && !closed) return undecided(text, evidence);
  if (dated.length > 0 && !closed && stated === null) {
    return undecided(`an earlier row: ${text}`, evidence);
  }
  return outcomeOf("no", { observed: `none by ${by}`, evidence, turning: text });
}
