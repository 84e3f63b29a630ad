import { describe, expect, it } from "vitest";
import { correlation } from "../../../bench/positions-compare.ts";
import { drawNormal, simulateVotes } from "../../../bench/positions-simulate.ts";
import { UsageError } from "../../../src/errors.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import type { PositionData } from "../../../src/measures/positions/position-data.ts";
import { staticPositions } from "../../../src/measures/positions/static-positions.ts";

const open = await createPositionKernel();
const VOTERS = 60;
const ITEMS = 150;

/** Votes in a plane whose first axis discriminates most; truth standardised. */
function planeVotes(seed: number): { data: PositionData; x: number[]; y: number[] } {
  const random = seededRandom(seed);
  const normal = (): number => drawNormal(random);
  const x = centred(Array.from({ length: VOTERS }, normal));
  const y = centred(Array.from({ length: VOTERS }, normal));
  const rows: [number, number, number][] = [];
  for (let item = 0; item < ITEMS; item += 1) {
    const [a, b, cut] = [1.5 * normal(), 0.7 * normal(), 0.8 * normal()];
    for (let i = 0; i < VOTERS; i += 1) {
      const z = a * (x[i] ?? 0) + b * (y[i] ?? 0) + normal();
      rows.push([i, item, z < cut ? 1 : z < cut + 0.6 ? 2 : 3]);
    }
  }
  return {
    x,
    y,
    data: {
      voters: VOTERS,
      periods: 3,
      items: ITEMS,
      voter: Uint16Array.from(rows, ([i]) => i),
      period: Uint16Array.from(rows, ([, item]) => item % 3),
      item: Uint32Array.from(rows, ([, item]) => item),
      category: Uint8Array.from(rows, ([, , category]) => category),
    },
  };
}

describe("staticPositions", () => {
  it("gives every voter one position on a line", () => {
    const { data } = simulateVotes(
      {
        voters: 30,
        periods: 3,
        itemsPerPeriod: 30,
        evolution: 0.01,
        absence: 0,
        linked: 0,
        categories: 3,
      },
      seededRandom(2),
    );
    const { rows, converged } = staticPositions(
      data,
      { dimensions: 1, anchors: { high: 0 } },
      open,
    );
    expect(converged).toBe(true);
    expect([...rows.voter]).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(rows.n[0]).toBeGreaterThan(80);
  });

  it("recovers a plane up to turning, with intervals that cover", () => {
    let [hits, n] = [0, 0];
    for (const seed of [1, 2]) {
      const { data, x, y } = planeVotes(seed);
      let [right, up] = [0, 0];
      for (let i = 0; i < VOTERS; i += 1) {
        if ((x[i] ?? 0) > (x[right] ?? 0)) right = i;
        if ((y[i] ?? 0) > (y[up] ?? 0)) up = i;
      }
      const fit = staticPositions(
        data,
        { dimensions: 2, anchors: [{ high: right }, { high: up }] },
        open,
      );
      const [first, second] = fit.axes;
      expect(fit.converged).toBe(true);
      expect(correlation([...first.position], x)).toBeGreaterThan(0.95);
      expect(correlation([...second.position], y)).toBeGreaterThan(0.85);
      expect(Math.abs(correlation([...first.position], [...second.position]))).toBeLessThan(
        1e-6,
      );
      expect(first.share + second.share).toBeCloseTo(1, 10);
      expect(first.share).toBeGreaterThan(second.share);
      // The truth turned onto the fitted axes, so that only the estimates' error remains.
      for (const axis of fit.axes) {
        const own = [...axis.position];
        const [p, q] = regress(own, x, y);
        for (const [i, value] of own.entries()) {
          const target = p * (x[i] ?? 0) + q * (y[i] ?? 0);
          n += 1;
          if (Math.abs(value - target) < 1.645 * (axis.se[i] ?? 0)) hits += 1;
        }
      }
    }
    expect(hits / n).toBeGreaterThan(0.82);
    expect(hits / n).toBeLessThan(0.97);
  });

  it("refuses another number of dimensions", () => {
    const { data } = planeVotes(3);
    const wrong = { dimensions: 3 } as unknown as { dimensions: 1 };
    expect(() => staticPositions(data, wrong, open)).toThrow(UsageError);
  });
});

function centred(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Least-squares weights of x and y for a column, all of mean 0. */
function regress(own: number[], x: number[], y: number[]): [number, number] {
  let [xx, xy, yy, ox, oy] = [0, 0, 0, 0, 0];
  for (const [i, value] of own.entries()) {
    const [a, b] = [x[i] ?? 0, y[i] ?? 0];
    xx += a * a;
    xy += a * b;
    yy += b * b;
    ox += value * a;
    oy += value * b;
  }
  const determinant = xx * yy - xy * xy;
  return [(yy * ox - xy * oy) / determinant, (xx * oy - xy * ox) / determinant];
}
