import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerOf } from "../laboratory.ts";
import { hasChromium } from "./browser.ts";
import { furnished } from "./looks.ts";
import { openSite, type Site, settled, visit } from "./web-site.ts";

vi.setConfig({ testTimeout: 120_000 });

const ROLL_CALL = "/rollcalls/A-RES-ES-11-1";

/** What a saved drawing holds, read by the browser's own parser of XML. */
interface Drawing {
  readonly faults: number;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly text: string;
  readonly outside: readonly string[];
}

describe.skipIf(!hasChromium)("the maps, with chromium", () => {
  let site: Site;
  let page: Page;
  let wrong: readonly string[];

  beforeAll(async () => {
    site = await openSite();
    ({ page, wrong } = await site.open());
    await page.goto(site.host.origin);
    await settled(page);
    await furnished(page);
  }, 120_000);
  afterAll(async () => {
    expect(wrong).toEqual([]);
    await site?.close();
  });

  const saved = async (form: "svg" | "png") => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`button[data-map=${form}]`).click(),
    ]);
    return { name: file.suggestedFilename(), body: readFileSync(await file.path()) };
  };

  /** Titles of the states by the colour of their group, where a shape or a dot is in it. */
  const read = (svg: string): Promise<Drawing> =>
    page.evaluate((text) => {
      const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
      const groups: Record<string, string[]> = {};
      for (const group of drawing.querySelectorAll("g[class]")) {
        const fill = group.getAttribute("fill")!;
        const title = group.querySelector("title")?.textContent;
        if (title === undefined || group.querySelector("path, circle") === null) continue;
        (groups[`${group.getAttribute("class")} ${fill}`] ??= []).push(title);
      }
      return {
        faults: drawing.querySelectorAll("parsererror").length,
        groups,
        text: [...drawing.querySelectorAll("text")].map((one) => one.textContent).join(" "),
        outside: text.match(/url\(|href=|var\(|<style/gu) ?? [],
      };
    }, svg);

  it("show the members of an alliance, and say whose outlines they are", async () => {
    const note = await page.locator(".map p", { hasText: "Natural Earth" }).textContent();
    expect(note).toContain("(Crimea: A/RES/68/262). They say nothing on any border.");
    const { name, body } = await saved("svg");
    expect(name).toBe("casus-alliances-csto-map.svg");
    const { faults, groups } = await read(body.toString());
    expect(faults).toBe(0);
    const { summary } = await answerOf("/alliances/csto");
    expect(groups["member #0072b2"]).toHaveLength(Number(summary["members"]));
    expect(groups["member #0072b2"]!.map((title) => title.split(":")[0])).toContain("Armenia");
  });

  it("are saved as a drawing that stands alone, with every vote of the answer", async () => {
    await visit(page, ROLL_CALL);
    await furnished(page);
    const answer = await answerOf(ROLL_CALL);
    const { name, body } = await saved("svg");
    expect(name).toBe("casus-rollcalls-A-RES-ES-11-1-map.svg");
    const { faults, groups, text, outside } = await read(body.toString());
    expect([faults, outside]).toEqual([0, []]);
    const of = (vote: string) =>
      answer.rows
        .filter((row) => row["vote"] === vote)
        .map((row) => `${String(row["name"])}: ${vote}`);
    expect(groups).toEqual({
      "vote-yes #0072b2": of("yes"),
      "vote-abstain #f0e0a0": of("abstain"),
      "vote-no #b34700": of("no"),
      "vote-absent #ffffff": of("absent"),
    });
    expect(groups["vote-yes #0072b2"]).toHaveLength(141);
    for (const part of [answer.title, answer.record, ROLL_CALL, "yes 141", "Natural Earth"])
      expect(text).toContain(part);
  });

  it("are saved as a picture at twice their size", async () => {
    const { body } = await saved("png");
    expect(body.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(body.readUInt32BE(16)).toBe(1920);
  });
});
