/**
 * Writes into the guides what their commands print; --check fails if they differ. A block reads
 *
 *     ```console findings Kazakhstan Belarus
 *     $ casus get /alliances/csto/breaks
 *     ```
 *
 * where `findings` keeps those that name a word early on, `rows` the lines of tables that hold
 * one, and `all` everything; "..." stands for what is left out. Needs dist/ (npm run build).
 */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = new URL("../", import.meta.url);
const MAIN = fileURLToPath(new URL("dist/cli/main.js", ROOT));
const BLOCK = /```console ([^\n]+)\n([\s\S]*?)```/gu;
/** How far into a finding a word may stand that chooses it: its subject is named there. */
const EARLY = 60;

const run = promisify(execFile);
const words = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, a, b]) => a ?? b);
const holds = (text, wanted) => wanted.some((word) => text.includes(word));

async function output(command) {
  const [, ...args] = words(command);
  const { stdout } = await run(process.execPath, [MAIN, ...args], {
    cwd: fileURLToPath(ROOT),
    env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" },
    maxBuffer: 1e8,
  });
  // The release changes with every correction of a fact, and the guide does not.
  return stdout
    .trimEnd()
    .replaceAll(/\b[0-9a-f]{12}\b/gu, "<release>")
    .split("\n");
}

/** The numbers of the lines to keep. */
function chosen(lines, [kind, ...wanted]) {
  const keep = new Set();
  if (kind === "all") return new Set(lines.keys());
  const end = lines.findIndex((line) => /^(?:Caveats|Sources|Cite: .*)$/u.test(line));
  for (const [at, line] of lines.slice(0, end < 0 ? undefined : end).entries()) {
    if (kind === "findings" && line.startsWith("- ")) {
      const next = lines.findIndex((other, index) => index > at && !other.startsWith("  "));
      const text = lines.slice(at, next).join(" ");
      if (!holds(text.slice(0, EARLY), wanted)) continue;
      for (let index = at; index < next; index += 1) keep.add(index);
    } else if (kind === "rows" && holds(line, wanted) && !line.startsWith("- ")) {
      const head = lines.lastIndexOf("", at) + 1;
      if (/^[A-Z]/u.test(lines[head])) keep.add(head);
      keep.add(at);
    }
  }
  return keep;
}

function shown(lines, keep) {
  const out = [];
  for (const [at, line] of lines.entries()) {
    if (keep.has(at)) out.push(line.trimEnd());
    else if (out.at(-1) !== "...") out.push("...");
  }
  return out;
}

async function block(path, choice, text) {
  const commands = text.split("\n").filter((line) => line.startsWith("$ "));
  const parts = await Promise.all(
    commands.map(async (line) => {
      const lines = await output(line.slice(2));
      const keep = chosen(lines, words(choice));
      if (keep.size === 0) throw new Error(`${path}: "${line}" prints nothing of "${choice}".`);
      return [line, ...shown(lines, keep)].join("\n");
    }),
  );
  return `\`\`\`console ${choice}\n${parts.join("\n")}\n\`\`\``;
}

async function rewritten(path) {
  const text = readFileSync(new URL(path, ROOT), "utf8").replaceAll("\r\n", "\n");
  let made = text;
  for (const [whole, choice, inner] of text.matchAll(BLOCK)) {
    made = made.replace(whole, await block(path, choice, inner).then((one) => () => one));
  }
  return { path, text, made };
}

const guides = readdirSync(new URL("docs/", ROOT))
  .filter((name) => /^guide-.*\.md$/u.test(name))
  .map((name) => `docs/${name}`);
for (const { path, text, made } of await Promise.all(guides.map(rewritten))) {
  if (text === made) continue;
  if (process.argv.includes("--check")) {
    console.error(`${path} shows other output than its commands; read it again against
"node scripts/write-guides.mjs".`);
    process.exitCode = 1;
  } else writeFileSync(new URL(path, ROOT), made);
}
