/**
 * Makes the working copy ready to run: installs the packages when they are missing or other than
 * package-lock.json has them, and builds dist/ and record/ when they are missing or older than what they
 * are made of. Prints on stderr only, so that stdout stays the program's own.
 *
 *     node scripts/prepare.mjs
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const LEAST_NODE = [20, 19];
const INPUTS = ["src", "data", "package.json", "tsconfig.json", "tsconfig.build.json"];
const BUILD_SCRIPT = "scripts/build.mjs";
/** The compiler is the tool that a production install leaves out. */
const COMPILER = "node_modules/@typescript/native/bin/tsc";
/** npm writes it at the end of every install. */
const INSTALLED = "node_modules/.package-lock.json";
/** The first and the last file that a build writes. */
const PRODUCTS = ["dist/cli/main.js", "dist/web/sw.js"];

const say = (text) => process.stderr.write(`casus: ${text}\n`);

function fail(text) {
  say(text);
  process.exit(1);
}

function modified(path) {
  return statSync(new URL(path, ROOT), { throwIfNoEntry: false })?.mtimeMs;
}

/** The latest change under a path; a folder's own date tells of a file removed from it. */
function latest(path) {
  const own = modified(path) ?? 0;
  const folder = new URL(`${path}/`, ROOT);
  if (!statSync(new URL(path, ROOT), { throwIfNoEntry: false })?.isDirectory()) return own;
  return readdirSync(folder).reduce(
    (most, name) => Math.max(most, latest(`${path}/${name}`)),
    own,
  );
}

function run(what, command, args, options = {}) {
  say(`${what} ...`);
  const { status, error } = spawnSync(command, args, {
    cwd: fileURLToPath(ROOT),
    // What a child prints on stdout goes to stderr too.
    stdio: ["ignore", 2, 2],
    ...options,
  });
  if (status !== 0) fail(`${what}: failed (${error?.message ?? `exit code ${status}`}).`);
}

function install() {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"];
  const npm = process.env["npm_execpath"] ?? "";
  if (/npm-cli\.c?js$/u.test(npm)) run("installing packages", process.execPath, [npm, ...args]);
  // npm is a command file on Windows, which only a shell can start.
  else run("installing packages", `npm ${args.join(" ")}`, [], { shell: true });
}

function packagesOf(path) {
  return JSON.parse(readFileSync(new URL(path, ROOT), "utf8")).packages;
}

/** Whether what is installed is what the lock file says: a fresh checkout alone makes it newer. */
function installedAsLocked() {
  const wanted = Object.entries(packagesOf("package-lock.json")).filter(([at]) => at !== "");
  const present = packagesOf(INSTALLED);
  return wanted.every(([at, { version, optional, peer }]) =>
    present[at] === undefined ? optional || peer : present[at].version === version,
  );
}

function installedAndCurrent() {
  const installed = modified(INSTALLED);
  const wanted = modified("package-lock.json");
  if (wanted === undefined)
    fail("package-lock.json is missing; restore it from the repository.");
  if (installed === undefined || modified(COMPILER) === undefined) return false;
  return installed >= wanted || installedAsLocked();
}

function builtAndCurrent() {
  const [first, last] = PRODUCTS.map(modified);
  if (first === undefined || last === undefined || last < first) return false;
  return [...INPUTS, BUILD_SCRIPT].every((path) => latest(path) <= first);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
  fail(`Node ${LEAST_NODE.join(".")} or later is needed; this is ${process.versions.node}.`);
}
if (!installedAndCurrent()) install();
if (!builtAndCurrent()) {
  run("building the program and the record", process.execPath, [
    fileURLToPath(new URL(BUILD_SCRIPT, ROOT)),
  ]);
}
