import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { normalDraws } from "../../../src/measures/positions/draw-normal.ts";
import { predictiveWalk } from "../../../src/measures/positions/predictive-walk.ts";

/** The mean of the last state given all values, from the joint normal, by Gauss elimination. */
function exactLast(values: readonly number[], precision: readonly number[], evolution: number) {
  const size = values.length;
  const prior = (i: number, j: number): number => 10 + evolution * Math.min(i, j);
  const rows = values.map((value, i) => [
    ...values.map((_, j) => prior(i, j) + (i === j ? 1 / precision[i]! : 0)),
    value,
  ]);
  for (let k = 0; k < size; k += 1) {
    for (let i = 0; i < size; i += 1) {
      if (i === k) continue;
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= size; j += 1) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return values.reduce(
    (sum, _, i) => sum + prior(size - 1, i) * (rows[i]![size]! / rows[i]![i]!),
    0,
  );
}

describe("predictiveWalk", () => {
  it("is the conditional mean of the joint normal at every time", () => {
    const values = [0.4, -0.1, 0.8, 1.1, 0.2];
    const precision = [4, 10, 2, 30, 8];
    const walk = predictiveWalk(Float64Array.from(values), Float64Array.from(precision), 5, {
      first: 0.1,
      evolution: 0.3,
    });
    for (let t = 1; t <= 5; t += 1) {
      const exact = exactLast(values.slice(0, t), precision.slice(0, t), 0.3);
      expect(walk.mean[t - 1]).toBeCloseTo(exact, 10);
    }
  });

  it("uses no later value, and carries a position over times without one", () => {
    const precision = Float64Array.of(5, 0, 5, 5);
    const options = { first: 0.1, evolution: 0.2 };
    const walk = predictiveWalk(Float64Array.of(1, 9, 2, 3), precision, 4, options);
    const other = predictiveWalk(Float64Array.of(1, -9, 2, -30), precision, 4, options);
    expect([...walk.mean.subarray(0, 3)]).toEqual([...other.mean.subarray(0, 3)]);
    expect(walk.mean[1]).toBe(walk.mean[0]);
    expect(walk.variance[1]).toBeCloseTo(walk.variance[0]! + 0.2, 12);
    expect([...walk.seen]).toEqual([1, 0, 1, 1]);
  });

  it("finds the variance of the step that the values were drawn with", () => {
    const normal = normalDraws(seededRandom(4));
    const [series, times] = [100, 40];
    const values = new Float64Array(series * times);
    for (let c = 0; c < values.length; c += 1) {
      values[c] = (c % times === 0 ? 0 : values[c - 1]!) + Math.sqrt(0.05) * normal();
    }
    const seen = values.map((value) => value + 0.2 * normal());
    const precision = new Float64Array(seen.length).fill(25);
    const { evolution, mean, variance } = predictiveWalk(seen, precision, times, {
      first: 0.1,
    });
    expect(evolution).toBeGreaterThan(0.045);
    expect(evolution).toBeLessThan(0.055);
    const within = mean.filter(
      (value, c) => Math.abs(value - values[c]!) < 1.645 * Math.sqrt(variance[c]!),
    ).length;
    expect(within / mean.length).toBeGreaterThan(0.88);
    expect(within / mean.length).toBeLessThan(0.92);
  });
});
