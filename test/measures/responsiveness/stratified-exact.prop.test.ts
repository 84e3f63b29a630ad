import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  stratifiedExact,
  type StratifiedOutcome,
} from "../../../src/measures/responsiveness/stratified-exact.ts";

const outcome: fc.Arbitrary<StratifiedOutcome> = fc.record({
  stratum: fc.constantFrom("internal", "external"),
  group: fc.constantFrom("ARM", "KAZ", "KGZ"),
  answered: fc.boolean(),
});
const outcomes = fc.array(outcome, { minLength: 1, maxLength: 14 });

describe("stratifiedExact", () => {
  it("gives a p from the smallest attainable up to 1, or says why not", () => {
    fc.assert(
      fc.property(outcomes, (rows) => {
        const { p, smallestP, withheld } = stratifiedExact(rows);
        expect(p === null).toBe(withheld !== null);
        if (p === null) return;
        expect(p).toBeGreaterThanOrEqual(smallestP! - 1e-12);
        expect(p).toBeLessThanOrEqual(1);
        expect(smallestP).toBeGreaterThan(0);
      }),
    );
  });

  it("does not depend on the names of groups, their order, or which outcome is counted", () => {
    fc.assert(
      fc.property(outcomes, (rows) => {
        const { p } = stratifiedExact(rows);
        const renamed = rows.map((row) => ({
          ...row,
          group: `z${row.group}`,
          stratum: `z${row.stratum}`,
        }));
        const turned = rows.map((row) => ({ ...row, answered: !row.answered }));
        for (const other of [renamed, rows.toReversed(), turned]) {
          const { p: same } = stratifiedExact(other);
          if (p === null) expect(same).toBeNull();
          else expect(same).toBeCloseTo(p, 9);
        }
      }),
    );
  });

  it("expects as many answers as were given", () => {
    fc.assert(
      fc.property(outcomes, (rows) => {
        const { groups } = stratifiedExact(rows);
        const expected = groups.reduce((sum, row) => sum + row.expected, 0);
        expect(expected).toBeCloseTo(rows.filter(({ answered }) => answered).length, 9);
      }),
    );
  });

  it("has nothing to test where all calls of a stratum ended alike", () => {
    const rows = ["ARM", "KAZ"].map((group) => ({
      stratum: "internal",
      group,
      answered: true,
    }));
    expect(stratifiedExact(rows)).toMatchObject({ p: null, smallestP: null, informative: 0 });
  });
});
