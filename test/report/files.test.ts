import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { renderCsv } from "../../src/report/render-csv.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { HOSTILE_SAMPLE, SAMPLE } from "./sample-answer.ts";

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const [sign, row] = [text[i]!, rows.at(-1)!];
    if (quoted && sign === '"' && text[i + 1] === '"') {
      row[row.length - 1] += '"';
      i += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") row.push("");
    else if (!quoted && sign === "\n") rows.push([""]);
    else row[row.length - 1] += sign;
  }
  expect(rows.pop()).toStrictEqual([""]);
  return rows;
}

describe("JSON", () => {
  test("is the same each time and reads back with the keys in their order", () => {
    const text = renderJson(SAMPLE);
    expect(renderJson(structuredClone(SAMPLE))).toBe(text);
    expect(text.endsWith("}\n")).toBe(true);
    const read = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(read).join(" ")).toBe(
      "address record issued title summary columns rows sections findings method sources caveats covers",
    );
    const [section] = read["sections"] as Record<string, unknown>[];
    expect(Object.keys(section ?? {}).join(" ")).toBe(
      "id title text findings address columns rows",
    );
  });

  test("holds one row a line, rounded, with null for what is not a number", () => {
    const text = renderJson(SAMPLE);
    expect(text).toContain(
      '\n    {"state":"AAA","year":2000,"kappa":1.01,"note":"says \\"no\\", twice","known":true},\n',
    );
    expect(text).toContain(
      '{"state":"BBB","year":2001,"kappa":0,"note":"two\\nlines","known":false}',
    );
    expect(text).toContain('"year":2002,"kappa":null');
    expect(text).toContain('"year":2003,"kappa":null');
    expect(text).toContain('"summary": {"measure":"kappa","mean":0.123457,"none":null}');
    expect(text).toContain('"value":0.424242,');
  });
});

describe("CSV", () => {
  test("quotes what must be quoted and leaves the unknown empty", () => {
    expect(renderCsv(SAMPLE)).toBe(
      "state,year,kappa,note,known\n" +
        'AAA,2000,1.01,"says ""no"", twice",true\n' +
        'BBB,2001,0,"two\nlines",false\n' +
        "CCC,2002,,a|b,\n" +
        "DDD,2003,,,true\n",
    );
  });

  test.each([SAMPLE, HOSTILE_SAMPLE])("holds exactly the rows of the JSON", (answer) => {
    const { rows } = JSON.parse(renderJson(answer)) as Pick<Answer, "rows">;
    const [head = [], ...lines] = readCsv(renderCsv(answer));
    expect(lines).toStrictEqual(rows.map((row) => head.map((name) => String(row[name] ?? ""))));
  });

  test("a single empty column is still a row", () => {
    const columns = [{ name: "a", label: "A" }];
    expect(renderCsv({ columns, rows: [{ a: null }, { a: 1 }] })).toBe('a\n""\n1\n');
  });
});
