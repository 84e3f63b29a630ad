// Writes docs/durability.md: the tables of durability, vitality and the readings, as answers give them.
// Usage: node scripts/write-durability.mjs   (needs dist/ and record/)
import { writeFileSync } from "node:fs";
import { computeAnswer } from "../dist/claims/compute-answer.js";
import { createKernels } from "../dist/kernels/create-kernels.js";
import { openRecord } from "../dist/record/open-record.js";

const record = openRecord();
const kernels = await createKernels();
const get = (address) => computeAnswer(record, address, { kernels });

const csto = await get("/alliances/csto/durability");
const vitality = await get("/alliances/csto/vitality");
const readings = await get("/readings");

const cell = (value, digits) => {
  if (value === null || value === undefined || value === "") return "-";
  if (typeof value === "number" && digits !== undefined) return value.toFixed(digits);
  return String(value).replaceAll("|", "/");
};
const table = (columns, rows) =>
  [
    `| ${columns.map(([, label]) => label).join(" | ")} |`,
    `| ${columns.map(([, , digits]) => (digits === undefined ? "---" : "---:")).join(" | ")} |`,
    ...rows.map(
      (row) =>
        `| ${columns
          .map(([name, , digits]) =>
            typeof name === "function" ? name(row) : cell(row[name], digits),
          )
          .join(" | ")} |`,
    ),
  ].join("\n");
const section = (answer, id) => answer.sections.find((one) => one.id === id).rows;
const finding = (answer, id) => answer.findings.find((one) => one.id === id).text;
const within = (name, digits) => (row) =>
  row[name] === null
    ? "-"
    : `${cell(row[name], digits)} [${cell(row[`${name}_lower`], digits)}, ${cell(row[`${name}_upper`], digits)}]`;
const of = (label, name, digits) => [within(name, digits), label];

const page = `# How long alliances last

Written by \`node scripts/write-durability.mjs\` from the answers of \`/alliances/csto/durability\`,
\`/alliances/csto/vitality\` and \`/readings\`; intervals at 90 %. How: [methods](methods.md#durability-and-vitality).

## Does the model predict?

${finding(csto, "model-test")}

The model is Cox's, with Efron's ties, on the years of the alliances of ATOP 5.1 from 1947 on. ATOP's rows
may not be passed on and are not here; the estimates are, in \`data/alliance-survival.yaml\`. Whoever has
ATOP and the GDP estimates makes them again, to the byte:

    node scripts/fit-alliance-survival.mjs --check FILE...

${table(
  [
    ["ends", "Ends that count"],
    ["fitted", "Fitted"],
    ["fitted_ends", "Ends", 0],
    ["tested", "Tested"],
    ["tested_ends", "Ends", 0],
    of("Concordance", "concordance", 2),
    ["horizon", "Years ahead", 0],
    of("Brier, base rate", "base", 4),
    of("Brier, model", "brier", 4),
    of("Model less base rate", "difference", 4),
    of("Model less the share that lasted", "hindsight", 4),
  ],
  section(csto, "out-of-time"),
)}

The base rate is the rate of ends of the years fitted, by age and kind of duty, without covariates. The last
column holds the model against the share that did last, which nobody could know: where it lies above 0, the
years tested were unlike the years fitted, and the calibration below says in which direction.

### Calibration

${table(
  [
    ["ends", "Ends that count"],
    ["horizon", "Years ahead", 0],
    ["n", "Predictions", 0],
    ["base", "Base rate", 3],
    ["predicted", "Model", 3],
    [
      (row) => `${cell(row.observed, 3)} [${cell(row.lower, 3)}, ${cell(row.upper, 3)}]`,
      "Observed",
    ],
  ],
  section(csto, "calibration"),
)}

### Coefficients

${table(
  [
    ["fitted", "Fitted"],
    ["ends", "Ends", 0],
    ["covariate", "Covariate"],
    ["means", "Is"],
    [
      (row) => `${cell(row.ratio, 2)} [${cell(row.lower, 2)}, ${cell(row.upper, 2)}]`,
      "Ratio of rates a unit",
    ],
  ],
  section(csto, "coefficients"),
)}

## Each living alliance

The chance to be neither abrogated nor expired: base rate first.

${table(
  [
    ["short", "Alliance"],
    ["years", "Age", 1],
    of("Base rate, 5 y", "base_5", 3),
    of("Model, 5 y", "model_5", 3),
    of("Base rate, 10 y", "base_10", 3),
    of("Model, 10 y", "model_10", 3),
    ["beyond", "Beyond the ages seen"],
    ["gdp_year", "GDP of"],
  ],
  section(csto, "outlook"),
)}

## Each membership of the CSTO

${finding(csto, "membership-model")}

${table(
  [
    ["name", "Member"],
    of("Base rate, 5 y", "base_5", 3),
    of("Model, 5 y", "model_5", 3),
    of("Base rate, 10 y", "base_10", 3),
    of("Model, 10 y", "model_10", 3),
  ],
  section(csto, "members-outlook"),
)}

## Vitality

${vitality.findings
  .filter(({ id }) => ["dormancy", "before-exit", "before-exit-own"].includes(id))
  .map(({ text }) => text)
  .join("\n\n")}

${table(
  [
    ["short", "Alliance"],
    ["legal", "In law"],
    ["dormant", "Dormant"],
    ["last_session", "Last session"],
    ["last_exercise", "Last exercise"],
    ["last_decision", "Last decision"],
    ["last_accession", "Last entry"],
  ],
  section(vitality, "organisations"),
)}

## Alliance or instrument?

${table(
  readings.sections
    .find(({ id }) => id === "grid")
    .columns.map(({ name, label }) => [name, label]),
  section(readings, "grid"),
)}

${readings.findings
  .filter(({ id }) => id.endsWith("told-apart"))
  .map(({ text }) => `- ${text}`)
  .join("\n")}
`;
writeFileSync("docs/durability.md", page);
