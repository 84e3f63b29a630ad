// Writes bench/addresses.txt, what bench/load.ts asks: every route of the API, and every address of
// test/addresses.ts as a page, as JSON and in one more form. Needs dist/, or --dist DIR.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const words = process.argv.slice(2);
const dist = words.includes("--dist") ? words[words.indexOf("--dist") + 1] : `${ROOT}dist`;
const load = (path) => import(pathToFileURL(`${resolve(dist)}/${path}`).href);
const { BULK_TABLES } = await load("api/bulk-tables.js");
const { ALL_VIEWS } = await load("claims/views/index.js");
const { TABLE_FILES, POSITIONS_FILE, STANCE_MODELS_FILE, VOTES_FILE } =
  await load("record/record-files.js");

const tested = [
  ...readFileSync(`${ROOT}test/addresses.ts`, "utf8").matchAll(/^ {2}"(\/[^"]*)",$/gmu),
].map((match) => match[1]);
const addresses = [...new Set([...tested, ...ALL_VIEWS.map(({ example }) => example)])];
const FORMS = ["csv", "parquet", "md", "bib"];
const DRAWN = [
  "/alliances/csto/cohesion",
  "/alliances/csto/splits",
  "/alliances/csto/alignment",
  "/alliances/csto/assessment",
  "/dyads/arm-rus/alignment",
  "/groups/DNK~FIN~ISL~NOR~SWE/cohesion?by=all",
];

function as(address, form) {
  const [path, query] = address.split("?");
  return `${path}.${form}${query === undefined ? "" : `?${query}`}`;
}

const lines = [
  "/",
  "/healthz",
  "/api/v1",
  "/api/v1/openapi.json",
  "/api/v1/problems/usage",
  "/api/v1/bulk",
  "/api/v1/bulk/record",
  ...[
    "manifest.json",
    ...Object.keys(TABLE_FILES),
    POSITIONS_FILE,
    STANCE_MODELS_FILE,
    VOTES_FILE,
  ].map((name) => `/api/v1/bulk/record/${name}`),
  ...BULK_TABLES.flatMap(({ name }) => [
    `/api/v1/bulk/${name}.csv`,
    `/api/v1/bulk/${name}.parquet`,
  ]),
  ...addresses.flatMap((address, i) => [
    address,
    `/api/v1${address}`,
    `/api/v1${as(address, FORMS[i % FORMS.length])}`,
  ]),
  ...DRAWN.flatMap((address) => [as(address, "svg"), as(address, "png")]),
  "/r/{release}/alliances/csto",
  "/r/{release}/alliances/csto/cohesion.json",
  "/api/v1/r/{release}/cases/kaz-2022-01",
];
writeFileSync(`${ROOT}bench/addresses.txt`, `${lines.join("\n")}\n`);
