import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SIMILARITY_COLUMNS } from "../../../src/kernels/similarity-indices.ts";
import { CONVENTION_NAMES } from "../../../src/measures/alignment/conventions.ts";
import { dyadAlignment } from "../../../src/measures/alignment/dyad-alignment.ts";
import { MEASURE_NOTES } from "../../../src/measures/alignment/measure-notes.ts";
import { everyRollCall, votesOf } from "./votes-of.ts";

const letters = fc.constantFrom(...Array.from("..YYYAANN-?"));
const assembly = fc.integer({ min: 0, max: 90 }).chain((length) =>
  fc.array(
    fc.array(letters, { minLength: length, maxLength: length }).map((row) => row.join("")),
    { minLength: 2, maxLength: 6 },
  ),
);
const convention = fc.constantFrom(...CONVENTION_NAMES);

function swapYesNo(row: string): string {
  return Array.from(row)
    .map((letter) => ({ Y: "N", N: "Y" })[letter] ?? letter)
    .join("");
}

describe("the six measures", () => {
  test("do not change when the two states or yes and no are swapped", () => {
    fc.assert(
      fc.property(assembly, convention, (rows, name) => {
        const votes = votesOf(rows);
        const all = everyRollCall(votes);
        const value = dyadAlignment(votes, 0, 1, all, { convention: name });
        const turned = dyadAlignment(votes, 1, 0, all, { convention: name });
        const mirrored = votesOf(rows.map(swapYesNo));
        const relabelled = dyadAlignment(mirrored, 0, 1, all, { convention: name });
        for (const measure of SIMILARITY_COLUMNS) {
          expect(turned[measure]).toBe(value[measure]);
          expect(relabelled[measure]).toBe(value[measure]);
        }
      }),
    );
  });

  test("keep within their ranges, and S is twice the agreement less one", () => {
    fc.assert(
      fc.property(assembly, convention, (rows, name) => {
        const votes = votesOf(rows);
        const value = dyadAlignment(votes, 0, 1, everyRollCall(votes), { convention: name });
        for (const measure of SIMILARITY_COLUMNS) {
          const { range } = MEASURE_NOTES[measure];
          const number = value[measure];
          expect(number === null || (number >= range[0] && number <= range[1])).toBe(true);
        }
        if (value.agreement !== null) {
          expect(value.sAbs).toBeCloseTo(2 * value.agreement - 1, 12);
          // With squared weights the pooled margins expect at least as much disagreement.
          if (value.kappa !== null)
            expect(value.pi ?? 1).toBeLessThanOrEqual(value.kappa + 1e-12);
        }
        expect(value.n).toBe(value.counts.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  test("a state is like itself: 1, or undefined", () => {
    fc.assert(
      fc.property(assembly, convention, (rows, name) => {
        const votes = votesOf(rows);
        const value = dyadAlignment(votes, 0, 0, everyRollCall(votes), { convention: name });
        for (const measure of ["agreement", "sAbs", "sSq"] as const) {
          expect(value[measure]).toBe(value.n === 0 ? null : 1);
        }
        for (const measure of ["kappa", "pi"] as const) {
          expect([1, null]).toContain(value[measure]);
        }
      }),
    );
  });

  test("do not depend on the order of the roll calls, nor on who else is in the record", () => {
    fc.assert(
      fc.property(assembly, (rows) => {
        const votes = votesOf(rows);
        const all = everyRollCall(votes);
        const value = dyadAlignment(votes, 0, 1, all, { convention: "pairwise" });
        const reversed = dyadAlignment(votes, 0, 1, [...all].reverse(), {
          convention: "pairwise",
        });
        const alone = votesOf(rows.slice(0, 2));
        expect(reversed).toStrictEqual(value);
        expect(dyadAlignment(alone, 0, 1, all, { convention: "pairwise" })).toStrictEqual(
          value,
        );
      }),
    );
  });
});
