import type { Ternary } from "../../dates/lag.ts";
import type { DifferenceTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { readMeasured } from "../read-measured.ts";

/** Whether one measured value stands above or below another; overlapping intervals do not say. */
export async function positionDifference(
  { first, second, relation }: DifferenceTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const [a, b] = [await readMeasured(first, answers), await readMeasured(second, answers)];
  const evidence = [...a.evidence, ...b.evidence];
  if (a.interval === null) return undecided(a.text, evidence);
  if (b.interval === null) return undecided(b.text, evidence);
  const above = a.interval.least > b.interval.most;
  const below = a.interval.most < b.interval.least;
  const value: Ternary =
    !above && !below
      ? "undecidable"
      : relation === "apart" || (relation === "above") === above
        ? "yes"
        : "no";
  return outcomeOf(value, {
    observed: `${a.evidence[0]?.value} and ${b.evidence[0]?.value}, held against ${relation}`,
    evidence,
    turning:
      `${a.text}, were its interval ${value === "yes" ? "not " : ""}${relation} ` +
      `that of ${b.text}`,
    missing:
      value === "undecidable" ? `intervals of ${a.text} and ${b.text} that are apart` : null,
  });
}
