/**
 * Replaces dist/cli by the same program in few files: a cold command spends less on finding and
 * reading modules than it does with a file for each. What a command loads only when it runs stays a
 * file of its own; packages are left where they are. Needs dist/ (tsc).
 *
 *     node scripts/bundle-cli.mjs
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const CLI = fileURLToPath(new URL("../dist/cli/", import.meta.url));

const { outputFiles } = await build({
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
  packages: "external",
  // Names stay, so that a stack trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  charset: "utf8",
  write: false,
  logLevel: "warning",
});

rmSync(CLI, { recursive: true });
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
