import { describe, expect, test } from "vitest";
import { citation, permalink } from "../../src/report/citation.ts";
import { renderBib } from "../../src/report/render-bib.ts";
import { renderMarkdown } from "../../src/report/render-markdown.ts";
import { textTable } from "../../src/report/text-table.ts";
import { renderText } from "../../src/report/render-text.ts";
import { HOSTILE_SAMPLE, SAMPLE } from "./sample-answer.ts";

const ESCAPE = "\u001b";

describe("Markdown", () => {
  test("keeps a table's cells apart whatever they hold", () => {
    const lines = renderMarkdown(SAMPLE).split("\n");
    expect(lines).toContain("| CCC | 2002 |  | a\\|b |  |");
    expect(lines).toContain("| BBB | 2001 | 0.00 | two lines | no |");
    expect(lines).toContain("| --- | ---: | ---: | --- | --- |");
  });

  test("cuts a long table and says where the rest is", () => {
    const text = renderMarkdown(SAMPLE);
    expect(text).toContain(
      "60 of 70 rows; all of them: `/alliances/abc/alignment.json?by=year`.",
    );
    expect(text).toContain("| 59 |");
    expect(text).not.toContain("| 60 |");
  });

  test("lets no markup of the record through", () => {
    const text = renderMarkdown(HOSTILE_SAMPLE);
    expect(text).not.toMatch(/(?<!\\)<script/u);
    expect(text).not.toMatch(/^# f/mu);
    const header = text.split("\n").find((line) => line.startsWith("| \\<script"));
    expect(header?.match(/(?<!\\)\|/gu)).toHaveLength(SAMPLE.columns.length + 1);
  });

  test("states findings with their interval before anything else", () => {
    const text = renderMarkdown(SAMPLE);
    expect(text).toContain("(value 0.424; 90 % interval 0.310 to 0.550; n = 31.)");
    expect(text.indexOf("## Findings")).toBeLessThan(text.indexOf("## Data"));
  });
});

describe("text for a terminal", () => {
  test.each([40, 60, 80, 200])("fits %d columns", (width) => {
    for (const answer of [SAMPLE, HOSTILE_SAMPLE]) {
      const long = renderText(answer, { width })
        .split("\n")
        .filter((line) => line.length > width && line.trim().includes(" "));
      expect(long).toStrictEqual([]);
    }
  });

  test("sets numbers to the right and cuts no number", () => {
    const lines = renderText(SAMPLE, { width: 80 }).split("\n");
    expect(lines).toContain("State  Year  Kappa  Note              Known");
    expect(lines).toContain('AAA    2000   1.01  says "no", twice  yes');
    expect(lines).toContain("BBB    2001   0.00  two lines         no");
  });

  test("cuts no address, and names the columns that find no room", () => {
    const address = "/rollcalls/A-RES-ES-11-1";
    const words = "words that go on and on";
    const columns = ["address", "first", "second", "third"].map((name) => ({
      name,
      label: name,
    }));
    const rows = [{ address, first: words, second: words, third: words }];
    expect(textTable(columns, rows, 56)).toStrictEqual([
      "address                   first         second",
      "/rollcalls/A-RES-ES-11-1  words that …  words that …",
      "Not shown for want of room: third. --format json holds",
      "all.",
    ]);
  });

  test("holds control sequences only where colour is asked for", () => {
    const hostile = {
      ...SAMPLE,
      title: `${ESCAPE}[31mred`,
      caveats: [`${ESCAPE}]0;title\u0007`],
    };
    expect(renderText(hostile)).not.toContain(ESCAPE);
    expect(renderText(SAMPLE, { colour: true })).toContain(`${ESCAPE}[1mAlignment`);
  });
});

describe("citation", () => {
  test("cites the permalink of the release with the date of the release", () => {
    const cited = citation(SAMPLE, "https://casus.example/");
    const url = "https://casus.example/r/0123456789ab/alliances/abc/alignment?by=year";
    expect(permalink(SAMPLE)).toBe("/r/0123456789ab/alliances/abc/alignment?by=year");
    expect(cited.text).toBe(
      `Casus (2026). Alignment of "ABC" & others. Record 0123456789ab, data to 2003-06-30. ${url}`,
    );
    expect(cited.ris.split("\n")).toContain("PY  - 2026");
    expect(cited.ris.endsWith("ER  - \n")).toBe(true);
    expect(JSON.parse(cited.cslJson)).toMatchObject([
      { URL: url, issued: { "date-parts": [[2026, 3, 9]] }, type: "webpage" },
    ]);
  });

  test("names no address where none is served: the permalink stands in the note", () => {
    const link = "/r/0123456789ab/alliances/abc/alignment?by=year";
    const cited = citation(SAMPLE);
    const note = `Record 0123456789ab, data to 2003-06-30, permalink ${link}`;
    expect(cited.text).toBe(`Casus (2026). Alignment of "ABC" & others. ${note}`);
    expect(cited.bibtex).toContain(`permalink ${link}`);
    expect(cited.bibtex).not.toMatch(/^ *url /mu);
    expect(cited.ris).toContain(`N1  - ${note}`);
    expect(cited.ris).not.toMatch(/^UR /mu);
    const [csl] = JSON.parse(cited.cslJson) as readonly object[];
    expect(csl).toMatchObject({ note });
    expect(csl).not.toHaveProperty("URL");
  });

  test("says that a release has no date where its sources tell none", () => {
    const cited = citation({ ...SAMPLE, issued: "" });
    expect(cited.text).toMatch(/^Casus \(n\.d\.\)\./u);
    expect(cited.ris).not.toMatch(/^(?:PY|DA) /mu);
    expect(cited.cslJson).not.toContain("issued");
  });

  test("no line of RIS can be made by a title", () => {
    const cited = citation({ ...SAMPLE, title: "A\nER  - \nTY  - BOOK" });
    expect(cited.ris.match(/^(?:TY|ER) {2}-/gmu)).toHaveLength(2);
  });
});

describe("BibTeX", () => {
  test("names the answer and its sources, with what their lines state", () => {
    const text = renderBib(SAMPLE);
    expect(text).toContain("@misc{casus-alliances-abc-alignment-by-year-0123456789ab,");
    expect(text).toContain('title  = {{Alignment of "ABC" \\& others}}');
    expect(text).toContain("@misc{src-1,");
    expect(text).toContain("author = {{Office}}");
    expect(text).toContain("title  = {{Some data, version 2}}");
    expect(text).toContain("doi    = {10.5/abc}");
    expect(text).toContain("url    = {https://example.org/a_b}");
    expect(text).toContain("title = {{Undated. Something else}}");
  });

  test("keeps its braces even whatever a title holds", () => {
    for (const title of ["{", "}}", "a\\", "%", "\\}{"]) {
      const entry = citation({ ...SAMPLE, title }).bibtex;
      const plain = entry.replaceAll(/\\[{}%&$#_]/gu, "");
      expect(plain.match(/\{/gu)?.length).toBe(plain.match(/\}/gu)?.length);
      expect(plain).not.toContain("%");
    }
  });
});
