// Writes the table of back-tests in docs/scenario.md from the record; --check fails if it differs.
// Needs dist/ and record/ (npm run build).
import { readFileSync, writeFileSync } from "node:fs";

const { computeAnswer } = await import("../dist/claims/compute-answer.js");
const { createKernels } = await import("../dist/kernels/create-kernels.js");
const { openRecord } = await import("../dist/record/open-record.js");

const PAGE = "docs/scenario.md";
const START = "<!-- backtest: node scripts/write-backtest.mjs -->";
const END = "<!-- /backtest -->";

const record = openRecord();
const { rows, columns, summary } = await computeAnswer(record, "/scenarios/backtest", {
  kernels: await createKernels(),
});
const shown = columns.filter(({ name }) => name !== "note");
const cell = (row, { name, digits }) => {
  const value = row[name];
  if (value === null) return "";
  return typeof value === "number" && digits !== undefined
    ? value.toFixed(digits)
    : String(value);
};
const table = [
  `| ${shown.map(({ label }) => label).join(" | ")} |`,
  `| ${shown.map(() => "---").join(" | ")} |`,
  ...rows.map((row) => `| ${shown.map((column) => cell(row, column)).join(" | ")} |`),
];
const block = [
  START,
  "",
  `\`casus scenario backtest\` on a record whose last case is of ${summary.last}: ${summary.stances} stances in`,
  `${summary.cases} cases, ${summary.not_seen} members not seen. Mean scores, lower is better; the interval of the`,
  "difference is over cases, at 90 %.",
  "",
  ...table,
  "",
  END,
].join("\n");

const page = readFileSync(PAGE, "utf8");
const [before, rest] = page.split(START);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error(`${PAGE} has no place for the table`);
const text = `${before}${block}${after}`;
if (!process.argv.includes("--check")) writeFileSync(PAGE, text);
else if (text !== page) {
  console.error(`${PAGE} is not what the record says; run "node scripts/write-backtest.mjs".`);
  process.exitCode = 1;
}
