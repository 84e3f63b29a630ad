import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bestPartitions } from "../../../src/kernels/best-partitions.ts";
import { criteriaOf } from "../../../src/measures/breaks/criteria-of.ts";
import { parseCsv } from "../../../src/states/csv.ts";

function table(name: string): readonly Readonly<Record<string, string>>[] {
  const { header, rows } = parseCsv(readFileSync(`test/golden/${name}.csv`, "utf8"));
  return rows.map(({ fields }) =>
    Object.fromEntries(header.map((column, index) => [column, fields[index] ?? ""])),
  );
}

const ones = (n: number): number[] => Array.from({ length: n }, () => 1);

describe("bestPartitions", () => {
  const data = table("breaks-data");
  const golden = table("breaks");

  it("has golden values for four series", () => {
    expect(new Set(golden.map(({ series }) => series)).size).toBe(4);
    expect(golden).toHaveLength(24);
  });

  it.each(golden)("agrees with strucchange on $series, $minimum, $breaks", (row) => {
    const values = data.filter(({ series }) => series === row["series"]);
    const numbers = values.map(({ value }) => Number(value));
    const breaks = Number(row["breaks"]);
    const n = numbers.length;
    const fits = bestPartitions(numbers, ones(n), Number(row["minimum"]), 2);
    const residuals = fits.map(({ residual }) => residual);
    const fit = fits[breaks]!;
    expect(fit.starts.join(" ")).toBe(row["starts"]);
    expect(fit.residual / Number(row["rss"])).toBeCloseTo(1, 9);
    expect(criteriaOf(residuals, n, "bic")[breaks]! / Number(row["bic"])).toBeCloseTo(1, 9);
  });

  it("finds an exact step, and gives no division that does not fit", () => {
    const fits = bestPartitions([1, 1, 1, 5, 5, 5, 5], ones(7), 3, 3);
    expect(fits).toHaveLength(2);
    expect(fits[1]!.starts).toEqual([3]);
    expect(fits[1]!.residual).toBeCloseTo(0, 12);
  });

  it("weighs values: a wild one that weighs little moves no break", () => {
    const values = [0, 0, 9, 0, 3, 3, 3, 3];
    const weights = [1, 1, 0.001, 1, 1, 1, 1, 1];
    expect(bestPartitions(values, weights, 2, 1)[1]!.starts).toEqual([4]);
  });

  it("names what it was given where that is no length", () => {
    expect(() => bestPartitions([1, 2], [1, 1], 0, 1)).toThrow(/minimum is 0/u);
    expect(() => bestPartitions([1, 2], [1, 1], 1, -1)).toThrow(/maximum is -1/u);
  });
});
