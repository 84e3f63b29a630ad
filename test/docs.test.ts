import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PARAMETERS } from "../src/answer/parameters.ts";
import { VIEWS } from "../src/answer/views/index.ts";
import { MEASURE_KEYS } from "../src/answer/shared-notes.ts";

const read = (path: string): string => readFileSync(path, "utf8");

describe("the documentation", () => {
  it("says of addresses and commands what the program says of itself", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["scripts/write-docs.mjs", "--check"],
      {
        encoding: "utf8",
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("names every address and parameter", () => {
    const page = read("docs/addresses.md");
    for (const { path } of VIEWS) expect(page).toContain(`\`${path}\``);
    for (const name of Object.keys(PARAMETERS)) expect(page).toContain(`| \`${name}\` |`);
  });

  it("explains every similarity measure", () => {
    const page = read("docs/methods.md");
    for (const name of Object.keys(MEASURE_KEYS)) expect(page).toContain(`\`${name}\``);
  });

  it("names no file of the repository that does not exist", () => {
    const pages = [
      "README.md",
      "CONTRIBUTING.md",
      ...readdirSync("docs").map((name) => `docs/${name}`),
    ];
    for (const page of pages.filter((name) => name.endsWith(".md"))) {
      for (const [, path] of read(page).matchAll(
        /`((?:docs|data|scripts|src|bench|test)\/[\w./-]+\.(?:md|mjs|ts|yaml|csv|R))`/gu,
      )) {
        expect({ page, path, exists: existsSync(path!) }).toEqual({ page, path, exists: true });
      }
    }
  });

  it("gives in the README the two commands that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const readme = read("README.md");
    expect(readme).toContain("    npm start\n");
    expect(readme).toContain("    npm cit\n");
    expect(scripts["start"]).toContain("assess csto");
    expect(scripts["test"]).toBeDefined();
  });
});
