import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hasChromium } from "./browser.ts";
import { openSite, type Site, settled, visit } from "./web-site.ts";

vi.setConfig({ testTimeout: 120_000 });

const CASES = ["kaz-2022-01", "rus-2022-02", "kwt-1990-08", "arm-2022-09"];
const WIDTHS = [1280, 768, 375];
const ZOOMS = 8;

/** What cannot be read on the timeline of a page: names on their bars, and what leaves the frame. */
const unreadable = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const frame = document.querySelector(".timeline svg")!.getBoundingClientRect();
    const texts = [...document.querySelectorAll(".timeline text")];
    const outside = texts.filter((text) => {
      const { left, right } = text.getBoundingClientRect();
      return left < frame.left || right > frame.right;
    });
    const meet = (one: Element, other: Element): boolean => {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      // The box of a text is a few pixels higher than its letters.
      const [above, below] = [a.bottom - 3 <= b.top, b.bottom <= a.top + 3];
      return !above && !below && a.left < b.right && b.left < a.right;
    };
    const onBar = [...document.querySelectorAll(".timeline .bar")].filter((bar) =>
      meet(bar.querySelector("text")!, bar.querySelector("rect")!),
    );
    const ticks = [...document.querySelectorAll(".timeline .tick text")];
    const touching = ticks.filter((tick, i) => i > 0 && meet(tick, ticks[i - 1]!));
    const left = [...document.querySelectorAll(".drawing")].flatMap((drawing) => {
      const { left: edge, right } = drawing.getBoundingClientRect();
      return [...drawing.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < edge || box.right > right;
      });
    });
    return [...outside, ...onBar, ...touching, ...left].map((one) => one.textContent ?? "");
  });

describe.skipIf(!hasChromium)("the timeline of a case, with chromium", () => {
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await openSite();
    ({ page } = await site.open());
    await page.goto(`${site.host.origin}/cases/${CASES[0]}`);
    await settled(page);
  }, 120_000);
  afterAll(() => site?.close());

  it.each(CASES)("can be read at every width and zoom: %s", async (id) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await visit(page, `/cases/${id}`);
      await page.locator(".timeline svg text").first().waitFor();
      const before = await page.locator(".timeline").getAttribute("aria-label");
      for (let zoom = 0; zoom < ZOOMS; zoom += 1) {
        expect([width, zoom, await unreadable(page)]).toEqual([width, zoom, []]);
        await page.locator(".timeline").press(zoom === 0 ? "=" : "+");
      }
      expect(await page.locator(".timeline").getAttribute("aria-label")).not.toBe(before);
      await page.locator(".timeline").press("0");
    }
  });

  it("names events by their own words, and tells the clock of the case", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await visit(page, "/cases/kaz-2022-01");
    const names = await page.locator(".timeline .bar text").allTextContents();
    expect(names).toContain(
      "A state of emergency begins in Almaty and Mangystau, until 19 January.",
    );
    const figure = await page.locator("#data ~ .figure").first().textContent();
    expect(figure).toContain("emergency almaty");
    expect(figure).toContain("UTC+06:00");
    expect(await page.locator("#timeline + p").textContent()).toContain("UTC+06:00");
    const day = await page
      .locator(".timeline .bar title", { hasText: "residence" })
      .textContent();
    expect(day).toContain("2022-01-05T16:37");
  });
});
