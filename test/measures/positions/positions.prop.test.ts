import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulateVotes } from "../../../bench/positions-simulate.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { invertSymmetric } from "../../../src/measures/positions/dense.ts";
import { fitPositions } from "../../../src/measures/positions/fit-positions.ts";
import { standardise } from "../../../src/measures/positions/gauge.ts";
import {
  chainOf,
  chainVariances,
  multiplyChain,
  solveChain,
  walkOf,
} from "../../../src/measures/positions/random-walk.ts";

const open = await createPositionKernel();
const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
  minLength: 3,
  maxLength: 30,
});

describe("chains", () => {
  it("solve what they multiply, and their variances are their inverse's diagonal", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 2, noNaN: true }), (drawn, evolution) => {
        const cells = drawn.length;
        const voter = Uint16Array.from(drawn, (_, c) => Math.floor(c / 4));
        const period = Uint16Array.from(
          drawn,
          (_, c) => (c % 4) * (1 + (c % 2)) + (c % 4 > 2 ? 4 : 0),
        );
        const chain = chainOf(
          walkOf(voter, period),
          evolution,
          Float64Array.from(drawn, (v) => v * v),
        );
        const out = new Float64Array(cells);
        const back = new Float64Array(cells);
        multiplyChain(chain, Float64Array.from(drawn), out);
        solveChain(chain, out, back);
        for (const [c, value] of drawn.entries()) expect(back[c]).toBeCloseTo(value, 6);
        const matrix = new Float64Array(cells * cells);
        for (let c = 0; c < cells; c += 1) {
          const unit = new Float64Array(cells);
          unit[c] = 1;
          multiplyChain(chain, unit, out);
          for (let i = 0; i < cells; i += 1) matrix[i * cells + c] = out[i] ?? 0;
        }
        const inverse = invertSymmetric(matrix, cells);
        const { variance, covariance } = chainVariances(chain);
        for (let c = 0; c < cells; c += 1) {
          expect(variance[c]).toBeCloseTo(inverse[c * cells + c] ?? NaN, 6);
          if (c > 0) expect(covariance[c]).toBeCloseTo(inverse[c * cells + c - 1] ?? NaN, 6);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("standardise", () => {
  it("leaves weighted mean 0 and deviation 1, and says what it took out", () => {
    fc.assert(
      fc.property(values, (drawn) => {
        fc.pre(new Set(drawn).size > 1 && Math.max(...drawn) - Math.min(...drawn) > 1e-3);
        const total = (drawn.length * (drawn.length + 1)) / 2;
        const weight = Float64Array.from(drawn, (_, i) => ((i + 1) * drawn.length) / total);
        const scaled = Float64Array.from(drawn);
        const { mean, sd } = standardise(scaled, weight);
        const moment = (power: 1 | 2): number =>
          scaled.reduce((sum, z, i) => sum + (weight[i] ?? 0) * (power === 1 ? z : z * z), 0);
        expect(moment(1) / drawn.length).toBeCloseTo(0, 8);
        expect(moment(2) / drawn.length).toBeCloseTo(1, 8);
        for (const [i, z] of scaled.entries())
          expect(mean + sd * z).toBeCloseTo(drawn[i] ?? NaN, 8);
      }),
    );
  });
});

describe("fitPositions", () => {
  it("does not depend on how voters and items are numbered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const plan = {
          voters: 15,
          periods: 3,
          itemsPerPeriod: 15,
          evolution: 0.1,
          absence: 0.1,
          linked: 0.2,
          categories: 3,
        };
        const { data } = simulateVotes(plan, seededRandom(seed));
        const renamed = {
          ...data,
          voter: data.voter.map((voter) => plan.voters - 1 - voter),
          item: data.item.map((item) => data.items - 1 - item),
        };
        const plain = fitPositions(data, { anchors: { high: 0, low: 1 } }, open).rows;
        const high = plan.voters - 1;
        const other = fitPositions(renamed, { anchors: { high, low: high - 1 } }, open).rows;
        const found = new Map(
          Array.from(other.voter, (voter, c) => {
            const name = `${plan.voters - 1 - voter}|${other.period[c]}`;
            return [name, [other.position[c] ?? NaN, other.se[c] ?? NaN] as const];
          }),
        );
        for (const [c, position] of plain.position.entries()) {
          const [value, se] = found.get(`${plain.voter[c]}|${plain.period[c]}`) ?? [NaN, NaN];
          expect(value).toBeCloseTo(position, 3);
          expect(se).toBeCloseTo(plain.se[c] ?? NaN, 3);
        }
      }),
      { numRuns: 12 },
    );
  });
});
