// Writes the tables of back-tests and of covariates in docs/scenario.md from the record; --check fails
// if they differ. Needs dist/ and record/ (npm run build).
import { readFileSync, writeFileSync } from "node:fs";

const { computeAnswer } = await import("../dist/claims/compute-answer.js");
const { createKernels } = await import("../dist/kernels/create-kernels.js");
const { seededRandom } = await import("../dist/kernels/random.js");
const { openRecord } = await import("../dist/record/open-record.js");
const { backtestScore } = await import("../dist/scenario/backtest.js");
const { COVARIATE_GROUPS } = await import("../dist/scenario/covariates.js");
const { scenarioLaboratory } = await import("../dist/scenario/laboratory.js");
const { againstReduced, reducedShares } = await import("../dist/scenario/reduced-choice.js");

const PAGE = "docs/scenario.md";
const LEVEL = 0.9;

const record = openRecord();
const answer = await computeAnswer(record, "/scenarios/backtest", {
  kernels: await createKernels(),
});
const { summary } = answer;

const cell = (row, { name, digits }) => {
  const value = row[name];
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" && digits !== undefined
    ? value.toFixed(digits).replace(/^-(0\.0+)$/u, "$1")
    : String(value);
};
const tableOf = ({ columns, rows }, left = ["note"]) => {
  const shown = columns.filter(({ name }) => !left.includes(name));
  return [
    `| ${shown.map(({ label }) => label).join(" | ")} |`,
    `| ${shown.map(() => "---").join(" | ")} |`,
    ...rows.map((row) => `| ${shown.map((column) => cell(row, column)).join(" | ")} |`),
  ];
};
const section = (id) => answer.sections.find((one) => one.id === id);

/** What each kind of dependence and each cost adds on its own to all the others. */
function gains() {
  const laboratory = scenarioLaboratory(record);
  const { observations, cases } = laboratory.all;
  const sets = new Map();
  for (const name of COVARIATE_GROUPS.dependence) {
    const kind = name.slice(0, name.indexOf("_"));
    sets.set(kind, [...(sets.get(kind) ?? []), name]);
  }
  for (const name of COVARIATE_GROUPS.cost) sets.set(name, [name]);
  const estimated = new Set(
    ["favour", "means"].flatMap((step) =>
      laboratory.all.choice[step].fit.columns.map(({ name }) => name),
    ),
  );
  const tried = [...sets].filter(([, names]) => names.some((name) => estimated.has(name)));
  return tried.flatMap(([kind, names]) =>
    ["left-out", "forward"].flatMap((test) => {
      const { rows } = laboratory.tested(test).test;
      const without = reducedShares(test, observations, cases, names);
      return ["in_favour", "contributed"].map((target) => {
        const options = { level: LEVEL, draws: 1000, random: seededRandom(1) };
        const score = backtestScore(againstReduced(rows, without), target, options);
        const helps = score.upper < 0 ? "yes" : score.lower > 0 ? "worse" : "not shown";
        return { kind, test, question: target.replace("_", " "), ...score, helps };
      });
    }),
  );
}

const GAIN_COLUMNS = [
  { name: "kind", label: "Left out" },
  { name: "test", label: "Back-test" },
  { name: "question", label: "Question" },
  { name: "choice", label: "With", digits: 4 },
  { name: "base", label: "Without", digits: 4 },
  { name: "difference", label: "Difference", digits: 5 },
  { name: "lower", label: "Lower", digits: 5 },
  { name: "upper", label: "Upper", digits: 5 },
  { name: "helps", label: "Helps" },
];

const BLOCKS = {
  backtest: () => [
    `\`casus scenario backtest\` on a record whose last case is of ${summary.last}: ${summary.stances} stances in`,
    `${summary.cases} cases, ${summary.not_seen} members not seen. Mean scores, lower is better; the interval of the`,
    "difference is over cases, at 90 %.",
    "",
    ...tableOf(answer),
  ],
  covariates: () => [
    `Of the ${summary.stances} stances, so many have each covariate:`,
    "",
    ...tableOf(section("covariates"), ["group"]),
  ],
  gains: () => [
    "Brier scores of the choice model with every covariate, and fitted anew without some; below 0 they help.",
    "",
    ...tableOf(section("covariate-gains"), ["stances", "cases"]),
    "",
    "Each kind of dependence and each cost alone left out:",
    "",
    ...tableOf({ columns: GAIN_COLUMNS, rows: gains() }),
  ],
  bargaining: () => tableOf(section("bargaining-backtest"), ["stances", "cases", "known"]),
};

const page = readFileSync(PAGE, "utf8");
const text = Object.entries(BLOCKS).reduce((written, [name, lines]) => {
  const start = `<!-- ${name}: node scripts/write-backtest.mjs -->`;
  const end = `<!-- /${name} -->`;
  const [before, rest] = written.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${PAGE} has no place for the table of ${name}`);
  return [before, start, "\n\n", lines().join("\n"), "\n\n", end, after].join("");
}, page);
if (!process.argv.includes("--check")) writeFileSync(PAGE, text);
else if (text !== page) {
  console.error(`${PAGE} is not what the record says; run "node scripts/write-backtest.mjs".`);
  process.exitCode = 1;
}
