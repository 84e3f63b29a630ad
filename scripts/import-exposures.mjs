// Writes data/dependence/*.csv from a folder of published tables: Armenia's trade and money transfers by
// partner and year (Statistical Committee, Central Bank), US troops by host (counts of the US
// government; imputed rows are left out), and which state has a base where (a list of Wikipedia, 2019).
// Usage: node scripts/import-exposures.mjs FOLDER   (needs dist/ and record/)
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const { openRecord, membershipsOn } = await import("../dist/record/index.js");
const { parseCsv } = await import("../dist/states/csv.js");

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node scripts/import-exposures.mjs FOLDER");
  process.exit(2);
}
const { states, organisations } = openRecord();

function rowsOf(name) {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { header, rows } = parseCsv(text, name);
  return rows.map(({ fields }) =>
    Object.fromEntries(header.map((column, at) => [column, fields[at]])),
  );
}

/** Names of the tables that are neither a short nor a full name of a state here. */
const NAMES = {
  "Bosnia Herzegovina": "BIH",
  "Brunei Darussalam": "BRN",
  "Cote d' Ivoire": "CIV",
  "Ivory Coast": "CIV",
  "Congo, Democratic Republic of the": "COD",
  "Cape Verde": "CPV",
  "Czech Rep.": "CZE",
  "FYR of Macedonia": "MKD",
  "Korea, DPR of": "PRK",
  "Korea, Republic of": "KOR",
  Korea: "KOR",
  "Libyan Arab Jamahiriya": "LBY",
  "Micronesia, Federated States of": "FSM",
  "Moldova, Republic of": "MDA",
  "Islamic Republic of Iran": "IRN",
  Monako: "MCO",
  "Palestinian Territory, Occupied": "PSE",
  "Republic of Cyprus": "CYP",
  Saoma: "WSM",
  "Serbia and Montenegro": "SRB",
  Syria: "SYR",
  "Tanzania, United Republic of": "TZA",
  Turkey: "TUR",
  USA: "USA",
  "United Kingdom of Great Britain and Northern Ireland": "GBR",
  "Vatican City State": "VAT",
};
const byName = new Map(
  states.all().flatMap((key) =>
    states
      .identities(key)
      .filter(({ kind }) => kind === "state")
      .flatMap(({ name, short }) => [
        [name, key],
        [short, key],
      ]),
  ),
);
const unnamed = new Map();
function keyOf(name) {
  const key = NAMES[name] ?? byName.get(name);
  if (key !== undefined && states.has(key)) return key;
  unnamed.set(name, (unnamed.get(name) ?? 0) + 1);
  return "";
}

const text = (lines) => `${["state,year,partner,amount", ...lines].join("\n")}\n`;

/** Sums by year and partner for Armenia. */
function armenian(rows, amountOf) {
  const sums = new Map();
  for (const row of rows) {
    const key = `ARM,${row.year},${keyOf(row.country)}`;
    sums.set(key, (sums.get(key) ?? 0) + amountOf(row));
  }
  return [...sums]
    .map(([key, amount]) => [key, Math.round(amount)])
    .filter(([, amount]) => amount > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, amount]) => `${key},${amount}`);
}

const trade = armenian(
  rowsOf("armenia_trade_by_partner_monthly.csv.gz"),
  (row) => Number(row.export_thousand_usd) + Number(row.import_by_origin_thousand_usd),
);
const transfers = armenian(
  rowsOf("armenia_money_transfers_monthly.csv.gz").filter(
    ({ direction, type, country }) =>
      direction === "Inflow" && type === "total" && country !== "Total",
  ),
  (row) => Number(row.thousand_usd),
);

// The latest count of a year, of hosts that shared an organisation with the United States at its end.
const counts = new Map();
for (const { iso3c, year, quarter, source, troops_ad: troops } of rowsOf(
  "us_troops_by_host.csv.gz",
)) {
  if (source === "Stepwise Imputation" || iso3c === "USA" || troops === "") continue;
  const day = `${year}-12-31`;
  const together = organisations.some((organisation) => {
    const members = membershipsOn(organisation, day).map(({ state }) => state);
    return members.includes(iso3c) && members.includes("USA");
  });
  if (!together) continue;
  const key = `${iso3c},${year}`;
  if (Number(quarter) >= (counts.get(key)?.quarter ?? 0)) {
    counts.set(key, { quarter: Number(quarter), troops: Number(troops) });
  }
}
const troops = [...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, { troops: count }]) => `${key},USA,${count}`);

const bases = rowsOf("overseas_bases_by_country_2019.csv")
  .filter((row) => row.host !== "Overseas Base")
  .map((row) => [keyOf(row.host), keyOf(row.basing_country)])
  .filter((pair) => !pair.includes(""))
  .map(([host, holder]) => `${host},2019,${holder},1`)
  .sort();

for (const [name, lines] of Object.entries({
  trade,
  remittances: transfers,
  "us-troops": troops,
  bases,
})) {
  writeFileSync(`data/dependence/${name}.csv`, text(lines));
  console.error(`${name}: ${lines.length} rows`);
}
console.error(
  `no state: ${[...unnamed].map(([name, count]) => `${name} (${count})`).join("; ")}`,
);
