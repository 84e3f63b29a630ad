import { describe, expect, test } from "vitest";
import { similarityIndices } from "../../src/kernels/similarity-indices.ts";

/** Rows: the first voter's yes, abstain, no; columns: the second's. */
function one(...counts: readonly number[]) {
  const table = similarityIndices(Uint32Array.from(counts));
  return {
    n: table.n[0],
    agreement: table.agreement[0],
    sAbs: table.sAbs[0],
    sSq: table.sSq[0],
    kappa: table.kappa[0],
    pi: table.pi[0],
    alignment: table.alignment[0],
  };
}

describe("similarityIndices", () => {
  test("a table worked by hand", () => {
    // Six yes-yes, one yes-abstain, one abstain-abstain, two no-yes: n = 10,
    // sum|d| = 1 + 2*2 = 5, sum d^2 = 1 + 2*4 = 9; margins 7,1,2 and 8,2,0.
    // Sx = 5, Sy = 8, Sxx = 9, Syy = 8: kappa = 1 - 9/(17 - 8), pi = 1 - 9/(17 - 169/20).
    // E|d| = (7*2 + 1*8 + 2*2 + 2*(2*8))/100 = 0.58.
    const value = one(6, 1, 0, 0, 1, 0, 2, 0, 0);
    expect(value.n).toBe(10);
    expect(value.agreement).toBe(0.75);
    expect(value.sAbs).toBe(0.5);
    expect(value.sSq).toBeCloseTo(0.55, 14);
    expect(value.kappa).toBe(0);
    expect(value.pi).toBeCloseTo(1 - 9 / 8.55, 14);
    expect(value.alignment).toBeCloseTo(0.08, 14);
  });

  test("opposition in everything", () => {
    const value = one(0, 0, 5, 0, 0, 0, 5, 0, 0);
    expect(value).toStrictEqual({
      n: 10,
      agreement: 0,
      sAbs: -1,
      sSq: -1,
      kappa: -1,
      pi: -1,
      alignment: -1,
    });
  });

  test("no joint vote leaves every measure undefined", () => {
    const { n, ...values } = one(0, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(n).toBe(0);
    expect(Object.values(values).every((value) => Number.isNaN(value))).toBe(true);
  });

  test("two states that always say yes: kappa and pi undefined, A is 0", () => {
    const value = one(12, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(value.agreement).toBe(1);
    expect(value.kappa).toBeNaN();
    expect(value.pi).toBeNaN();
    expect(value.alignment).toBe(0);
  });

  test("a constant voter against a varying one: kappa is 0, and pi below it", () => {
    const value = one(8, 4, 0, 0, 0, 0, 0, 0, 0);
    expect(value.kappa).toBe(0);
    expect(value.pi).toBeLessThan(0);
    expect(value.alignment).toBe(0);
  });
});
