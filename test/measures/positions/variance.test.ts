import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../bench/positions-coverage.ts";
import { simulateVotes } from "../../../bench/positions-simulate.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import type { ItemKernel, OpenItemKernel } from "../../../src/kernels/positions-types.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { invertSymmetric } from "../../../src/measures/positions/dense.ts";
import { fitPositions } from "../../../src/measures/positions/fit-positions.ts";
import { gaugeOf } from "../../../src/measures/positions/gauge.ts";
import { scaleMultiplier } from "../../../src/measures/positions/newton-step.ts";
import {
  chainOf,
  multiplyChain,
  walkOf,
  walkPenalty,
} from "../../../src/measures/positions/random-walk.ts";

const plan = {
  voters: 30,
  periods: 6,
  itemsPerPeriod: 20,
  evolution: 0.1,
  absence: 0.15,
  linked: 0.2,
  categories: 3,
};

/** Standard errors by inverting the whole information matrix, gauge held, column by column. */
function exactErrors(
  kernel: ItemKernel,
  rows: { readonly voter: Uint16Array; readonly period: Uint16Array; readonly n: Uint32Array },
  evolution: number,
): Float64Array {
  const size = rows.n.length;
  const walk = walkOf(rows.voter, rows.period);
  const gauge = gaugeOf(rows.n);
  const gradient = Float64Array.from(kernel.gradient);
  walkPenalty(walk, evolution, kernel.theta, gradient);
  const multiplier = scaleMultiplier(gauge, kernel.theta, gradient);
  const chain = chainOf(walk, evolution, kernel.curvature);
  const matrix = new Float64Array(size * size);
  const column = new Float64Array(size);
  const out = new Float64Array(size);
  for (let c = 0; c < size; c += 1) {
    column.fill(0);
    column[c] = 1;
    multiplyChain(chain, column, out);
    kernel.direction.set(column);
    kernel.couple();
    for (let i = 0; i < size; i += 1) {
      const level = (gauge.weight[i] ?? 0) * (gauge.weight[c] ?? 0);
      const scale = level * (kernel.theta[i] ?? 0) * (kernel.theta[c] ?? 0);
      matrix[i * size + c] = (out[i] ?? 0) - (kernel.image[i] ?? 0) + 1e4 * (level + scale);
    }
    matrix[c * size + c] = (matrix[c * size + c] ?? 0) + multiplier * (gauge.weight[c] ?? 0);
  }
  const inverse = invertSymmetric(matrix, size);
  const mean = kernel.theta.reduce((sum, value) => sum + value, 0) / size;
  const sd = Math.sqrt(
    kernel.theta.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / size,
  );
  // Standardised over rows: d position = (d theta - mean(d theta) - z mean(z d theta)) / sd.
  const z = kernel.theta.map((value) => (value - mean) / sd);
  return z.map((here, c) => {
    const pick = Float64Array.from(z, (other, i) => {
      return ((i === c ? 1 : 0) - 1 / size - (here * other) / size) / sd;
    });
    let sum = 0;
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k < size; k += 1) {
        sum += (pick[i] ?? 0) * (inverse[i * size + k] ?? 0) * (pick[k] ?? 0);
      }
    }
    return Math.sqrt(sum);
  });
}

describe("positionVariance", () => {
  it("agrees with the inverse of the whole information matrix", async () => {
    const open = await createPositionKernel();
    let kept: ItemKernel | undefined;
    const spy: OpenItemKernel = (layout) => {
      kept = open(layout);
      return kept;
    };
    const { data } = simulateVotes(plan, seededRandom(11));
    const fit = fitPositions(data, { evolution: 0.1 }, spy);
    const exact = exactErrors(kept as ItemKernel, fit.rows, 0.1);
    const ratios = Array.from(fit.rows.se, (se, c) => se / (exact[c] ?? NaN)).sort(
      (a, b) => a - b,
    );
    expect(ratios[Math.floor(ratios.length / 2)]).toBeGreaterThan(0.97);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThan(1.03);
    expect(ratios[Math.floor(ratios.length * 0.05)]).toBeGreaterThan(0.92);
    expect(ratios[Math.floor(ratios.length * 0.95)]).toBeLessThan(1.08);
  });

  it.each([2, 3] as const)(
    "covers 90 %% of simulated truths (%i categories)",
    async (categories) => {
      const open = await createPositionKernel();
      const found = coverageOf({ ...plan, voters: 50, categories }, "true", 6, open);
      expect(found.all).toBeGreaterThan(0.87);
      expect(found.all).toBeLessThan(0.93);
    },
  );
});
