import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { simulatedShare } from "../../src/answer/text.ts";
import { answerOf } from "../laboratory.ts";
import { hasChromium } from "./browser.ts";
import { openSite, type Site, settled, visit } from "./web-site.ts";

// The longest first answer, on a machine that others load; no test is about time.
vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!hasChromium)("the laboratory in a published folder, with chromium", () => {
  let site: Site;
  let page: Page;
  let wrong: readonly string[];

  beforeAll(async () => {
    site = await openSite();
    ({ page, wrong } = await site.open());
    await page.goto(site.host.origin);
    await settled(page);
  }, 120_000);
  afterAll(async () => {
    expect(wrong).toEqual([]);
    await site?.close();
  });

  const CALL = "/scenarios/appeal?alliance=csto&appellant=rus&seed=7";

  it("shows outcome, base rate, back-test and calibration, and a stance fixed by hand", async () => {
    await visit(page, CALL);
    const { sections } = await answerOf(CALL);
    const outcomes = sections.find(({ id }) => id === "outcome")!.rows;
    const said = outcomes.map(({ probability }) => Number(probability).toFixed(2));
    expect(said.length).toBeGreaterThan(3);
    const shown = await page.locator(".outcome .big").allTextContents();
    expect(shown.toSorted()).toEqual(said.toSorted());
    expect(await page.locator(".calibration svg").count()).toBe(1);
    expect(await page.locator(".outcome tbody tr").count()).toBeGreaterThan(3);
    const stance = page.getByLabel("Stance of Kazakhstan");
    await stance.selectOption("no");
    await page.waitForFunction(() => location.search.includes("hold=KAZ:no"));
    await settled(page);
    const held = await answerOf(`${CALL}&hold=KAZ:no`);
    expect(await page.locator(".outcome .big").allTextContents()).toContain(
      simulatedShare(Number(held.summary["adopted"])),
    );
    expect(await stance.inputValue()).toBe("no");
  });

  it("goes through the path step by step, by keyboard", async () => {
    await visit(page, CALL);
    const { sections } = await answerOf(CALL);
    const plan = sections.find(({ id }) => id === "plan")!.rows;
    expect(await page.locator(".steps > li").count()).toBe(plan.length);
    await page.getByRole("button", { name: "From the first step" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("step=1"));
    expect(await page.locator(".steps > li.to-come").count()).toBe(plan.length - 1);
    await page.getByRole("button", { name: "Next step" }).focus();
    await page.keyboard.press("Space");
    expect(await page.locator(".steps > li[aria-current] h3").textContent()).toBe(
      plan[1]!["stage"],
    );
  });

  it("holds two calls side by side, both in the link", async () => {
    await visit(page, CALL);
    await page.getByRole("button", { name: "Keep this call" }).click();
    await page.getByLabel("Threat").selectOption("terrorism");
    await page.waitForFunction(() => location.search.includes("threat=terrorism"));
    await settled(page);
    await page.getByText("This call:").waitFor();
    const link = page.url();
    expect(new URL(link).hash).toContain("beside=");
    const rows = page.locator('[aria-label="Two calls side by side"] tbody tr');
    expect(await rows.first().textContent()).toBe("Threatterrorismby default");
  });

  it("answers a call that the rules refuse with the article, and a way on", async () => {
    await visit(page, `${CALL}&place=outside`);
    const said = await page.locator(".refusal").textContent();
    expect(said).toContain("article 3(outside)");
    await page.getByRole("link", { name: "Ask with mandate=yes" }).click();
    await settled(page);
    expect(await page.locator(".steps > li").count()).toBeGreaterThan(2);
  });
});
