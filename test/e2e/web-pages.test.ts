import { source as AXE } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ALL_VIEWS } from "../../src/claims/views/index.ts";
import { hasChromium } from "./browser.ts";
import { openSite, type Site, settled, visit } from "./web-site.ts";

// The longest first answer, on a machine that others load; no test is about time.
vi.setConfig({ testTimeout: 120_000 });

const OWN = [
  ...["/", "/compare", "/data", "/methods", "/search?q=armenia", "/alliances/no-such"],
  "/scenarios/appeal?alliance=csto&appellant=usa",
  "/brief/csto",
];
const ADDRESSES = [...OWN, ...ALL_VIEWS.map(({ example }) => example)];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong, one line each; `only` limits it to some rules. */
async function axe(page: Page, only?: readonly string[]): Promise<readonly string[]> {
  const violations = await page.evaluate(async (rules) => {
    const run = (
      globalThis as unknown as {
        readonly axe: {
          run: (root: Document, options: object) => Promise<{ violations: Violation[] }>;
        };
      }
    ).axe.run;
    const options = rules === null ? {} : { runOnly: { type: "rule", values: rules } };
    return (await run(document, { ...options, resultTypes: ["violations"] })).violations;
  }, only ?? null);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

describe.skipIf(!hasChromium)("each kind of page, with chromium", () => {
  let site: Site;
  let page: Page;
  let wrong: readonly string[];

  beforeAll(async () => {
    site = await openSite();
    ({ page, wrong } = await site.open({ bypassCSP: true, colorScheme: "light" }));
    await page.goto(site.host.origin);
    await settled(page);
    await page.addScriptTag({ content: AXE });
  }, 120_000);
  afterAll(() => site?.close());

  it.each(ADDRESSES)("%s opens, and axe finds nothing in either theme", async (address) => {
    await visit(page, address);
    const heading = await page.textContent("main h1");
    expect(heading).not.toBe("");
    expect(await page.locator(".fault").count()).toBe(address === "/alliances/no-such" ? 1 : 0);
    expect(await axe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    // What depends on the theme is colour alone.
    expect(await axe(page, ["color-contrast"])).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
    expect(wrong).toEqual([]);
  });

  it("fits a phone without scrolling sideways", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    for (const address of ["/", "/compare", "/alliances/csto/cohesion", "/cases/kaz-2022-01"]) {
      await visit(page, address);
      const overflow = await page.evaluate(() =>
        Math.max(
          0,
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      );
      expect([address, overflow]).toEqual([address, 0]);
    }
  });
});
