import { describe, expect, it } from "vitest";
import { simulateVotes } from "../../../bench/positions-simulate.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { openPositionTwin } from "../../../src/kernels/positions-twin.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { arrangeVotes } from "../../../src/measures/positions/arrange-votes.ts";
import { fitPositions } from "../../../src/measures/positions/fit-positions.ts";

const plan = {
  voters: 25,
  periods: 4,
  itemsPerPeriod: 12,
  evolution: 0.1,
  absence: 0.2,
  linked: 0.3,
  categories: 3,
};

function largestGap(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);
}

describe("the compiled kernel and its plain twin", () => {
  it.each([2, 3, 5, 7])(
    "fit the same items at the same positions (%i categories)",
    async (categories) => {
      const open = await createPositionKernel();
      const { data, truth } = simulateVotes({ ...plan, categories }, seededRandom(5));
      const { layout, voter, period } = arrangeVotes(data);
      const kernels = [open(layout), openPositionTwin(layout)] as const;
      const losses = kernels.map((kernel) => {
        for (let j = 0; j < layout.items; j += 1) {
          const first = layout.groupOf[j] ?? 0;
          const last = (layout.groupOf[j + 1] ?? 0) - 1;
          for (let g = first; g < last; g += 1)
            kernel.cuts[g - j] = g - first - (last - first) / 2;
        }
        voter.forEach((i, c) => {
          kernel.theta[c] = truth[i * data.periods + (period[c] ?? 0)] ?? 0;
        });
        const loss = kernel.eliminate(60, 1e-14, 1, 0.04, true);
        kernel.direction.set(kernel.theta);
        kernel.couple();
        return loss;
      });
      expect(losses[0]).toBeCloseTo(losses[1] ?? NaN, 6);
      const [a, b] = kernels;
      for (const name of [
        "slopes",
        "cuts",
        "gradient",
        "curvature",
        "taken",
        "image",
      ] as const) {
        expect(largestGap(a[name], b[name]), name).toBeLessThan(1e-6);
      }
      expect(largestGap(a.inverses, b.inverses)).toBeLessThan(1e-6);
      kernels.forEach((kernel) => kernel.follow());
      expect(largestGap(a.cuts, b.cuts)).toBeLessThan(1e-6);
    },
  );

  it("give the same positions and intervals", async () => {
    const open = await createPositionKernel();
    const { data } = simulateVotes(plan, seededRandom(6));
    const options = { evolution: 0.1, anchors: { high: 0 } } as const;
    const compiled = fitPositions(data, options, open);
    const plain = fitPositions(data, options, openPositionTwin);
    expect(compiled.converged && plain.converged).toBe(true);
    expect(largestGap(compiled.rows.position, plain.rows.position)).toBeLessThan(1e-6);
    expect(largestGap(compiled.rows.se, plain.rows.se)).toBeLessThan(1e-6);
    expect(largestGap(compiled.items.cutPoints, plain.items.cutPoints)).toBeLessThan(1e-6);
  });
});
