import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposure, partnerConcentration } from "../../../src/measures/dependence/exposure.ts";
import type { StateKey } from "../../../src/states/state.ts";

const key = (text: string): StateKey => text as StateKey;
const partners = (amounts: Readonly<Record<string, number>>) =>
  new Map(Object.entries(amounts).map(([name, amount]) => [name as StateKey | "", amount]));

describe("exposure", () => {
  it("is a partner's share of the whole, by hand", () => {
    const some = partners({ RUS: 50, CHN: 30, "": 20 });
    expect(exposure(some, key("RUS"))).toBe(0.5);
    expect(exposure(some, key("USA"))).toBe(0);
    expect(partnerConcentration(some)).toEqual({
      total: 100,
      hhi: 0.5 * 0.5 + 0.3 * 0.3,
      top: "RUS",
      topShare: 0.5,
    });
  });

  it("is not known of nothing", () => {
    expect(exposure(partners({}), key("RUS"))).toBeNull();
    expect(exposure(partners({ RUS: 0 }), key("RUS"))).toBeNull();
    expect(partnerConcentration(partners({ "": 5 }))).toBeNull();
  });

  it("keeps its range and does not know the unit", () => {
    const amounts = fc.dictionary(
      fc.string({ minLength: 3, maxLength: 3 }),
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      { minKeys: 1, maxKeys: 20 },
    );
    fc.assert(
      fc.property(amounts, fc.double({ min: 0.1, max: 10, noNaN: true }), (some, unit) => {
        const found = partnerConcentration(partners(some))!;
        const scaled = Object.entries(some).map(([name, amount]) => [name, amount * unit]);
        const other = partnerConcentration(partners(Object.fromEntries(scaled)))!;
        expect(other.hhi).toBeCloseTo(found.hhi, 9);
        expect(found.hhi).toBeLessThanOrEqual(found.topShare + 1e-12);
        expect(found.hhi).toBeGreaterThanOrEqual(found.topShare * found.topShare - 1e-12);
      }),
    );
  });
});
