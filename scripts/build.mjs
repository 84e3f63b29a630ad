// Compiles the program into dist/ and the data into record/.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const run = (path, ...args) => {
  const script = fileURLToPath(new URL(path, import.meta.url));
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
run("../node_modules/@typescript/native/bin/tsc", "-p", "tsconfig.build.json");
run("./bundle-cli.mjs");
run("../dist/cli/main.js", "record", "build", "--quiet");
run("./build-web.mjs");
