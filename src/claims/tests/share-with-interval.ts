import type { ShareTest } from "../../record/claim-test.ts";
import { boundsText, boundsTurning, withinBounds } from "../bounds.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { readMeasured } from "../read-measured.ts";

/** A share whose whole interval lies within bounds; withheld where the answer withholds it. */
export async function shareWithInterval(
  { share, bounds }: ShareTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const { interval, evidence, text } = await readMeasured(share, answers);
  if (interval === null) return undecided(`enough rows for a share: ${text}`, evidence);
  const value = withinBounds(interval, bounds);
  return outcomeOf(value, {
    observed: `${evidence[0]?.value ?? ""}, held against ${boundsText(bounds)}`,
    evidence,
    turning: boundsTurning(`the whole interval of ${text}`, value, bounds),
    missing: value === "undecidable" ? `more rows behind ${text}: its interval is wide` : null,
  });
}
