import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { browserMajor, hasChromium } from "./browser.ts";
import { compareLook, furnished, useOneFont } from "./looks.ts";
import { openSite, type Site, settled, visit } from "./web-site.ts";

// The longest first answer, on a machine that others load; no test is about time.
vi.setConfig({ testTimeout: 120_000 });

/**
 * Pictures of the first screen of pages, small, of one font. After a change that was meant:
 *
 *     LOOKS=keep npx vitest run test/e2e/web-looks.test.ts
 */
const KEPT = "test/e2e/looks";
const MADE = "node_modules/.cache/looks";
const VERSION = join(KEPT, "chromium.txt");
const keep = process.env["LOOKS"] === "keep";

/** Share of pixels that may differ: a changed release id and smoother edges, no moved block. */
const MOST = 0.05;

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

const LOOKS = [
  ["home", "/", DESKTOP, "light"],
  ["home-phone", "/", PHONE, "light"],
  ["alliance", "/alliances/csto", DESKTOP, "light"],
  ["cohesion-dark", "/alliances/csto/cohesion", DESKTOP, "dark"],
  ["cohesion-phone", "/alliances/csto/cohesion", PHONE, "light"],
  ["roll-call", "/rollcalls/A-RES-ES-11-1", DESKTOP, "light"],
  ["case", "/cases/kaz-2022-01", DESKTOP, "light"],
  ["conformance", "/cases/kaz-2022-01/conformance", DESKTOP, "light"],
  ["claims", "/claims/csto-2022", DESKTOP, "light"],
  ["compare", "/compare?state=ARM~KAZ~RUS&limit=20", DESKTOP, "light"],
  ["laboratory", "/scenarios/appeal?alliance=csto&appellant=usa", DESKTOP, "light"],
  ["laboratory-phone", "/scenarios/appeal?alliance=csto&appellant=usa", PHONE, "dark"],
] as const;

const madeWith = existsSync(VERSION) ? readFileSync(VERSION, "utf8").trim() : null;
const otherBrowser = !keep && browserMajor() !== madeWith;

describe.skipIf(!hasChromium || otherBrowser)("the looks of pages, with chromium", () => {
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await openSite();
    ({ page } = await site.open({
      bypassCSP: true,
      deviceScaleFactor: 1,
      reducedMotion: "reduce",
      colorScheme: "light",
      viewport: DESKTOP,
    }));
    await page.goto(site.host.origin);
    await settled(page);
    await useOneFont(page);
    if (keep) {
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(VERSION, `${browserMajor()}\n`);
    }
  }, 120_000);
  afterAll(() => site?.close());

  it.each(LOOKS)("%s: %s", async (name, address, viewport, colorScheme) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await visit(page, address);
    await furnished(page);
    await page.evaluate(() => scrollTo(0, 0));
    const file = join(KEPT, `${name}.png`);
    const kept = existsSync(file) && !keep ? readFileSync(file) : null;
    const { small, share } = await compareLook(page, await page.screenshot(), kept);
    const picture = Buffer.from(small, "base64");
    if (keep) return writeFileSync(file, picture);
    const made = join(MADE, `${name}.png`);
    mkdirSync(MADE, { recursive: true });
    writeFileSync(made, picture);
    expect(share, `${made} is not ${file}`).not.toBeNull();
    expect(share, `${made} is not ${file}`).toBeLessThan(MOST);
  });
});
