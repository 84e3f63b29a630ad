/**
 * Replaces dist/cli by the same program in few files: a cold command spends less on finding and
 * reading modules than it does with a file for each. What a command loads only when it runs stays a
 * file of its own. Of the packages those of many small files are taken in, with their licences; the
 * others are left where they are. Needs dist/ (tsc).
 *
 *     node scripts/bundle-cli.mjs
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licencesOf } from "./licences-of.mjs";

const CLI = fileURLToPath(new URL("../dist/cli/", import.meta.url));
const PACKAGE = new URL("../package.json", import.meta.url);

/** Packages of dozens of modules each, on the way of every record or of every figure. */
const TAKEN_IN = new Set(["@observablehq/plot", "edtf", "linkedom"]);

const { dependencies } = JSON.parse(readFileSync(PACKAGE, "utf8"));
const left = Object.keys(dependencies).filter((name) => !TAKEN_IN.has(name));

const { outputFiles, metafile } = await build({
  // The worker lies beside the files that name it, as all of them lie in one folder.
  entryPoints: [
    { in: `${CLI}main.js`, out: "main" },
    { in: `${CLI}commands/serve-worker.js`, out: "serve-worker" },
  ],
  outdir: CLI,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // linkedom asks for canvas and does without where it is not there.
  external: [...left, "canvas"],
  // Names stay, so that a stack trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  charset: "utf8",
  metafile: true,
  write: false,
  logLevel: "warning",
});

rmSync(CLI, { recursive: true });
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
writeFileSync(`${CLI}third-party-licences.txt`, licencesOf(Object.keys(metafile.inputs)));
