import { UsageError } from "../../errors.ts";
import type { ConformanceTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";

/** What a duty of the treaty in force gives for a case. */
export async function conformanceResult(
  { case: id, constraint, is }: ConformanceTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const address = `/cases/${id}/conformance`;
  const answer = await answers.read(address);
  const row = answer?.rows.find((one) => one["constraint"] === constraint);
  if (answer === null) return undecided(`the case ${id}`);
  if (row === undefined) {
    throw new UsageError(`${address} has no constraint "${constraint}".`, {
      hint: `Constraints: ${answer.rows.map((one) => one["constraint"]).join(", ")}.`,
    });
  }
  const status = String(row["status"]);
  const events = row["events"] === "" ? "" : ` (${row["events"]})`;
  const evidence = [
    {
      part: "",
      address: answer.address,
      row: `${row["treaty"]} article ${row["article"]}: ${constraint}`,
      value: `${status}${events}`,
    },
  ];
  const turning = String(row["turning"] ?? constraint);
  if (status === "undecidable") return { ...undecided(turning, evidence), observed: status };
  const observed = `${status}, held against ${is}`;
  return outcomeOf(status === is ? "yes" : "no", { observed, evidence, turning });
}
