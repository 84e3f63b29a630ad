import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/states/csv.ts";

const fields = (text: string): readonly (readonly string[])[] =>
  parseCsv(text).rows.map((row) => row.fields);

describe("parseCsv", () => {
  it("reads quotes, doubled quotes, commas and empty fields", () => {
    expect(fields('a,b,c\n"x,y","say ""no""",\n,,z\n')).toEqual([
      ["x,y", 'say "no"', ""],
      ["", "", "z"],
    ]);
  });

  it("keeps the line a row begins on when a field breaks over lines", () => {
    const { rows } = parseCsv('a,b\n1,"two\nlines"\n3,4\n');
    expect(rows).toEqual([
      { line: 2, fields: ["1", "two\nlines"] },
      { line: 4, fields: ["3", "4"] },
    ]);
  });

  it("reads CRLF, a byte-order mark, a last line without an end, and skips empty lines", () => {
    expect(parseCsv("\uFEFFa,b\r\n1,2\r\n\r\n3,4").header).toEqual(["a", "b"]);
    expect(fields("\uFEFFa,b\r\n1,2\r\n\r\n3,4")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it.each([
    ["a,b\n1\n", "t.csv:2", "1 fields where the header has 2"],
    ['a,b\n1,2\n3,"4\n', "t.csv:3", "a quote that never closes"],
    ['a,b\n"1"x,2\n', "t.csv:2", "text after a closing quote: x"],
    ['a,b\n1"x,2\n', "t.csv:2", 'a quote inside an unquoted field: 1"x'],
    ["", "t.csv:1", "the file is empty."],
  ])("names file and line of the fault in %j", (text, where, message) => {
    expect(() => parseCsv(text, "t.csv")).toThrow(expect.objectContaining({ where, message }));
  });
});
