import type { ProvisionTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { matchCell, matchVerb } from "../match-row.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { needColumn } from "../select-rows.ts";

/**
 * What the provisions of an article hold, in the text in force on a day. The record words a
 * provision itself, so that the column tells the matter and not the letter of a quotation.
 */
export async function textOfProvision(
  { treaty, at, article, column, match }: ProvisionTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const answer = await answers.read(`/treaties/${treaty}${at === null ? "" : `?at=${at}`}`);
  needColumn(answer?.columns ?? [], column, `/treaties/${treaty}`);
  const rows = answer?.rows.filter((row) => String(row["article"]) === article) ?? [];
  const what = `article ${article} of ${treaty}`;
  if (answer === null || rows.length === 0) return undecided(what);
  const evidence = rows.map((row) => ({
    part: "",
    address: answer.address,
    row: String(row["provision"]),
    value: String(row[column] ?? "empty").slice(0, 200),
  }));
  const holds = rows.some((row) => matchCell(row[column] ?? null, match) === "yes");
  const turning = `a ${column} of ${what} that ${matchVerb(match, !holds)}`;
  const observed = `the ${column} of ${what} ${matchVerb(match, holds)}`;
  return outcomeOf(holds ? "yes" : "no", { observed, evidence, turning });
}
