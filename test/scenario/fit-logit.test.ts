import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";
import { chooseScales } from "../../src/scenario/choose-scales.ts";
import { fitLogit, logistic, type LogitData } from "../../src/scenario/fit-logit.ts";

function dataOf(rows: readonly (readonly [number, number, number, number])[]): LogitData {
  return {
    n: rows.length,
    columns: 1,
    x: Float64Array.from(rows, ([x]) => x),
    organisation: Int32Array.from(rows, ([, organisation]) => organisation),
    organisations: 2,
    case: Int32Array.from(rows, ([, , item]) => item),
    cases: 3,
    y: Uint8Array.from(rows, ([, , , y]) => y),
  };
}

const ROWS = [
  [-1.2, 0, 0, 0],
  [0.4, 0, 0, 1],
  [1.1, 0, 1, 1],
  [-0.3, 1, 2, 0],
  [0.6, 1, 2, 1],
  [-0.6, 1, 2, 1],
] as const;
const SCALES = { slope: 0.7, organisation: 0.5, case: 0.9 };

/** The log posterior, written out afresh: intercept, slope, organisations, cases. */
function logPosterior(at: readonly number[]): number {
  const [a = 0, b = 0, u0 = 0, u1 = 0, ...v] = at;
  const u = [u0, u1];
  let sum = 0;
  for (const [x, organisation, item, y] of ROWS) {
    const p = logistic(a + b * x + u[organisation]! + v[item]!);
    sum += Math.log(y === 1 ? p : 1 - p);
  }
  sum -= (b * b) / (2 * SCALES.slope ** 2);
  for (const effect of u) sum -= effect ** 2 / (2 * SCALES.organisation ** 2);
  for (const effect of v) sum -= effect ** 2 / (2 * SCALES.case ** 2);
  return sum;
}

/** Second derivatives by differences. */
function hessianAt(point: readonly number[]): number[][] {
  const h = 1e-3;
  const moved = (i: number, j: number, di: number, dj: number): number => {
    const at = [...point];
    at[i]! += di * h;
    at[j]! += dj * h;
    return logPosterior(at);
  };
  return point.map((_, i) =>
    point.map(
      (__, j) =>
        (moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1)) /
        (4 * h * h),
    ),
  );
}

function determinant(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 0) return 1;
  const [first = [], ...rest] = matrix;
  return first.reduce(
    (sum, cell, j) =>
      sum + (j % 2 === 0 ? 1 : -1) * cell * determinant(rest.map((row) => row.toSpliced(j, 1))),
    0,
  );
}

describe("fitLogit", () => {
  const fit = fitLogit(dataOf(ROWS), SCALES);
  const point = [...fit.mode, ...fit.cases];

  it("stands at the mode of a log posterior that was written out afresh", () => {
    const h = 1e-5;
    for (const i of point.keys()) {
      const up = point.with(i, point[i]! + h);
      const down = point.with(i, point[i]! - h);
      expect((logPosterior(up) - logPosterior(down)) / (2 * h)).toBeCloseTo(0, 6);
    }
  });

  it("gives Laplace's evidence", () => {
    const precision = -determinant(hessianAt(point)) * (point.length % 2 === 0 ? -1 : 1);
    const prior =
      -Math.log(SCALES.slope) - 2 * Math.log(SCALES.organisation) - 3 * Math.log(SCALES.case);
    expect(fit.evidence).toBeCloseTo(logPosterior(point) + prior - Math.log(precision) / 2, 4);
  });

  it("gives the covariance of the parameters with the cases' effects integrated out", () => {
    // The variance of the slope is the cofactor of its cell over the determinant.
    const negative = hessianAt(point).map((row) => row.map((cell) => -cell));
    const minor = negative.toSpliced(1, 1).map((row) => row.toSpliced(1, 1));
    const variance = determinant(minor) / determinant(negative);
    const size = fit.mode.length;
    let own = 0;
    const solved = new Float64Array(size);
    for (let i = 0; i < size; i += 1) {
      let sum = i === 1 ? 1 : 0;
      for (let k = 0; k < i; k += 1) sum -= fit.factor[i * size + k]! * solved[k]!;
      solved[i] = sum / fit.factor[i * size + i]!;
      own += solved[i]! ** 2;
    }
    expect(own).toBeCloseTo(variance, 4);
  });
});

describe("chooseScales", () => {
  it("draws a slope without support to zero, and keeps one that the data hold", () => {
    const random = seededRandom(3);
    const simulated = (slope: number): LogitData => {
      const x = Float64Array.from({ length: 600 }, () => 2 * random.uniform() - 1);
      return {
        n: 600,
        columns: 1,
        x,
        organisation: new Int32Array(600),
        organisations: 1,
        case: Int32Array.from({ length: 600 }, (_, i) => i % 60),
        cases: 60,
        y: Uint8Array.from(x, (value) => (random.uniform() < logistic(slope * value) ? 1 : 0)),
      };
    };
    const none = chooseScales(simulated(0));
    expect(Math.abs(none.mode[1]!)).toBeLessThan(0.2);
    const strong = chooseScales(simulated(2));
    expect(strong.mode[1]).toBeGreaterThan(1.4);
    expect(strong.scales.slope).toBeGreaterThan(none.scales.slope);
    expect(none.scales.case).toBeLessThan(0.5);
  });
});
