// Bundles and runs one benchmark: node scripts/bench.mjs similarity [options of the benchmark]
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [name, ...options] = process.argv.slice(2);
const source = fileURLToPath(new URL(`../bench/${name}.ts`, import.meta.url));
if (name === undefined || !existsSync(source)) {
  const names = readdirSync(new URL("../bench", import.meta.url)).filter((file) =>
    file.endsWith(".ts"),
  );
  console.error(
    `usage: node scripts/bench.mjs NAME; names: ${names.map((file) => file.slice(0, -3)).join(", ")}`,
  );
  process.exit(2);
}
const outfile = fileURLToPath(
  new URL(`../node_modules/.cache/bench/${name}.mjs`, import.meta.url),
);
await build({
  entryPoints: [source],
  bundle: true,
  platform: "node",
  format: "esm",
  outfile,
  logLevel: "error",
  packages: "external",
});
process.exit(
  spawnSync(process.execPath, ["--expose-gc", outfile, ...options], { stdio: "inherit" })
    .status ?? 1,
);
