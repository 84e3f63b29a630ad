// Counts how long the peacekeeping missions of the United Nations lasted, from a list that the
// user brings: months from the month of the start to the month of the end, or to the month in
// which the list was made for missions still going on. Only the counts ship.
// Run: node scripts/import-un-missions.mjs [FILE]
import { readFileSync, writeFileSync } from "node:fs";

const file = process.argv[2] ?? "../shared/data/peace_operations/un_peacekeeping_missions.csv";

/** Splits a line of CSV; quoted fields may hold commas. */
function fieldsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

const monthOf = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));

const [head, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/u);
const header = fieldsOf(head);
const counts = new Map();
for (const line of lines) {
  const fields = fieldsOf(line);
  const cell = (name) => fields[header.indexOf(name)] ?? "";
  const ongoing = cell("ongoing_in_source") === "1";
  const months =
    monthOf(cell(ongoing ? "censor_month" : "end_month")) - monthOf(cell("start_month"));
  if (!Number.isInteger(months) || months < 0)
    throw new Error(`${file}: no duration in "${line}"`);
  const row = counts.get(months) ?? { ended: 0, censored: 0 };
  row[ongoing ? "censored" : "ended"] += 1;
  counts.set(months, row);
}
const rows = [...counts]
  .sort(([a], [b]) => a - b)
  .map(([months, { ended, censored }]) => `${months},${ended},${censored}`);
writeFileSync("data/un-missions.csv", `months,ended,censored\n${rows.join("\n")}\n`);
process.stderr.write(`${lines.length} missions -> data/un-missions.csv\n`);
