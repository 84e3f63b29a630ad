import type { Expectation } from "../../record/reading.ts";
import type { Outcome } from "../outcome.ts";

/** What the record says of one expectation of a reading. */
export type ReadingVerdict = "supported" | "contradicted" | "mixed" | "not-decidable";

/** The verdicts in the order in which they are counted. */
export const READING_VERDICTS = [
  "supported",
  "contradicted",
  "mixed",
  "not-decidable",
] as const satisfies readonly ReadingVerdict[];

/** The verdict on an expectation from what its test found. */
export function readingVerdict(expected: Expectation, found: Outcome["value"]): ReadingVerdict {
  if (found === "mixed") return "mixed";
  if (found !== "yes" && found !== "no") return "not-decidable";
  return found === expected ? "supported" : "contradicted";
}
