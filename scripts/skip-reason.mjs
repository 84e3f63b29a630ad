/** What the conditions of `skipIf` and `runIf` in the tests mean, by a word in them. */
const MEANINGS = [
  [
    /otherBrowser/u,
    "chromium is not installed, or not of the version that the pictures are of",
  ],
  [/chromium|browser/iu, "chromium is not installed"],
  [/rsurvival/iu, "R is not installed, or not its package survival"],
  [/rscript/iu, "R is not installed"],
  [/duckdb/iu, "the optional peer @duckdb/node-api is not installed"],
  [/shared|unga|source|oracle/iu, "the folder ../shared is not beside the project"],
];

/**
 * Why a test that Vitest reports as skipped did not run: the last `skipIf` or `runIf` at or above its
 * line, in words where the condition is a known one, as written where it is not.
 */
export function skipReason(source, line) {
  const lines = source.split("\n").slice(0, line ?? undefined);
  const conditions = [...lines.join("\n").matchAll(/\.(skipIf|runIf)\((.*?)\)\(\s*["'`]/gsu)];
  const [, kind, condition] = conditions.at(-1) ?? [];
  if (condition === undefined) return "marked as skipped in the file";
  const meaning = MEANINGS.find(([word]) => word.test(condition))?.[1];
  return meaning ?? (kind === "skipIf" ? `because ${condition}` : `unless ${condition}`);
}
