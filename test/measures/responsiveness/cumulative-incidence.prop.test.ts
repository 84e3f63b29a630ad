import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cumulativeIncidence,
  type IntervalTime,
} from "../../../src/measures/responsiveness/cumulative-incidence.ts";

const time: fc.Arbitrary<IntervalTime> = fc
  .record({
    cause: fc.constantFrom("answered", "refused", null),
    least: fc.integer({ min: 0, max: 20 }),
    width: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ cause, least, width }) => ({
    cause,
    least,
    most: cause === null ? Infinity : least + width,
  }));

/** Probability that an estimate gives to one observation. */
function likelihood(
  { masses, beyond }: ReturnType<typeof cumulativeIncidence>,
  { cause, least, most }: IntervalTime,
): number {
  const fits = masses.filter((row) =>
    cause === null
      ? row.from >= least && row.to !== least
      : row.cause === cause && row.from >= least && row.to <= most,
  );
  const sum = fits.reduce((total, row) => total + row.mass, 0);
  return cause === null ? sum + beyond : sum;
}

describe("cumulativeIncidence", () => {
  it("gives probabilities that sum to one, and no observation none", () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 25 }), (times) => {
        const estimate = cumulativeIncidence(times);
        const total = estimate.masses.reduce((sum, { mass }) => sum + mass, estimate.beyond);
        expect(total).toBeCloseTo(1, 6);
        for (const one of times) expect(likelihood(estimate, one)).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it("is the maximum of the likelihood: no mass can gain by more weight", () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 2, maxLength: 15 }), (times) => {
        const estimate = cumulativeIncidence(times);
        for (const row of estimate.masses.filter(({ mass }) => mass > 1e-4)) {
          const gain = times.reduce((sum, one) => {
            const fits =
              one.cause === null
                ? row.from >= one.least && row.to !== one.least
                : one.cause === row.cause && row.from >= one.least && row.to <= one.most;
            return sum + (fits ? 1 / likelihood(estimate, one) : 0);
          }, 0);
          expect(gain / times.length).toBeCloseTo(1, 3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of the observations", () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 15 }), (times) => {
        const there = cumulativeIncidence(times);
        const back = cumulativeIncidence(times.toReversed());
        expect(back.masses.map(({ cause, from, to }) => [cause, from, to])).toEqual(
          there.masses.map(({ cause, from, to }) => [cause, from, to]),
        );
        expect(back.beyond).toBeCloseTo(there.beyond, 6);
      }),
      { numRuns: 40 },
    );
  });
});
