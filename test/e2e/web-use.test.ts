import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Extension } from "../../src/answer/address.ts";
import { readManifest } from "../../src/record/load-record.ts";
import { SHIPPED_RECORD } from "../../src/record/open-record.ts";
import { citation } from "../../src/report/citation.ts";
import { render } from "../../src/report/render.ts";
import { answerOf } from "../laboratory.ts";
import { hasChromium } from "./browser.ts";
import { openSite, publishedFolder, type Site, settled, visit } from "./web-site.ts";

// The longest first answer, on a machine that others load; no test is about time.
vi.setConfig({ testTimeout: 120_000 });

const COHESION = "/alliances/csto/cohesion";
const DYAD = "/dyads/arm-rus/alignment";

/** The address in the bar, without the host. */
const place = (page: Page): Promise<string> =>
  page.evaluate(() => `${location.pathname}${location.search}`);

/** Writes a copy of the record in which one file has other bytes, as its next release has. */
function nextRelease(folder: string): { readonly release: string; readonly file: string } {
  cpSync(SHIPPED_RECORD, folder, { recursive: true });
  const manifest = join(folder, "manifest.json");
  const { files, ...rest } = readManifest(readFileSync(manifest, "utf8"));
  const core = `${readFileSync(join(folder, "core.json"), "utf8")}\n`;
  const sha256 = createHash("sha256").update(core).digest("hex");
  const release = sha256.slice(0, 12);
  writeFileSync(join(folder, "core.json"), core);
  const changed = { ...files, "core.json": { bytes: Buffer.byteLength(core), sha256 } };
  writeFileSync(manifest, JSON.stringify({ ...rest, release, files: changed }));
  return { release, file: `/record/core.json?sha256=${sha256}` };
}

describe.skipIf(!hasChromium)("the published folder, with chromium", () => {
  let site: Site;
  let page: Page;
  let wrong: readonly string[];

  beforeAll(async () => {
    site = await openSite();
    ({ page, wrong } = await site.open());
    await page.goto(`${site.host.origin}${DYAD}`);
    await settled(page);
  }, 120_000);
  afterAll(async () => {
    expect(wrong).toEqual([]);
    await site?.close();
  });

  describe("by keyboard", () => {
    it("skips to the content, moves a slider, and goes back", async () => {
      await visit(page, COHESION);
      await page.locator(".skip").focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
      const slider = page.getByLabel("First year");
      expect(await slider.inputValue()).toBe("1946");
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => location.search === "?from=1947");
      await settled(page);
      expect(await slider.inputValue()).toBe("1947");
      await page.goBack();
      await settled(page);
      expect(await place(page)).toBe(COHESION);
      expect(await slider.inputValue()).toBe("1946");
    });

    it("takes keys pressed in a row for one step of the history", async () => {
      await visit(page, COHESION);
      const before = await page.evaluate(() => history.length);
      await page.getByLabel("First year").evaluate((slider: HTMLInputElement) => {
        for (const year of ["1947", "1948", "1949"]) {
          slider.value = year;
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          slider.dispatchEvent(new Event("change", { bubbles: true }));
        }
      });
      await page.waitForFunction(() => location.search === "?from=1949");
      expect(await page.evaluate(() => history.length)).toBe(before + 1);
    });

    it("takes a state by another name or a beginning, and says where it knows none", async () => {
      await visit(page, "/compare?state=ARM~KAZ&limit=20");
      const field = page.getByLabel("Add a state");
      await field.fill("Turkey");
      await field.press("Enter");
      await page.waitForFunction(() => location.search === "?state=ARM~KAZ~TUR&limit=20");
      await field.fill("belar");
      await field.press("Enter");
      await page.waitForFunction(() => location.search === "?state=ARM~BLR~KAZ~TUR&limit=20");
      await field.fill("zzz");
      await field.press("Enter");
      await page.waitForSelector("text=No one state with votes is named");
    });

    it("leads to the sources and the papers, and asks nothing of them", async () => {
      await visit(page, COHESION);
      const links = await page
        .locator(".notes a, .sources a")
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) expect(link).toMatch(/^https?:\/\/[^\s]+[^.,;)]$/u);
    });

    it("sorts a table and keeps the order in the link", async () => {
      await visit(page, "/states");
      await page.locator("thead button", { hasText: "Name" }).first().focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
      await page.waitForFunction(() => location.hash === "#data.sort=-name");
      const names = await page.locator("tbody tr td:nth-child(2)").allTextContents();
      expect(names.slice(0, 5)).toEqual(names.slice(0, 5).toSorted().toReversed());
    });

    it("takes a member out of a group, and leaves it two", async () => {
      await visit(page, "/groups/KAZ~KGZ~TJK/cohesion?from=2015");
      const members = page.locator(".controls fieldset").first().locator("button.chip");
      expect(await members.allTextContents()).toEqual([
        "Kazakhstan",
        "Kyrgyzstan",
        "Tajikistan",
      ]);
      await members.nth(1).focus();
      await page.keyboard.press("Enter");
      await page.waitForSelector('article[data-address^="/groups/KAZ~TJK/cohesion"]');
      await settled(page);
      expect(await place(page)).toBe("/groups/KAZ~TJK/cohesion?from=2015");
      expect(await page.textContent("main h1")).not.toContain("Kyrgyzstan");
      expect(
        await members.evaluateAll((all) => all.map((one) => one.matches(":disabled"))),
      ).toEqual([true, true]);
      await page.goBack();
      await settled(page);
      expect(await members.count()).toBe(3);
    });

    it("zooms a case to hours", async () => {
      await visit(page, "/cases/kaz-2022-01");
      await page.locator(".timeline").focus();
      for (let i = 0; i < 4; i += 1) await page.keyboard.press("+");
      const ticks = await page.locator(".timeline .tick text").allTextContents();
      expect(ticks.some((text) => /^\d{2}:00$/u.test(text))).toBe(true);
      const said = "local time (UTC+06:00)";
      expect(await page.locator("#timeline + p").textContent()).toContain(said);
      await page.waitForFunction(() => location.hash.startsWith("#zoom=2022-01-"));
      await page.keyboard.press("0");
      await page.waitForFunction(() => location.hash === "");
    });

    it("pins a state in the grid of votes", async () => {
      await visit(page, "/compare?state=ARM~KAZ~RUS&limit=20");
      await page.locator(".grid thead button", { hasText: "RUS" }).focus();
      await page.keyboard.press("Space");
      expect(await page.locator(".grid thead th").allTextContents()).toEqual([
        ...["Roll call", "RUS", "ARM", "KAZ"],
      ]);
      await page.waitForFunction(() => location.hash === "#pin=RUS");
    });

    it("filters the claims of a text by verdict, with the evidence in place", async () => {
      await visit(page, "/claims/csto-2022");
      const { rows } = await answerOf("/claims/csto-2022");
      const contradicted = rows.filter(({ verdict }) => verdict === "contradicted");
      await page.locator(".chips button", { hasText: "contradicted" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash === "#verdict=contradicted");
      expect(await page.locator(".claims > li .count").allTextContents()).toEqual(
        contradicted.map(({ n }) => String(n)),
      );
      await page.locator(".claims summary").first().click();
      expect(await page.locator(".claims details[open] a").count()).toBeGreaterThan(0);
    });

    it("sets what was done beside the article in force that day", async () => {
      await visit(page, "/cases/kaz-2022-01/conformance");
      await page.locator(".beside blockquote").first().waitFor();
      const { rows } = await answerOf("/cases/kaz-2022-01/conformance");
      expect(await page.locator(".beside .verdict").count()).toBe(rows.length);
      const article = await page
        .locator(".beside", { has: page.getByText("Article 4", { exact: true }) })
        .first()
        .locator("blockquote")
        .textContent();
      const { rows: texts } = await answerOf("/treaties/cst-1992?at=2022-01-05");
      expect(article).toBe(texts.find((row) => row["article"] === "4")?.["text"]);
    });

    it("searches everything while one writes", async () => {
      await visit(page, "/search");
      await page.getByRole("searchbox").fill("cuba");
      await page.locator(".hits").waitFor();
      const kinds = await page.locator(".hits h2").allTextContents();
      expect(kinds.map((text) => text.replace(/ \d+$/u, ""))).toEqual(
        expect.arrayContaining(["States", "Cases", "Roll calls"]),
      );
    });
  });

  describe("downloads", () => {
    const cases: readonly (readonly [string, readonly Extension[]])[] = [
      [`${COHESION}?from=2000`, ["csv", "json", "parquet", "svg", "md", "bib"]],
      ["/rollcalls/A-RES-ES-11-1", ["csv", "svg"]],
      ["/alliances/csto/assessment", ["json", "svg"]],
      ["/cases/kaz-2022-01", ["csv", "svg"]],
      [`${DYAD}?measure=pi&by=year`, ["csv", "json", "svg"]],
    ];
    const download = async (form: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`button[data-form=${form}]`).click(),
      ]);
      return readFileSync(await file.path());
    };

    it.each(cases)("of %s are the bytes of shell and API", async (address, forms) => {
      await visit(page, address);
      const answer = await answerOf(address);
      for (const form of forms) {
        const cited = citation(answer, site.host.origin);
        const { body } = await render(answer, form, { citation: cited });
        const got = await download(form);
        const wanted = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
        expect([form, got.equals(wanted)]).toEqual([form, true]);
      }
    });

    it("say how many rows they hold, and the table has as many", async () => {
      await visit(page, COHESION);
      const said = await page.locator("button[data-form=csv]").textContent();
      const rows = (await answerOf(COHESION)).rows.length;
      expect(said).toBe(`CSV ${rows} rows`);
      expect(await page.locator("#data ~ .table tbody tr").count()).toBe(rows);
    });

    it("give the figure as PNG with its source line, at twice its size", async () => {
      const png = await download("png");
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(1520);
    });

    it("cite the permalink in four forms, and embed code loads nothing", async () => {
      await page.getByRole("button", { name: "BibTeX", exact: true }).click();
      expect(await page.locator(".citation").textContent()).toMatch(/^@misc\{casus-/u);
      await page.locator(".embed summary").click();
      const code = await page.locator(".embed textarea").inputValue();
      expect(code).toContain(`/r/${(await answerOf(COHESION)).record}${COHESION}`);
      expect(code).toMatch(/src="data:image\/svg\+xml;base64,/u);
      expect(code.match(/https?:\/\/(?!127\.0\.0\.1)/gu)).toBeNull();
    });
  });

  describe("weight", () => {
    it("loads less than 200 kB of scripts for a chart page, without zod and yaml", async () => {
      const { page: fresh } = await site.open();
      const seen = site.host.log.length;
      await fresh.goto(`${site.host.origin}${DYAD}`);
      await settled(fresh);
      const loaded = new Set(
        site.host.log.slice(seen).flatMap(({ path }) => (path.endsWith(".js") ? path : [])),
      );
      const texts = [...loaded].map((path) => readFileSync(`${site.folder}${path}`));
      const sizes = texts.map((text) => gzipSync(text).length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
      for (const text of texts) expect(text.toString()).not.toMatch(/ZodError|YAMLParseError/u);
      await fresh.context().close();
    });
  });

  describe("print", () => {
    it.each(["csto", "nato"])("puts %s on one page of A4", async (id) => {
      await visit(page, `/brief/${id}`);
      expect(await page.locator(".brief .findings > li").count()).toBeGreaterThan(4);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(1);
    });
  });

  describe("states and links", () => {
    it("say what is wrong with the nearest names, also where no page was written", async () => {
      await visit(page, "/alliances/nat0");
      expect(await page.locator(".fault").textContent()).toContain("Nearest: nato");
      const { page: fresh } = await site.open();
      await fresh.goto(`${site.host.origin}/dyads/kaz-rus/alignment?by=year&from=2010`);
      await settled(fresh);
      expect(await fresh.locator("tbody tr").count()).toBe(
        (await answerOf("/dyads/kaz-rus/alignment?by=year&from=2010")).rows.length,
      );
      await fresh.context().close();
    });

    it("answer a permalink of this release and refuse another", async () => {
      const { record } = await answerOf("/alliances");
      await visit(page, `/r/${record}/alliances/csto`);
      expect(await page.textContent("main h1")).toContain("Collective Security Treaty");
      await visit(page, "/r/000000000000/alliances/csto");
      expect(await page.locator(".fault").textContent()).toContain("not 000000000000");
    });

    it("work without a network after the first visit", async () => {
      const { page: fresh } = await site.open({ serviceWorkers: "allow" });
      await fresh.goto(site.host.origin);
      await fresh.evaluate(async () => {
        await navigator.serviceWorker.ready;
        while (navigator.serviceWorker.controller === null) {
          await new Promise((done) => setTimeout(done, 50));
        }
      });
      await fresh.context().setOffline(true);
      await fresh.goto(`${site.host.origin}/alliances/gcc/cohesion?from=1990`);
      await settled(fresh);
      expect(await fresh.textContent("main h1")).toContain("Cohesion");
      await fresh.context().close();
    });

    it("take up a release of the record alone, and open it without a network", async () => {
      const { page: fresh } = await site.open({ serviceWorkers: "allow" });
      await fresh.goto(site.host.origin);
      await fresh.evaluate(() => navigator.serviceWorker.ready);
      const folder = mkdtempSync(join(tmpdir(), "casus-next-"));
      const next = nextRelease(folder);
      site.host.show(await publishedFolder("/", folder));
      await fresh.evaluate(async (file) => {
        const { scope } = await navigator.serviceWorker.ready;
        // The page's own registration, made again as on every visit.
        await navigator.serviceWorker.register(`${scope}sw.js`, { scope });
        while ((await caches.match(file)) === undefined) {
          await new Promise((done) => setTimeout(done, 50));
        }
        for (;;) {
          const kept = await (await caches.match(`${scope}index.html`))!.text();
          if (kept.includes(file.split("=")[1]!)) break;
          await new Promise((done) => setTimeout(done, 50));
        }
      }, next.file);
      await fresh.context().setOffline(true);
      await fresh.goto(`${site.host.origin}/alliances/gcc`);
      await settled(fresh);
      expect(await fresh.textContent("body")).toContain(next.release);
      await fresh.context().close();
      rmSync(folder, { recursive: true });
      site.host.show(site.folder);
    });
  });
});
