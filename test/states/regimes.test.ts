import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/states/csv.ts";
import type { StateKey } from "../../src/states/state.ts";
import { table } from "./load-states.ts";

const spells = parseCsv(readFileSync("data/regimes.csv", "utf8")).rows.map(({ fields }) => {
  const [key = "", from, to, regime = ""] = fields;
  return { key: key as StateKey, from: Number(from), to: Number(to), regime };
});

const regimeOf = (key: string, year: number): string | undefined =>
  spells.find((spell) => spell.key === key && spell.from <= year && year <= spell.to)?.regime;

describe("data/regimes.csv", () => {
  it("holds spells of known states that existed, in order, without overlap, 1946 to 2025", () => {
    for (const [i, { key, from, to, regime }] of spells.entries()) {
      const label = `${key} ${from}-${to}`;
      expect(["democracy", "autocracy"], label).toContain(regime);
      expect(1946 <= from && from <= to && to <= 2025, label).toBe(true);
      for (const year of [from, to]) {
        const days = [`${year}-01-01`, `${year}-12-31`];
        expect(
          days.some((date) => table.identity(key, date) !== undefined),
          label,
        ).toBe(true);
      }
      const next = spells[i + 1];
      if (next?.key !== key) continue;
      expect(next.from, label).toBeGreaterThan(to);
      // Spells of one class that touch would be one spell.
      if (next.from === to + 1) expect(next.regime, label).not.toBe(regime);
    }
  });

  it.each([
    ["RUS", 1980, "autocracy"],
    ["DDR", 1989, "autocracy"],
    ["DEU", 1989, "democracy"],
    ["YUG", 1999, "autocracy"],
    ["SCG", 2004, "democracy"],
    ["TWN", 1947, "autocracy"],
    ["TWN", 2024, "democracy"],
    ["SYR", 1960, undefined],
    ["AND", 2000, undefined],
    ["ARM", 2024, "democracy"],
    ["KGZ", 2024, "autocracy"],
  ])("%s in %i is %s", (key, year, expected) => {
    expect(regimeOf(key, year)).toBe(expected);
  });

  const source = "../shared/data/regimes_leaders/democracy_country_year.csv.gz";
  it.skipIf(!existsSync(source))("holds every year of the source once, cut at 0.5", () => {
    const text = gunzipSync(readFileSync(source)).toString("utf8");
    const { header, rows } = parseCsv(text);
    const [cow, year, index] = ["ccode", "year", "v2x_polyarchy"].map((c) => header.indexOf(c));
    const valued = rows
      .map(({ fields }) => ({
        cow: fields[cow ?? -1] ?? "",
        year: Number(fields[year ?? -1]),
        index: fields[index ?? -1] ?? "",
      }))
      .filter((row) => row.year >= 1946 && row.year <= 2025 && row.index !== "");
    const years = spells.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    expect(years).toBe(valued.length);
    for (const row of valued) {
      const key =
        table.byCode("cow", row.cow, `${row.year}-12-31`) ??
        table.byCode("cow", row.cow, `${row.year}-01-01`);
      const expected = Number(row.index) >= 0.5 ? "democracy" : "autocracy";
      expect(regimeOf(key ?? "", row.year), `${row.cow} ${row.year}`).toBe(expected);
    }
  });
});
