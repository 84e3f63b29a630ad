import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankInClass } from "../../../src/measures/responsiveness/rank-in-class.ts";

const lag = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }))
  .map(([least, width]) => ({ least, most: least + width }));

describe("rankInClass", () => {
  it("holds every rank that exact lags within the intervals can have", () => {
    fc.assert(
      fc.property(
        lag,
        fc.array(lag, { maxLength: 12 }),
        fc.infiniteStream(fc.nat(1000)),
        (own, others, draws) => {
          const pick = ({ least, most }: { least: number; most: number }): number =>
            least + ((most - least) * draws.next().value!) / 1000;
          const mine = pick(own);
          const theirs = others.map(pick);
          const { best, worst, of } = rankInClass(own, others);
          const shorter = theirs.filter((one) => one < mine).length;
          const notLonger = theirs.filter((one) => one <= mine).length;
          expect(best).toBeLessThanOrEqual(1 + shorter);
          expect(worst).toBeGreaterThanOrEqual(1 + notLonger);
          expect(of).toBe(others.length + 1);
        },
      ),
    );
  });

  it("is exact among exact lags without ties", () => {
    const exact = (value: number) => ({ least: value, most: value });
    expect(rankInClass(exact(5), [1, 3, 9].map(exact))).toEqual({
      best: 3,
      worst: 3,
      of: 4,
      median: 3,
    });
    expect(rankInClass(exact(5), [5, 5].map(exact))).toMatchObject({ best: 1, worst: 3 });
    expect(rankInClass(exact(5), []).median).toBeNull();
  });
});
