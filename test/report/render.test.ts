import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NotFoundError, UsageError } from "../../src/errors.ts";
import { linkedomDocument } from "../../src/figures/linkedom-document.ts";
import { MEDIA_TYPES, render, type Form } from "../../src/report/render.ts";
import { HOSTILE_SAMPLE, SAMPLE } from "./sample-answer.ts";

const FORMS = Object.keys(MEDIA_TYPES) as Form[];
const VOID = /^(?:meta|br|hr|img|input|link)$/u;

/** Tags of a page in order, checked to be closed in the order in which they were opened. */
function openTags(html: string): readonly string[] {
  const body = html.replace(/<style>.*?<\/style>/su, "<style></style>");
  const open: string[] = [];
  const all: string[] = [];
  for (const [, close, name = "", self] of body.matchAll(
    /<(\/)?([a-zA-Z][\w]*)[^<>]*?(\/)?>/gu,
  )) {
    if (close === "/") expect(open.pop()).toBe(name);
    else {
      all.push(name);
      if (self !== "/" && !VOID.test(name)) open.push(name);
    }
  }
  expect(open).toStrictEqual([]);
  return all;
}

/** Modules that a module loads at once, by the static imports that carry values. */
function loadedBy(file: URL, seen: Set<string>): Set<string> {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const text = readFileSync(file, "utf8");
  for (const [, what = "", from = ""] of text.matchAll(/^import ([^;]*?)from "([^"]+)";/gmsu)) {
    if (what.startsWith("type ")) continue;
    if (from.startsWith(".")) loadedBy(new URL(from, file), seen);
    else seen.add(from);
  }
  return seen;
}

describe("render", () => {
  test.each(FORMS)(
    "%s gives the same bytes twice, as text that ends its last line",
    async (form) => {
      const [first, second] = [
        await render(SAMPLE, form),
        await render(structuredClone(SAMPLE), form),
      ];
      expect(first).toStrictEqual(second);
      expect(first.type).toBe(MEDIA_TYPES[form]);
      expect(first.body.endsWith("\n")).toBe(true);
      expect(first.body).not.toMatch(/\bNaN\b|\bInfinity\b|\bundefined\b|\[object/u);
    },
  );

  test("an answer without a figure has no .svg, and the error says what it has", async () => {
    const bare = { ...SAMPLE, figure: null };
    await expect(render(bare, "svg")).rejects.toThrow(NotFoundError);
    await expect(render(bare, "svg")).rejects.toMatchObject({
      hint: expect.stringContaining(".json"),
    });
  });

  test("an unknown form is refused by name", async () => {
    await expect(render(SAMPLE, "pdf" as Form)).rejects.toThrow(UsageError);
  });

  test("neither Plot nor a document is loaded before something is drawn", () => {
    const loaded = [
      ...loadedBy(new URL("../../src/report/render.ts", import.meta.url), new Set()),
    ];
    expect(loaded.some((name) => name.endsWith("render-json.ts"))).toBe(true);
    expect(
      loaded.filter((name) => /observablehq|linkedom|render-figure|figure-spec/u.test(name)),
    ).toStrictEqual([]);
  });

  test("takes another drawer of figures", async () => {
    const { body } = await render(SAMPLE, "svg", {
      figures: (figure) => `<svg>${figure.kind}</svg>\n`,
    });
    expect(body).toBe("<svg>series</svg>\n");
  });
});

describe("the HTML page", () => {
  test.each([SAMPLE, HOSTILE_SAMPLE])(
    "is well formed, with nothing run and nothing fetched",
    async (answer) => {
      const { body } = await render(answer, "html");
      const tags = openTags(body);
      expect(
        tags.filter((tag) => /^(?:script|iframe|img|link|object|embed)$/u.test(tag)),
      ).toStrictEqual([]);
      expect(body).not.toMatch(/\s(?:src|srcset|on\w+)=|@import|url\((?!#)/u);
      expect(tags.filter((tag) => tag === "h1")).toHaveLength(1);
      expect(tags.filter((tag) => tag === "main")).toHaveLength(1);
    },
  );

  test("names the part of each run of findings in a long list, and only there", async () => {
    const [finding] = SAMPLE.findings;
    const [section] = SAMPLE.sections;
    const findings = Array.from({ length: 9 }, (_, i) => ({ ...finding!, id: `f${i}` }));
    const sections = [
      { ...section!, title: "First part", findings: ["f0", "f1"] },
      { ...section!, title: "Second part", findings: ["f2", "f3"] },
    ];
    const { body } = await render({ ...SAMPLE, findings, sections }, "html");
    const list = /<ol class="findings">([\s\S]*?)<\/ol>/u.exec(body)?.[1] ?? "";
    const order = [
      ...list.matchAll(/<li (?:id="(finding-\d)|class="of"><a href="#(section-\d))/gu),
    ];
    expect(order.map(([, item, part]) => item ?? part).slice(0, 7)).toStrictEqual([
      ...["section-1", "finding-1", "finding-2"],
      ...["section-2", "finding-3", "finding-4", "finding-5"],
    ]);
    const few = await render({ ...SAMPLE, findings: findings.slice(0, 8), sections }, "html");
    expect(few.body).not.toContain('class="of"');
  });

  test("every id stands once and every link within the page leads somewhere", async () => {
    const { body } = await render(SAMPLE, "html");
    const ids = [...body.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
    for (const [, target] of body.matchAll(/aria-labelledby="([^"]+)"/gu))
      expect(ids).toContain(target);
  });

  test("says what it covers, what it found, from what, under which terms, and how to cite it", async () => {
    const document = linkedomDocument();
    const { body } = await render(SAMPLE, "html");
    document.documentElement.innerHTML = body.replace(/^<!doctype html>\n/u, "");
    const text = document.documentElement.textContent.replaceAll(/\s+/gu, " ");
    for (const part of [
      "Covers 1999-12-31 to 2003-06-30.",
      "value 0.424; 90 % interval 0.310 to 0.550; n = 31; Kappa.",
      "Held against: Rank 3 of 190.",
      "Terms: CC BY 4.0.",
      "Terms: ask; redistribution: derived-only.",
      "Small n.",
      "/r/0123456789ab/alliances/abc/alignment?by=year",
      "ER -",
    ]) {
      expect(text).toContain(part);
    }
    expect(document.querySelectorAll("table caption").length).toBe(
      document.querySelectorAll("table").length,
    );
    expect(document.querySelectorAll("tbody tr").length).toBe(SAMPLE.rows.length + 70);
    expect(document.querySelectorAll("svg[role=img][aria-label]").length).toBe(2);
  });
});
