// Writes data/means.csv: how GDP and population were spread over the members of each organisation at
// the end of each year from 1946 on. The estimates (Fariss et al. 2022, as in the R package isard) are
// read from a copy; the table holds shares and indices, none of the estimates.
// Usage: node scripts/import-means.mjs FILE   (needs dist/ and record/)
import { readFileSync, writeFileSync } from "node:fs";

const { openRecord, membershipsOn } = await import("../dist/record/index.js");
const { concentration } = await import("../dist/measures/means/concentration.js");
const { FARISS } = await import("../dist/sources/fariss.js");
const { sourceTable } = await import("../dist/sources/source-table.js");
const { sourceText } = await import("../dist/sources/source-text.js");

const FIRST_YEAR = 1946;

const file = process.argv[2];
if (file === undefined) {
  console.error("usage: node scripts/import-means.mjs gdp_population_country_year.csv.gz");
  process.exit(2);
}

const record = openRecord();
const table = sourceTable(file, sourceText(file, readFileSync(file)));
const { tables, to } = FARISS.read(new Map([["estimates", [table]]]), record.states);
const estimates = new Map(tables.map((row) => [`${row.state} ${row.year}`, row]));
const MEANS = [
  ["gdp", "gdp", "gdpSd"],
  ["population", "population", "populationSd"],
];

const digits = (value) => Number(value.toPrecision(5));
const lines = record.organisations.flatMap((organisation) =>
  MEANS.flatMap(([means, value, sd]) => {
    const rows = [];
    for (let year = FIRST_YEAR; year <= to; year += 1) {
      const members = membershipsOn(organisation, `${year}-12-31`).map(({ state }) => {
        const row = estimates.get(`${state} ${year}`);
        return { state, value: row?.[value] ?? null, sd: row?.[sd] ?? null };
      });
      const found = concentration(members);
      if (found === null || found.se === null) continue;
      const { missing, largest, share, se, hhi } = found;
      const cells = [members.length, missing.join(" "), largest];
      rows.push([organisation.id, year, means, ...cells, ...[share, se, hhi].map(digits)]);
    }
    return rows;
  }),
);
const header = "organisation,year,means,members,missing,largest,share,se,hhi";
writeFileSync("data/means.csv", `${[header, ...lines].join("\n")}\n`);
console.error(`${lines.length} rows of ${record.organisations.length} organisations to ${to}`);
