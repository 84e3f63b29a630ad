import type { ValueTest } from "../../record/claim-test.ts";
import { boundsText, boundsTurning, intervalText, withinBounds } from "../bounds.ts";
import type { TestContext } from "../context.ts";
import { matchCell, matchText } from "../match-row.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { readMeasured } from "../read-measured.ts";

/** A value of an answer, held against a number or a text. */
export async function valueCompare(
  { value: measured, bounds, text: match }: ValueTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const { cell, interval, evidence, text, unit } = await readMeasured(measured, answers);
  if (match !== null) {
    if (evidence.length === 0 || cell === null) return undecided(text, evidence);
    const value = matchCell(cell, match);
    if (value === "undecidable") return undecided(text, evidence);
    const words = matchText(match);
    const turning = `${text}, were it ${value === "yes" ? "not " : ""}${words}`;
    return outcomeOf(value, { observed: `${cell}, held against ${words}`, evidence, turning });
  }
  if (interval === null || bounds === null) return undecided(text, evidence);
  const value = withinBounds(interval, bounds);
  return outcomeOf(value, {
    observed: `${intervalText(interval)}${unit === null ? "" : ` ${unit}`}, held against ${boundsText(bounds)}`,
    evidence,
    turning: boundsTurning(text, value, bounds),
    missing: value === "undecidable" ? `a closer value of ${text}` : null,
  });
}
