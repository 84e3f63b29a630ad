/**
 * Runs every check of the repository in order and stops at the first that fails. The last line on
 * stdout is `N passed, N failed` with `, N skipped` where tests were skipped; the counts are
 * Vitest's, or `0 passed, 1 failed` when a check before the tests fails.
 *
 *     node scripts/test.mjs              every check, then every test
 *     node scripts/test.mjs --only lint  one check: types, lint, format, layers, unused, kernels,
 *                                    schemas, tests
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { skipReason } from "./skip-reason.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["src", "test", "scripts", "bench"];
const MODULES = "node_modules";

const CHECKS = [
  {
    id: "types",
    name: "type check (tsc)",
    args: [`${MODULES}/@typescript/native/bin/tsc`, "-p", "tsconfig.json", "--noEmit"],
  },
  {
    id: "lint",
    name: "lint (oxlint, type-aware)",
    args: [`${MODULES}/oxlint/bin/oxlint`, "--type-aware", "--deny-warnings", ...FOLDERS],
  },
  {
    id: "format",
    name: "format (oxfmt)",
    args: [`${MODULES}/oxfmt/bin/oxfmt`, "--check", ...FOLDERS],
  },
  {
    id: "layers",
    name: "layers (dependency-cruiser)",
    args: [
      `${MODULES}/dependency-cruiser/bin/dependency-cruise.mjs`,
      "src",
      "--config",
      ".dependency-cruiser.mjs",
    ],
  },
  { id: "unused", name: "unused code (knip)", args: [`${MODULES}/knip/bin/knip.js`] },
  {
    id: "kernels",
    name: "compiled kernels are their sources'",
    args: ["scripts/build-kernels.mjs", "--check"],
  },
  {
    id: "schemas",
    name: "schemas in data/ are the code's",
    args: ["scripts/write-schemas.mjs", "--check"],
  },
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function node(args) {
  const { status, signal, error } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error !== undefined) console.log(error.message);
  if (signal !== null) console.log(`ended by ${signal}`);
  return status === 0;
}

function finish(passed, failed, skipped) {
  const rest = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`\n${passed} passed, ${failed} failed${rest}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** Whether a check passed; says so either way. */
function passes({ name, args }) {
  const since = performance.now();
  console.log(`== ${name}`);
  const passed = node(args);
  console.log(`== ${name}: ${passed ? "passed" : "FAILED"} (${seconds(since)})\n`);
  return passed;
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Every skipped test with the reason that its file gives. */
function listSkipped(files) {
  for (const { name: path, assertionResults } of files) {
    const skipped = assertionResults.filter(({ status }) =>
      ["skipped", "pending", "todo"].includes(status),
    );
    if (skipped.length === 0) continue;
    const source = readFileSync(path, "utf8");
    for (const { fullName, location } of skipped) {
      const reason = skipReason(source, location?.line);
      console.log(`skipped: ${relative(ROOT, path)}: ${fullName} (${reason})`);
    }
  }
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "casus-test-"));
  const file = join(folder, "results.json");
  console.log("== tests (vitest)");
  const passed = node([
    `${MODULES}/vitest/vitest.mjs`,
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const results = readResults(file);
  rmSync(folder, { recursive: true, force: true });
  if (results === undefined) return finish(0, 1, 0);
  listSkipped(results.testResults);
  // A file that could not be loaded has no tests of its own to fail.
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = results.numFailedTests + unloaded;
  // Vitest fails without a failed test on an unhandled error, or where it found no test at all.
  const unseen = !passed && failed === 0 ? 1 : 0;
  const skipped = results.numPendingTests + results.numTodoTests;
  return finish(results.numPassedTests, failed + unseen, skipped);
}

const [flag, only] = process.argv.slice(2);
const known = [...CHECKS.map(({ id }) => id), "tests"];
if (flag !== undefined && (flag !== "--only" || !known.includes(only))) {
  console.error(`usage: node scripts/test.mjs [--only ${known.join("|")}]`);
  process.exitCode = 2;
} else {
  const chosen = CHECKS.filter(({ id }) => only === undefined || id === only);
  const failing = chosen.find((check) => !passes(check));
  if (failing !== undefined) {
    console.log(`stopped at: ${failing.name}`);
    finish(0, 1, 0);
  } else if (only === undefined || only === "tests") runTests();
}
