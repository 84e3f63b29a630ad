// Compiles data/regimes.csv: spells of years in which a state was an electoral democracy
// (V-Dem v2x_polyarchy >= 0.5) or an autocracy, 1946 to 2025. V-Dem: CC BY-SA 4.0, and so is the table.
// Usage: node scripts/import-regimes.mjs FILE   (democracy_country_year.csv.gz, COW codes)
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const FIRST_YEAR = 1946;
const LAST_YEAR = 2025;
const THRESHOLD = 0.5;

const file = process.argv[2];
if (file === undefined) {
  console.error("usage: node scripts/import-regimes.mjs democracy_country_year.csv.gz");
  process.exit(2);
}

const lines = (text) => text.split(/\r?\n/u).filter((line) => line !== "");

/** Columns before `note` hold no line breaks; a quoted comma would shift them, so it is refused. */
const identities = lines(readFileSync("data/states.csv", "utf8"))
  .slice(1)
  .map((line) => line.split(","))
  .map(([key, name, short, from, to, cow]) => {
    if ([key, name, short].some((cell) => cell.includes('"')))
      throw new Error(`quoted: ${name}`);
    return { key, from, to, cow };
  });

const holder = (cow, day) =>
  identities.find(
    (row) => row.cow === cow && row.from <= day && (row.to === "" || day < row.to),
  )?.key;

/** V-Dem describes a year as it stood at its end; a state that ended within it keeps its last year. */
const stateOf = (cow, year) => holder(cow, `${year}-12-31`) ?? holder(cow, `${year}-01-01`);

const [header, ...body] = lines(gunzipSync(readFileSync(file)).toString("utf8")).map((line) =>
  line.split(","),
);
const [cowAt, yearAt, indexAt] = ["ccode", "year", "v2x_polyarchy"].map((name) => {
  const at = header.indexOf(name);
  if (at < 0) throw new Error(`no column ${name} in ${header.join(",")}`);
  return at;
});

const classes = new Map();
const unplaced = new Map();
for (const fields of body) {
  const year = Number(fields[yearAt]);
  if (year < FIRST_YEAR || year > LAST_YEAR || fields[indexAt] === "") continue;
  const cow = fields[cowAt];
  const key = stateOf(cow, year);
  if (key === undefined) {
    unplaced.set(cow, [...(unplaced.get(cow) ?? []), year]);
    continue;
  }
  const regime = Number(fields[indexAt]) >= THRESHOLD ? "democracy" : "autocracy";
  const years = classes.get(key) ?? new Map();
  if (years.has(year)) throw new Error(`two values for ${key} in ${year}`);
  classes.set(key, years.set(year, regime));
}

const spells = [];
for (const key of [...classes.keys()].sort()) {
  let open;
  for (const [year, regime] of [...classes.get(key)].sort(([a], [b]) => a - b)) {
    if (open !== undefined && open.regime === regime && open.to === year - 1) open.to = year;
    else spells.push((open = { key, from: year, to: year, regime }));
  }
}
writeFileSync(
  "data/regimes.csv",
  [
    "key,from_year,to_year,class",
    ...spells.map((s) => [s.key, s.from, s.to, s.regime].join(",")),
  ].join("\n") + "\n",
);
console.error(`${spells.length} spells of ${classes.size} states`);
for (const [cow, years] of unplaced)
  console.error(`COW ${cow}: no state in ${years.join(" ")}`);
