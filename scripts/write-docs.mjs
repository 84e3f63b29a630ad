// Writes docs/addresses.md and docs/cli.md from the program itself; --check fails if they differ.
// Needs dist/ (npm run build).
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { ALL_VIEWS: VIEWS } = await import("../dist/claims/views/index.js");
const { PARAMETERS } = await import("../dist/answer/parameters.js");
const { EXTENSIONS } = await import("../dist/answer/address.js");

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const help = (...words) =>
  spawnSync(process.execPath, [main, ...words, "--help"], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  }).stdout;

function addresses() {
  const rows = VIEWS.map(
    ({ path, describe, example, parameters }) =>
      `### \`${path}\`\n\n${describe[0].toUpperCase()}${describe.slice(1)}.\n\n` +
      `Example: \`casus get "${example}"\`\n\n` +
      `Parameters: ${parameters.length === 0 ? "none" : parameters.map((name) => `\`${name}\``).join(", ")}.\n`,
  );
  const parameters = Object.entries(PARAMETERS).map(
    ([name, { describe, values }]) =>
      `| \`${name}\` | ${describe}${values === undefined || describe.includes(values[0]) ? "" : `: ${values.map((value) => `\`${value}\``).join(", ")}`} |`,
  );
  return [
    "# Addresses",
    "",
    "Every answer has one address. An extension names the form; without one the shell prints a table and",
    `the server a page. Forms: ${EXTENSIONS.map((name) => `\`.${name}\``).join(" ")}.`,
    "An address has one canonical form: ids in lower case, states sorted, defaults left out. This page is",
    "written by `node scripts/write-docs.mjs`.",
    "",
    "## Kinds",
    "",
    ...rows,
    "## Parameters",
    "",
    "| parameter | meaning |",
    "| --- | --- |",
    ...parameters,
    "",
    "A permalink, `/r/<release>/...`, answers only where that release of the record is present; elsewhere",
    "the server says 410 and names the current address.",
    "",
  ].join("\n");
}

function commandsOf(text) {
  const block = /Commands:\n([\s\S]*?)(?:\n\n|$)/u.exec(text)?.[1] ?? "";
  return [...block.matchAll(/^ {2}(\S+)/gmu)]
    .map((match) => match[1])
    .filter((name) => name !== "help");
}

function cli() {
  const parts = [
    "# Command line",
    "",
    "stdout is data, for programs with `--json`; stderr is progress. Exit codes: 0 done, 1 failure or a",
    "failed check, 2 usage, 3 data missing. This page is written by `node scripts/write-docs.mjs`.",
    "",
  ];
  const show = (words) => {
    const text = help(...words);
    parts.push(`## casus ${words.join(" ")}`.trimEnd(), "", "```", text.trimEnd(), "```", "");
    for (const name of commandsOf(text)) show([...words, name]);
  };
  show([]);
  return parts.join("\n");
}

let stale = false;
for (const [path, text] of [
  ["docs/addresses.md", addresses()],
  ["docs/cli.md", cli()],
]) {
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8").replaceAll("\r\n", "\n") !== text) {
    console.error(
      `${path} is not what the program says of itself; run "node scripts/write-docs.mjs".`,
    );
    stale = true;
  }
}
process.exit(stale ? 1 : 0);
