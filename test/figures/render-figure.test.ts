import { describe, expect, test } from "vitest";
import { figureSpec } from "../../src/figures/figure-spec.ts";
import { linkedomDocument } from "../../src/figures/linkedom-document.ts";
import { renderFigure } from "../../src/figures/render-figure.ts";
import { GAPPED, RANKS, SERIES, spansOfMembers, SPANS, VOTES } from "./figures.ts";

const options = { document: linkedomDocument(), width: 640 };
const HOSTILE = `<script>alert("x")</script>&'`;

function linePaths(svg: string): readonly string[] {
  const lines = svg.split('aria-label="line"')[1]?.split("</g>")[0] ?? "";
  return [...lines.matchAll(/ d="([^"]*)"/gu)].map(([, path = ""]) => path);
}

describe("renderFigure", () => {
  test("draws no line across a missing period and a lone value as a dot", () => {
    const svg = renderFigure(SERIES, GAPPED, options);
    const moves = linePaths(svg).join("").match(/M/gu) ?? [];
    expect(moves).toHaveLength(2);
    expect(svg.match(/<circle/gu)).toHaveLength(1);
  });

  test("a complete series is one stroke", () => {
    const rows = GAPPED.slice(0, 3);
    const svg = renderFigure(SERIES, rows, options);
    expect(linePaths(svg).join("").match(/M/gu)).toHaveLength(1);
    expect(svg).not.toContain("<circle");
  });

  test("years stand as plain integers", () => {
    const svg = renderFigure(SERIES, GAPPED, options);
    expect(svg).toContain(">2002</text>");
    expect(svg).not.toContain("2,002");
  });

  test("escapes what comes from the record, in the title, labels and the source line", () => {
    const rows = [
      { name: HOSTILE, value: 0.5, lower: null, upper: null },
      { name: "B", value: 0.4, lower: null, upper: null },
    ];
    const svg = renderFigure({ ...RANKS, title: HOSTILE }, rows, {
      ...options,
      source: HOSTILE,
    });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;");
  });

  test("the paper is drawn only for a figure that stands alone", () => {
    expect(renderFigure(SERIES, GAPPED, options)).toContain('<rect width="100%"');
    const inner = renderFigure(SERIES, GAPPED, { ...options, background: false });
    expect(inner).not.toContain('<rect width="100%"');
  });

  test.each([SERIES, RANKS, VOTES, SPANS])("$kind without rows is drawn empty", (figure) => {
    expect(renderFigure(figure, [], options)).toMatch(/^<svg .*<\/svg>\n$/su);
  });
});

describe("figureSpec", () => {
  test("says the range of a series in words", () => {
    const { description } = figureSpec(
      { figure: SERIES, rows: GAPPED },
      { width: 640, paper: "#fff" },
    );
    expect(description).toBe("A line of Agreement from 2000 to 2005, between 0.4 and 0.7.");
  });

  test("begins with the first value: empty periods before it are no gap", () => {
    const rows = [
      { year: 1990, value: null },
      { year: 1995, value: null },
      ...GAPPED.slice(0, 3),
    ];
    const spec = figureSpec({ figure: SERIES, rows }, { width: 640, paper: "#fff" });
    expect(spec.description).toContain("from 2000 to 2002");
    expect(spec.legend.map(({ label }) => label)).toStrictEqual(["interval"]);
  });

  test("shades what is not covered up to the last year", () => {
    const input = { figure: SERIES, rows: GAPPED.slice(0, 3) };
    const covers = { from: "2000-01-01", to: "2004-12-31" };
    const labels = (covered: typeof covers | null) =>
      figureSpec({ ...input, covers: covered }, { width: 640, paper: "#fff" }).legend.map(
        ({ label }) => label,
      );
    expect(labels(null)).toStrictEqual(["interval"]);
    expect(labels(covers)).toStrictEqual(["interval", "no value"]);
  });

  test("a rank without a value is counted, not drawn as zero", () => {
    const rows = [
      { name: "A", value: 0.5, lower: 0.4, upper: 0.6 },
      { name: "B", value: null, lower: null, upper: null },
    ];
    const { caption } = figureSpec({ figure: RANKS, rows }, { width: 640, paper: "#fff" });
    expect(caption).toContain("Not drawn, without a value: 1.");
  });

  test("a grid counts the rows that it leaves out", () => {
    const rows = [
      { symbol: "A/1", state: "AAA", vote: "yes" },
      { symbol: null, state: "AAA", vote: "yes" },
    ];
    const { caption } = figureSpec({ figure: VOTES, rows }, { width: 640, paper: "#fff" });
    expect(caption).toContain("Not drawn, without a symbol or a vote: 1.");
  });

  test("a span open at the last day is told from one that ended", () => {
    const svg = spansOfMembers();
    expect(svg).toContain("lasts on 2025-12-18");
    expect(svg).toContain("1 last to 2025-12-18, 2 ended before.");
    expect(svg).toContain("Not drawn, without a first day up to 2025-12-18: 1.");
  });
});
