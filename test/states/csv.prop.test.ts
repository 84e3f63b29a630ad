import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseCsv } from "../../src/states/csv.ts";

const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", "\r", " ") });

it("returns every table that was written with quotes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain((n) =>
        fc.array(fc.array(cell, { minLength: n, maxLength: n }), {
          minLength: 1,
          maxLength: 6,
        }),
      ),
      fc.constantFrom("\n", "\r\n"),
      (records, end) => {
        // A row of one empty field is an empty line, which a reader cannot tell from none.
        fc.pre(records.every((record) => record.length > 1 || record[0] !== ""));
        const text = records.map((record) => record.map(quote).join(",") + end).join("");
        const { header, rows } = parseCsv(text);
        expect([header, ...rows.map((row) => row.fields)]).toEqual(records);
      },
    ),
  );
});
