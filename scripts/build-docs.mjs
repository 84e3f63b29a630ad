/**
 * Writes the documentation as a site of static files into dist-docs/: the pages of docs/ and of the
 * repository, the reference of the HTTP API from its OpenAPI description, and the reference of the
 * library from the comments on what it exports. The pages load nothing from any other host and work
 * from a folder too. A link that leads nowhere is a failure, and then nothing is written.
 *
 * Needs dist/ (npm run build).
 *
 *     node scripts/build-docs.mjs [DIR]
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkLinks } from "./docs/check-links.mjs";
import { httpReference } from "./docs/http-reference.mjs";
import { libraryReference } from "./docs/library-reference.mjs";
import { pageHtml } from "./docs/page-html.mjs";
import { pageList } from "./docs/page-list.mjs";
import { renderMarkdown } from "./docs/render-markdown.mjs";

const ROOT = new URL("../", import.meta.url);
const ASSETS = new URL("docs/assets/", import.meta.url);
const BASE = "/api/v1";

const out = resolve(process.argv[2] ?? fileURLToPath(new URL("dist-docs", ROOT)));
const faults = [];

function fail(lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

// A folder that something else wrote is never emptied.
if (
  existsSync(out) &&
  readdirSync(out).length > 0 &&
  !existsSync(join(out, "search-index.js"))
) {
  fail([`${out} is not empty and is no documentation site; name another folder.`]);
}
if (!existsSync(new URL("dist/api/open-api.js", ROOT))) {
  fail(['dist/ is missing; run "npm run build" first.']);
}

const manifest = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));
const { openApi } = await import(new URL("dist/api/open-api.js", ROOT).href);
const { ALL_VIEWS } = await import(new URL("dist/claims/views/index.js", ROOT).href);

const groups = pageList(ROOT);
const reference = groups.find(({ group }) => group === "Reference").pages;
reference.push({
  file: "docs/http-reference.md",
  origin: "src/api/open-api.ts",
  name: "http-reference",
  title: "HTTP reference",
  text: httpReference(openApi(), ALL_VIEWS, BASE),
});
groups.splice(groups.findIndex(({ group }) => group === "Reference") + 1, 0, {
  group: "Library",
  pages: await libraryReference(ROOT, manifest, faults),
});

const all = groups.flatMap(({ pages }) => pages);
const pageOf = new Map(all.map(({ file, name }) => [file, name]));
const pages = new Map();
const search = [];
for (const page of all) {
  const { html, headings, sections } = renderMarkdown(page, pageOf, faults);
  pages.set(
    `${page.name}.html`,
    pageHtml({ ...page, html, headings }, groups, manifest.version),
  );
  for (const { heading, id, text } of sections) {
    search.push([`${page.name}.html#${id}`, page.title, heading, text]);
  }
}

const assets = readdirSync(ASSETS);
faults.push(...checkLinks(pages, assets));
if (faults.length > 0) fail(faults);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of assets) cpSync(new URL(name, ASSETS), join(out, name));
for (const [name, html] of pages) writeFileSync(join(out, name), html);
// A script and not JSON, so that it can be had from a folder on disk, where nothing can be fetched.
writeFileSync(
  join(out, "search-index.js"),
  `globalThis.casusSearch = ${JSON.stringify(search)};\n`,
);
console.log(`${pages.size} pages in ${out}: ${pathToFileURL(join(out, "index.html")).href}`);
