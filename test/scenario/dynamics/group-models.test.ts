import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { logGamma } from "../../../src/measures/statistics/log-gamma.ts";
import { groupShares } from "../../../src/scenario/dynamics/group-shares.ts";
import { countDraws } from "../../../src/scenario/dynamics/draw-gamma.ts";
import { gammaPoisson } from "../../../src/scenario/dynamics/gamma-poisson.ts";
import { logRising, middles } from "../../../src/scenario/dynamics/hyper-grid.ts";

const groupsOf = fc.array(
  fc.record({
    count: fc.integer({ min: 0, max: 12 }),
    exposure: fc.double({ min: 1, max: 80, noNaN: true }),
  }),
  { minLength: 2, maxLength: 6 },
);

const sharesOf = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    .map(([successes, failures]) => ({ successes, trials: successes + failures })),
  { minLength: 2, maxLength: 6 },
);

describe("gammaPoisson", () => {
  it("agrees with the negative binomial written with gamma functions", () => {
    const groups = [
      { count: 3, exposure: 10 },
      { count: 0, exposure: 25 },
      { count: 1, exposure: 5 },
    ];
    const pooled = 4.5 / 40;
    let total = 0;
    const sums = [0, 0, 0];
    for (const part of middles(40)) {
      const mean = pooled * Math.exp((part - 0.5) * 2 * Math.log(30));
      for (const spread of middles(40)) {
        const shape = 1 / spread - 1;
        const rate = shape / mean;
        const likelihood = groups.reduce(
          (product, { count, exposure }) =>
            product *
            Math.exp(
              logGamma(shape + count) -
                logGamma(shape) -
                logGamma(count + 1) -
                shape * Math.log1p(exposure / rate) -
                count * Math.log1p(rate / exposure),
            ),
          1,
        );
        total += likelihood;
        for (const [k, { count, exposure }] of groups.entries()) {
          sums[k]! += (likelihood * (shape + count)) / (rate + exposure);
        }
      }
    }
    const { means } = gammaPoisson(groups);
    for (const [k, sum] of sums.entries()) expect(means[k]).toBeCloseTo(sum / total, 10);
    // Each is drawn from its own rate towards the others.
    expect(means[0]).toBeLessThan(0.3);
    expect(means[1]).toBeGreaterThan(0);
  });

  it("follows its groups when they change places, and the unit of exposure", () => {
    fc.assert(
      fc.property(groupsOf, fc.constantFrom(2, 10, 100), (groups, unit) => {
        // Below one unit of exposure the pooled rate is no longer that of the data.
        const { means } = gammaPoisson(groups);
        const turned = gammaPoisson(groups.toReversed()).means.toReversed();
        const scaled = gammaPoisson(
          groups.map(({ count, exposure }) => ({ count, exposure: exposure * unit })),
        ).means;
        for (const [k, mean] of means.entries()) {
          expect(turned[k]! / mean).toBeCloseTo(1, 9);
          expect((scaled[k]! * unit) / mean).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("draws rates whose mean is the posterior mean", () => {
    const rates = gammaPoisson([
      { count: 8, exposure: 30 },
      { count: 1, exposure: 70 },
    ]);
    const random = seededRandom(3);
    const draws = countDraws(random);
    const sums = [0, 0];
    for (let k = 0; k < 20_000; k += 1) {
      const [a, b] = rates.draw(random, draws, [0, 1]);
      sums[0]! += a! / 20_000;
      sums[1]! += b! / 20_000;
    }
    expect(sums[0]! / rates.means[0]!).toBeCloseTo(1, 1);
    expect(sums[1]! / rates.means[1]!).toBeCloseTo(1, 1);
  });
});

describe("groupShares", () => {
  it("has the mean of an even prior without data", () => {
    const { means } = groupShares([{ successes: 0, trials: 0 }]);
    expect(means[0]).toBeCloseTo(0.5, 10);
  });

  it("agrees with the beta function on one group", () => {
    const [successes, trials] = [6, 8];
    let total = 0;
    let sum = 0;
    const logBeta = (a: number, b: number): number =>
      logGamma(a) + logGamma(b) - logGamma(a + b);
    for (const mean of middles(40)) {
      for (const spread of middles(40)) {
        const size = 1 / spread - 1;
        const [a, b] = [mean * size, (1 - mean) * size];
        const weight = Math.exp(logBeta(a + successes, b + trials - successes) - logBeta(a, b));
        total += weight;
        sum += (weight * (a + successes)) / (size + trials);
      }
    }
    expect(groupShares([{ successes, trials }]).means[0]).toBeCloseTo(sum / total, 10);
  });

  it("turns with success and failure, and follows its groups", () => {
    fc.assert(
      fc.property(sharesOf, (groups) => {
        const { means } = groupShares(groups);
        const failures = groupShares(
          groups.map(({ successes, trials }) => ({ successes: trials - successes, trials })),
        ).means;
        const turned = groupShares(groups.toReversed()).means.toReversed();
        for (const [k, mean] of means.entries()) {
          expect(mean).toBeGreaterThan(0);
          expect(mean).toBeLessThan(1);
          expect(failures[k]).toBeCloseTo(1 - mean, 9);
          expect(turned[k]).toBeCloseTo(mean, 9);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("logRising", () => {
  it("is the log of the gamma function's ratio, however long the product", () => {
    for (const [x, count] of [
      [0.01, 0],
      [0.01, 5],
      [3, 12],
      [50, 400],
    ] as const) {
      expect(logRising(x, count)).toBeCloseTo(logGamma(x + count) - logGamma(x), 8);
    }
  });
});
