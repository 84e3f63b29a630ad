import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { plainKernels } from "../../../src/kernels/similarity-kernels.ts";
import { SIMILARITY_COLUMNS } from "../../../src/kernels/similarity-indices.ts";
import { allDyads, dyadRow } from "../../../src/measures/alignment/all-dyads.ts";
import {
  CONVENTION_NAMES,
  CONVENTIONS,
  DEFAULT_CONVENTION,
} from "../../../src/measures/alignment/conventions.ts";
import { dyadAlignment } from "../../../src/measures/alignment/dyad-alignment.ts";
import { MEASURE_NOTES } from "../../../src/measures/alignment/measure-notes.ts";
import { everyRollCall, votesOf } from "./votes-of.ts";

// Ten roll calls: the third is unanimous but for absence, the last two are not jointly recorded.
const votes = votesOf(["YYYAN-YN?.", "YAYAYAYN.Y", "NN-NNN-YNN"]);
const all = everyRollCall(votes);

describe("dyadAlignment under each convention, worked by hand", () => {
  test("pairwise: absence and unknown votes drop out, the unanimous roll call stays", () => {
    const value = dyadAlignment(votes, 0, 1, all, { convention: "pairwise" });
    expect(value.counts).toStrictEqual([3, 1, 0, 0, 1, 0, 1, 0, 1]);
    expect(value.n).toBe(7);
    // sum|d| = 1 + 2 = 3
    expect(value.agreement).toBeCloseTo(1 - 3 / 14, 14);
    expect(value.sAbs).toBeCloseTo(1 - 3 / 7, 14);
  });

  test("voeten: roll calls on which all recorded votes are alike drop out too", () => {
    // Index 2 (Y, Y, absent) and index 6 (Y, Y, absent) are unanimous.
    const value = dyadAlignment(votes, 0, 1, all, { convention: "voeten" });
    expect(value.counts).toStrictEqual([1, 1, 0, 0, 1, 0, 1, 0, 1]);
    expect(value.n).toBe(5);
  });

  test("haege: a member's absence is an abstention", () => {
    const value = dyadAlignment(votes, 0, 1, all, { convention: "haege" });
    expect(value.counts).toStrictEqual([3, 1, 0, 0, 2, 0, 1, 0, 1]);
    expect(value.n).toBe(8);
  });

  test("the default keeps absence apart from abstention and needs no third party's vote", () => {
    const { absentAsAbstain, dropUnanimous } = CONVENTIONS[DEFAULT_CONVENTION];
    expect([absentAsAbstain, dropUnanimous]).toStrictEqual([false, false]);
    for (const name of CONVENTION_NAMES) expect(CONVENTIONS[name].name).toBe(name);
  });
});

test("values are null, not zero, where there is nothing to compare", () => {
  const apart = votesOf(["Y.N.", ".Y.N"]);
  const value = dyadAlignment(apart, 0, 1, everyRollCall(apart), { convention: "pairwise" });
  expect(value.n).toBe(0);
  for (const name of SIMILARITY_COLUMNS) expect(value[name]).toBeNull();
  const constant = votesOf(["YYYY", "YYYY"]);
  const alike = dyadAlignment(constant, 0, 1, [0, 1, 2, 3], { convention: "pairwise" });
  expect(alike.agreement).toBe(1);
  expect([alike.kappa, alike.pi]).toStrictEqual([null, null]);
});

test("an index outside the record is named", () => {
  const options = { convention: "pairwise" } as const;
  expect(() => dyadAlignment(votes, 0, 3, all, options)).toThrow(UsageError);
  expect(() => dyadAlignment(votes, 0, 1, [10], options)).toThrow("no roll call at index 10");
  expect(() => allDyads(votes, [[-1]], "pairwise", plainKernels)).toThrow(
    "no roll call at index",
  );
});

describe("allDyads", () => {
  test.each(CONVENTION_NAMES)(
    "has the values of dyadAlignment in every row, %s",
    (convention) => {
      const periods = [all, [0, 1, 2], [9], []];
      const tables = allDyads(votes, periods, convention, plainKernels);
      expect(tables).toHaveLength(4);
      tables.forEach((table, index) => {
        for (let row = 0; row < table.length; row++) {
          const [a, b] = [table.a[row] ?? -1, table.b[row] ?? -1];
          expect(dyadRow(table, b, a)).toBe(row);
          const value = dyadAlignment(votes, a, b, periods[index] ?? [], { convention });
          expect(table.n[row]).toBe(value.n);
          for (const name of SIMILARITY_COLUMNS) {
            expect(table[name][row]).toBe(value[name] ?? Number.NaN);
          }
        }
      });
      expect(tables[0]?.length).toBe(3);
    },
  );

  test("leaves out who did not vote in the period", () => {
    const [table] = allDyads(votes, [[9]], "pairwise", plainKernels);
    expect([...(table?.voters ?? [])]).toStrictEqual([1, 2]);
    expect(table && dyadRow(table, 0, 1)).toBe(-1);
    expect(table && dyadRow(table, 1, 1)).toBe(-1);
  });
});

test("every measure has a note with a formula, a range and a reference", () => {
  for (const name of SIMILARITY_COLUMNS) {
    const note = MEASURE_NOTES[name];
    expect(note.name).toBe(name);
    expect(note.formula.length).toBeGreaterThan(5);
    expect(note.range[0]).toBeLessThan(note.range[1]);
    expect(note.references.join(" ")).toMatch(/doi:10\.\d{4,}/u);
  }
});
