import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createKernels } from "../../../src/kernels/create-kernels.ts";
import { SIMILARITY_COLUMNS } from "../../../src/kernels/similarity-indices.ts";
import { allDyads, dyadRow } from "../../../src/measures/alignment/all-dyads.ts";
import {
  CONVENTION_NAMES,
  type ConventionName,
} from "../../../src/measures/alignment/conventions.ts";
import { dyadAlignment } from "../../../src/measures/alignment/dyad-alignment.ts";
import { readUngaVotes, rollCallsByYear } from "./unga-votes.ts";

const [header = "", ...lines] = readFileSync(
  new URL("../../golden/similarity.csv", import.meta.url),
  "utf8",
)
  .trimEnd()
  .split("\n");
const names = header.split(",");
const golden = lines.map((line) => {
  const row = line.split(",");
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""]));
});

test("the golden table is what it is said to be", () => {
  expect(golden.length).toBeGreaterThanOrEqual(600);
  for (const name of CONVENTION_NAMES) {
    const own = golden.filter((row) => row["convention"] === name);
    expect(own.length).toBeGreaterThanOrEqual(200);
    expect(own.filter((row) => Number(row["absent"]) > 0).length).toBeGreaterThan(100);
  }
});

describe("dyads of the General Assembly against values made in R", () => {
  const record = readUngaVotes();
  const years = rollCallsByYear(record);
  const column = (key: string): number => record.voters.findIndex((voter) => voter === key);

  test.each(CONVENTION_NAMES)("dyadAlignment, %s, to 1e-9", (convention) => {
    for (const row of golden.filter((one) => one["convention"] === convention)) {
      const rollCalls = years.get(Number(row["year"])) ?? [];
      const [a, b] = [column(row["a"] ?? ""), column(row["b"] ?? "")];
      const value = dyadAlignment(record, a, b, rollCalls, { convention });
      expect(value.n).toBe(Number(row["n"]));
      for (const name of SIMILARITY_COLUMNS) {
        if (row[name] === "") expect(value[name]).toBeNull();
        else
          expect(Math.abs((value[name] ?? Number.NaN) - Number(row[name]))).toBeLessThan(1e-9);
      }
    }
  });

  test.each(CONVENTION_NAMES)("allDyads, %s, to 1e-9", async (convention: ConventionName) => {
    const kernels = await createKernels();
    const order = [...years.keys()];
    const tables = allDyads(record, [...years.values()], convention, kernels);
    for (const row of golden.filter((one) => one["convention"] === convention)) {
      const table = tables[order.indexOf(Number(row["year"]))];
      if (table === undefined) throw new Error(`no table of ${row["year"]}`);
      const place = dyadRow(table, column(row["a"] ?? ""), column(row["b"] ?? ""));
      expect(table.n[place]).toBe(Number(row["n"]));
      for (const name of SIMILARITY_COLUMNS) {
        const value = table[name][place] ?? Number.NaN;
        if (row[name] === "") expect(value).toBeNaN();
        else expect(Math.abs(value - Number(row[name]))).toBeLessThan(1e-9);
      }
    }
  });
});
