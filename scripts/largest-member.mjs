/**
 * Prints the `largest` rows of data/organisations: for each organisation, the member with the
 * largest GDP on 31 December of each year (or on the last day of one that ended), runs joined.
 *
 *     node scripts/largest-member.mjs            print every organisation's rows as YAML
 *     node scripts/largest-member.mjs csto nato  only these
 *     node scripts/largest-member.mjs --check    fail where a file holds other rows
 *
 * GDP is `pwtrgdp`, the latent mean of Fariss et al. 2022, 1946-2019, read from ../shared. States
 * without a series (territories, most of the non-UN members) cannot be found the largest.
 */
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";

const SHARED = new URL("../../shared/data/", import.meta.url);
const FOLDER = new URL("../data/organisations/", import.meta.url);
const LAST_YEAR = 2019;
const CRITERION = "largest GDP among members at year end, latent mean, Fariss et al. 2022";

/** COW codes of keys that the list of living states does not hold, or holds in part. */
const MORE_CODES = {
  CSK: ["315"],
  DDR: ["265"],
  DEU: ["255", "260"],
  YEM: ["678", "679"],
  YMD: ["680"],
};

function readShared(name) {
  try {
    const bytes = readFileSync(new URL(name, SHARED));
    return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (cause) {
    throw new Error(
      `Cannot read ../shared/data/${name}; put the data folder beside the project.`,
      {
        cause,
      },
    );
  }
}

/** Rows of a CSV without quoted commas in the columns read. */
function rows(text, columns) {
  const [head = "", ...lines] = text.trim().split(/\r?\n/u);
  const names = head.split(",");
  const at = columns.map((column) => names.indexOf(column));
  if (at.includes(-1)) throw new Error(`Columns wanted: ${columns}; found: ${names}.`);
  return lines.map((line) => {
    const cells = line.split(",");
    return at.map((index) => cells[index] ?? "");
  });
}

function gdpByStateYear() {
  const codes = new Map(Object.entries(MORE_CODES));
  const listed = rows(readShared("cow_capabilities/country_codes.csv"), ["iso3c", "cow_ccode"]);
  for (const [iso, code] of listed) {
    if (iso !== "" && code !== "" && !codes.has(iso)) codes.set(iso, [code]);
  }
  const series = new Map();
  const file = readShared("dependence/gdp_population_country_year.csv.gz");
  for (const [code, year, gdp] of rows(file, ["ccode", "year", "pwtrgdp"])) {
    if (gdp !== "") series.set(`${code} ${year}`, Number(gdp));
  }
  return (state, year) => {
    const values = (codes.get(state) ?? []).map((code) => series.get(`${code} ${year}`) ?? 0);
    return Math.max(0, ...values);
  };
}

/** The first day an EDTF date can mean; a qualified year or month counts from its first day. */
function firstDay(text) {
  const plain = text.replaceAll(/[?~%]/gu, "");
  return plain + "-01-01".slice(plain.length === 4 ? 0 : plain.length === 7 ? 3 : 6);
}

function dayBefore(day) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function spellOn(organisation, state, day) {
  return organisation.memberships.find(
    (spell) =>
      spell.state === state &&
      firstDay(spell.from) <= day &&
      (spell.to === null || day < firstDay(spell.to)),
  );
}

function largestOn(organisation, day, gdp) {
  const year = Math.min(Number(day.slice(0, 4)), LAST_YEAR);
  let best = null;
  for (const state of new Set(organisation.memberships.map((spell) => spell.state))) {
    if (spellOn(organisation, state, day) === undefined) continue;
    const value = gdp(state, year);
    if (value > 0 && (best === null || value > best.value)) best = { state, value };
  }
  return best?.state ?? null;
}

/** Runs of one largest member, from the founding day or 1 January to the day of the change. */
function runs(organisation, gdp) {
  const founded = organisation.memberships.map((spell) => firstDay(spell.from)).toSorted()[0];
  const ended = organisation.ended === null ? null : firstDay(organisation.ended.date);
  const end = Math.min(LAST_YEAR, ended === null ? LAST_YEAR : Number(ended.slice(0, 4)));
  const found = [{ state: largestOn(organisation, founded, gdp), from: founded }];
  for (let year = Number(founded.slice(0, 4)); year <= end; year += 1) {
    const day = ended !== null && ended <= `${year}-12-31` ? dayBefore(ended) : `${year}-12-31`;
    const state = largestOn(organisation, day, gdp);
    if (state === null || state === found.at(-1).state) continue;
    const entry = firstDay(spellOn(organisation, state, day).from);
    found.push({ state, from: entry > `${year}-01-01` ? entry : `${year}-01-01` });
  }
  return found.map((run, index) => {
    const to = found[index + 1]?.from ?? ended;
    const until =
      to === null ? LAST_YEAR : Number(to.slice(0, 4)) - (to.endsWith("-01-01") ? 1 : 0);
    const years = `${run.from.slice(0, 4)}-${Math.min(until, LAST_YEAR)}`;
    const carried = to === null || Number(to.slice(0, 4)) > LAST_YEAR + 1;
    const coverage = carried ? `years ${years}, carried after ${LAST_YEAR}` : `years ${years}`;
    return { ...run, to, criterion: `${CRITERION}; ${coverage}`, sources: ["fariss-2022"] };
  });
}

function asYaml(list) {
  const lines = list.map((run) => {
    const to = run.to === null ? "null" : `"${run.to}"`;
    const criterion = run.criterion.replace("; ", ";\n      ");
    return (
      `  - state: ${run.state}\n    from: "${run.from}"\n    to: ${to}\n` +
      `    criterion: >-\n      ${criterion}\n    sources: [${run.sources.join(", ")}]`
    );
  });
  return ["largest:", ...lines].join("\n");
}

const wanted = process.argv.slice(2).filter((word) => word !== "--check");
const check = process.argv.includes("--check");
const gdp = gdpByStateYear();
let faults = 0;
for (const file of readdirSync(FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .toSorted()) {
  const id = file.replace(".yaml", "");
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const printed = asYaml(runs(parse(text), gdp));
  if (!check) process.stdout.write(`# ${id}\n${printed}\n`);
  else if (!text.includes(`${printed}\n`)) {
    faults += 1;
    process.stderr.write(`${file}: the rows of "largest" differ from the computed ones.\n`);
  }
}
if (check)
  process.stderr.write(faults === 0 ? "largest rows agree\n" : `${faults} files differ\n`);
process.exitCode = faults === 0 ? 0 : 1;
