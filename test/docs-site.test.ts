import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VIEWS } from "../src/answer/views/index.ts";
import { hasChromium, launchChromium } from "./e2e/browser.ts";

const parent = mkdtempSync(join(tmpdir(), "casus-docs-"));
const site = join(parent, "site");
const build = (folder: string): { status: number | null; stderr: string } =>
  spawnSync(process.execPath, ["scripts/build-docs.mjs", folder], { encoding: "utf8" });

const page = (name: string): string => readFileSync(join(site, name), "utf8");

beforeAll(() => {
  const { status, stderr } = build(site);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}, 240_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe("the documentation site", () => {
  it("has a page for every page of docs/", () => {
    const written = readdirSync(site);
    for (const name of readdirSync("docs").filter((one) => one.endsWith(".md"))) {
      const expected = name === "README.md" ? "index.html" : name.replace(/\.md$/u, ".html");
      expect(written).toContain(expected);
    }
  });

  it("describes every address of the API and every entry of the library", () => {
    const http = page("http-reference.html");
    for (const { path } of VIEWS) expect(http).toContain(`<code>GET /api/v1${path}</code>`);
    for (const [name, files] of Object.entries({
      "library.html": ["src/index.ts"],
      "library-measures.html": ["src/measures/index.ts"],
      "library-record.html": ["src/record/index.ts"],
      "library-treaty.html": ["src/treaty/index.ts"],
    })) {
      const html = page(name);
      const exported = files
        .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/export \{([^}]*)\}/gu)])
        .flatMap(([, names]) => names!.split(","))
        .map((one) => one.replace(/^\s*type\s/u, "").trim())
        .map((one) => one.split(" as ").at(-1)!)
        .filter((one) => /^[a-z]\w*$/u.test(one));
      expect(exported.length).toBeGreaterThan(3);
      for (const one of exported) expect(html).toContain(`id="${one.toLowerCase()}"`);
    }
  });

  it("asks nothing of any other host", () => {
    for (const name of readdirSync(site)) {
      const text = page(name);
      expect(text).not.toMatch(/(?:src|href)="\/\/|<script[^>]+src="http|@import|url\(http/u);
      if (name.endsWith(".html")) expect(text).not.toMatch(/<link[^>]+href="http/u);
    }
  });

  it("empties no folder that something else wrote", () => {
    const other = mkdtempSync(join(parent, "other-"));
    writeFileSync(join(other, "letter.txt"), "mine");
    expect(build(other)).toMatchObject({ status: 1 });
    expect(readdirSync(other)).toEqual(["letter.txt"]);
  });

  it("fails on links that lead nowhere", async () => {
    const path = "../scripts/docs/check-links.mjs";
    const { checkLinks } = (await import(path)) as {
      checkLinks: (pages: Map<string, string>, others: readonly string[]) => readonly string[];
    };
    const pages = new Map([
      ["a.html", '<h1 id="top"></h1><a href="b.html#here">b</a><a href="#gone">x</a>'],
      ["b.html", '<p id="here"></p><a href="c.html">c</a><script src="https://x.org/y.js">'],
    ]);
    expect(checkLinks(pages, [])).toEqual([
      "a.html: #gone leads to no part of that page.",
      "b.html: c.html leads to no page.",
      "b.html: https://x.org/y.js would be fetched from another host.",
    ]);
  });

  it.skipIf(!hasChromium)(
    "is found through, readable on a phone and free of axe's violations in both themes",
    async () => {
      const browser = await launchChromium();
      const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
      try {
        for (const scheme of ["light", "dark"] as const) {
          const context = await browser.newContext({
            viewport: { width: 390, height: 800 },
            colorScheme: scheme,
          });
          const tab = await context.newPage();
          for (const name of ["index", "guide-analysts", "methods", "library-measures"]) {
            await tab.goto(pathToFileURL(join(site, `${name}.html`)).href);
            const wide = await tab.evaluate(
              () => document.documentElement.scrollWidth > window.innerWidth,
            );
            await tab.evaluate(axe);
            const found = await tab.evaluate(async () => {
              const { violations } = await (
                globalThis as unknown as {
                  axe: { run: () => Promise<{ violations: { id: string }[] }> };
                }
              ).axe.run();
              return violations.map(({ id }) => id);
            });
            expect({ name, scheme, wide, found }).toEqual({
              name,
              scheme,
              wide: false,
              found: [],
            });
          }
          await tab.keyboard.press("/");
          await tab.keyboard.type("rice index");
          await tab.waitForSelector("#found a");
          await tab.keyboard.press("ArrowDown");
          await tab.keyboard.press("Enter");
          await tab.waitForURL(/library-measures\.html#riceindex$/u);
          await context.close();
        }
      } finally {
        await browser.close();
      }
    },
    120_000,
  );
});

describe("the guides", () => {
  it("show what their commands print", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["scripts/write-guides.mjs", "--check"],
      { encoding: "utf8" },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }, 240_000);
});
