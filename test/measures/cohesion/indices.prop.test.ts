import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementIndex } from "../../../src/measures/cohesion/agreement-index.ts";
import { cohesion } from "../../../src/measures/cohesion/cohesion.ts";
import { meanPairAgreement } from "../../../src/measures/cohesion/mean-pair-agreement.ts";
import { pairAgreement } from "../../../src/measures/cohesion/pair-agreement.ts";
import { riceIndex } from "../../../src/measures/cohesion/rice-index.ts";

const count = fc.integer({ min: 0, max: 60 });
const tally = fc.tuple(count, count, count).filter(([y, n, a]) => y + n + a > 0);

describe("agreementIndex", () => {
  it("lies in [0, 1]: 1 if and only if all alike, 0 if and only if three equal sides", () => {
    fc.assert(
      fc.property(tally, ([yes, no, abstain]) => {
        const value = agreementIndex(yes, no, abstain)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        const most = Math.max(yes, no, abstain);
        expect(value === 1).toBe(most === yes + no + abstain);
        expect(value === 0).toBe(yes === no && no === abstain);
      }),
    );
  });

  it("does not mind which side is which", () => {
    fc.assert(
      fc.property(tally, ([yes, no, abstain]) => {
        const value = agreementIndex(yes, no, abstain);
        expect(agreementIndex(no, yes, abstain)).toBe(value);
        expect(agreementIndex(abstain, no, yes)).toBe(value);
      }),
    );
  });

  it("without abstentions is (3 max / n - 1) / 2, that is (1 + 3 Rice) / 4", () => {
    fc.assert(
      fc.property(count, count, (yes, no) => {
        fc.pre(yes + no > 0);
        const value = agreementIndex(yes, no, 0)!;
        expect(value).toBeCloseTo(((3 * Math.max(yes, no)) / (yes + no) - 1) / 2, 14);
        expect(value).toBeCloseTo((1 + 3 * riceIndex(yes, no)!) / 4, 14);
      }),
    );
  });

  it("rises when a member joins the largest side", () => {
    fc.assert(
      fc.property(tally, ([yes, no, abstain]) => {
        fc.pre(yes >= no && yes >= abstain);
        const before = agreementIndex(yes, no, abstain)!;
        expect(agreementIndex(yes + 1, no, abstain)!).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("riceIndex and pairAgreement", () => {
  it("lie in [0, 1] and do not mind which side is which", () => {
    fc.assert(
      fc.property(tally, ([yes, no, abstain]) => {
        expect(riceIndex(yes, no)).toBe(riceIndex(no, yes));
        expect(pairAgreement(yes, no, abstain)).toBe(pairAgreement(abstain, yes, no));
        for (const value of [riceIndex(yes, no), pairAgreement(yes, no, abstain)]) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("pairAgreement has the same expectation in every subgroup size, by enumeration", () => {
    // All subgroups of 2, 3, 4 of a group that voted yyyynna: the mean is that of the group.
    const group = [0, 0, 0, 0, 1, 1, 2];
    const whole = pairAgreement(4, 2, 1)!;
    for (const size of [2, 3, 4]) {
      let sum = 0;
      let subgroups = 0;
      for (let mask = 0; mask < 1 << group.length; mask += 1) {
        const sides = [0, 0, 0];
        group.forEach((side, index) => {
          if (mask & (1 << index)) sides[side] = sides[side]! + 1;
        });
        if (sides[0]! + sides[1]! + sides[2]! !== size) continue;
        sum += pairAgreement(sides[0]!, sides[1]!, sides[2]!)!;
        subgroups += 1;
      }
      expect(sum / subgroups).toBeCloseTo(whole, 12);
    }
  });
});

describe("meanPairAgreement", () => {
  it("is the share of pairs alike that cohesion has, to the bit, withheld where that is", () => {
    const column = (rows: readonly (readonly number[])[], k: number): Int32Array =>
      Int32Array.from(rows, (row) => row[k] ?? 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { maxLength: 40 }), (rows) => {
        const none = new Int32Array(rows.length);
        const tallies = {
          rollCalls: Int32Array.from(rows.keys()),
          yes: column(rows, 0),
          no: column(rows, 1),
          abstain: column(rows, 2),
          absent: none,
          unknown: none,
          size: none,
        };
        expect(meanPairAgreement(tallies)).toBe(cohesion(tallies).pairs);
        // Every other of the roll calls, and one that was not tallied.
        const some = tallies.rollCalls.filter((index) => index % 2 === 1);
        const half = rows.filter((_, index) => index % 2 === 1);
        const alone = {
          ...tallies,
          rollCalls: some,
          ...{ yes: column(half, 0), no: column(half, 1), abstain: column(half, 2) },
        };
        const asked = Int32Array.of(...some, rows.length);
        expect(meanPairAgreement(tallies, asked)).toBe(cohesion(alone).pairs);
      }),
    );
  });
});
