import { readFileSync } from "node:fs";
import type { CoxRows } from "../../../src/measures/durability/survival-rows.ts";

const lines = (name: string): string[][] =>
  readFileSync(new URL(`../../golden/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** A set of rows as test/golden/survival.R wrote it. */
export interface GoldenSet extends CoxRows {
  readonly strata: Int32Array;
  readonly cluster: Int32Array;
}

const cells = lines("survival-data.csv");

/** The names of the sets. */
export const SETS = [...new Set(cells.map(([set]) => set!))];

/** The rows of a set; starts that are all 0 are left out. */
export function goldenSet(name: string): GoldenSet {
  const own = cells.filter(([set]) => set === name);
  const column = (at: number): Float64Array => Float64Array.from(own, (row) => Number(row[at]));
  const start = column(1);
  return {
    start: start.some((time) => time > 0) ? start : null,
    stop: column(2),
    event: Uint8Array.from(column(3)),
    names: ["a", "b", "c"],
    covariates: [column(4), column(5), column(6)],
    strata: Int32Array.from(column(7)),
    cluster: Int32Array.from(column(8)),
  };
}

const values = lines("survival.csv");

/** What R gave: pairs of a place or time and a value; NaN where R has none. */
export function golden(set: string, model: string, what: string): readonly [number, number][] {
  return values
    .filter((row) => row[0] === set && row[1] === model && row[2] === what)
    .map((row): [number, number] => [
      Number(row[3]),
      row[4] === "Inf" ? Infinity : Number(row[4]),
    ]);
}
