/**
 * Builds the web app into dist/web: index.html and 404.html (the same shell), hashed scripts and
 * styles in assets/, the world's outlines, the changelog, the service worker and its list of files.
 *
 * Needs dist/ (tsc).
 *
 *     node scripts/build-web.mjs
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { build } from "vite";
import { lazyViews } from "./lazy-views.mjs";
import { slimPlot } from "./slim-plot.mjs";
import { workerChunks } from "./worker-chunks.mjs";
import { worldOutlines } from "./world-outlines.mjs";

const ROOT = new URL("../", import.meta.url);
const OUT = new URL("dist/web/", ROOT);

/** Packages of Node's that lazy branches of the report name; a page passes its own drawer. */
const NODE_ONLY = /^(?:linkedom|@resvg\/resvg-js|node:.*)$/u;

const withoutNode = () => ({
  name: "casus-without-node",
  enforce: "pre",
  resolveId: (id) => (NODE_ONLY.test(id) ? `\0absent:${id}` : null),
  load: (id) =>
    id.startsWith("\0absent:")
      ? {
          code: `const absent = () => { throw new Error("not in a page: ${id.slice(8)}"); };
export { absent as parseHTML, absent as Resvg, absent as readFileSync, absent as fileURLToPath };`,
          moduleSideEffects: false,
        }
      : null,
});

const FIRST =
  /preload-helper|web\/laboratory\/(?:ask|first-address|laboratory-error|worker-pool)\.|web\/place\/(?:address-of-place|base)\./u;

const chunks = workerChunks();
const built = await build({
  configFile: false,
  root: fileURLToPath(new URL("src/web/", ROOT)),
  base: "./",
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [withoutNode(), slimPlot()],
  // Plot shifts lines by half a pixel on plain screens; every reader gets the same bytes.
  define: { "window.devicePixelRatio": "2" },
  worker: {
    format: "es",
    plugins: () => [withoutNode(), lazyViews(), chunks.plugin],
    rolldownOptions: {
      checks: { ineffectiveDynamicImport: false, pluginTimings: false },
      output: chunks.output,
    },
  },
  build: {
    outDir: fileURLToPath(OUT),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: {
        index: fileURLToPath(new URL("src/web/index.html", ROOT)),
        sw: fileURLToPath(new URL("src/web/service-worker.ts", ROOT)),
      },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // What all pages share is one script: many small ones cost more than they save.
        codeSplitting: {
          groups: [
            // The first script asks the first question; it waits for nothing else.
            { name: "first", priority: 2, test: FIRST, minShareCount: 1 },
            {
              name: "shared",
              test: /src\/web\/(?:parts|controls)\/|src\/report\/|node_modules\/@?preact\//u,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});

const at = (name) => fileURLToPath(new URL(name, OUT));
writeFileSync(at("assets/world.json"), JSON.stringify(worldOutlines()));
// The page has headings above it of the first and the second level.
const changes = readFileSync(new URL("CHANGELOG.md", ROOT), "utf8").replace(/^# .*\n/u, "");
writeFileSync(
  at("assets/changelog.html"),
  new MarkdownIt().render(changes.replaceAll(/^#/gmu, "##")),
);

// What the first script asks for is asked for with it: the code of pages, and the worker's.
const app = built.output.filter(({ type, name }) => type === "chunk" && name === "start-app");
if (app.length !== 1) throw new Error("src/web/start-app.tsx is not a script of its own");
const worker = readdirSync(at("assets/")).filter((name) => name.startsWith("answer-worker-"));
if (worker.length !== 1) throw new Error("the worker's code is not one script");
const early = [`assets/${worker[0]}`, app[0].fileName, ...app[0].imports]
  .filter((name, i, all) => all.indexOf(name) === i && !/\/(?:first|index)-/u.test(name))
  .map((name) => `<link rel="modulepreload" crossorigin href="./${name}">`);
// The page stands at every address, so what it loads is named from the root.
const shell = readFileSync(at("index.html"), "utf8")
  .replace("</head>", `  ${early.join("\n    ")}\n  </head>`)
  .replaceAll(/(href|src)="\.\//gu, '$1="/');
writeFileSync(at("index.html"), shell);
writeFileSync(at("404.html"), shell);

const assets = readdirSync(at("assets/")).sort();
const files = ["index.html", "icon.svg", ...assets.map((name) => `assets/${name}`)];
writeFileSync(at("files.json"), `${JSON.stringify(files)}\n`);

// A browser looks for a new app only in the service worker's own bytes.
const hash = createHash("sha256");
for (const file of files) hash.update(readFileSync(at(file)));
const service = readFileSync(at("sw.js"), "utf8");
writeFileSync(at("sw.js"), `${service.trimEnd()}\n// ${hash.digest("hex").slice(0, 16)}\n`);
