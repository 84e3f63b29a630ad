import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentration, type MemberMeans } from "../../../src/measures/means/concentration.ts";
import { concentrationIndices } from "../../../src/measures/means/concentration-indices.ts";
import type { StateKey } from "../../../src/states/state.ts";

const value = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const values = fc.array(value, { minLength: 2, maxLength: 30 });
const members = (list: readonly (number | null)[]): MemberMeans[] =>
  list.map((one, index) => ({ state: `S${100 + index}` as StateKey, value: one, sd: null }));

describe("concentration", () => {
  it("stays in its range, and does not know names or units", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, unit) => {
        const found = concentration(members(list))!;
        expect(found.hhi).toBeGreaterThanOrEqual(1 / list.length - 1e-12);
        expect(found.hhi).toBeLessThanOrEqual(found.share + 1e-12);
        const other = concentration(members(list.toReversed().map((one) => one * unit)))!;
        expect(other.share).toBeCloseTo(found.share, 9);
        expect(other.hhi).toBeCloseTo(found.hhi, 9);
        const { con } = concentrationIndices(found, 0.9);
        expect(con).toBeGreaterThanOrEqual(0);
        expect(con).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("has bounds that hold whatever the unknown members have up to the largest", () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(values, shares, (list, hidden) => {
        const partial = members([...list, ...hidden.map(() => null)]);
        const { bounds } = concentrationIndices(concentration(partial)!, 0.9);
        const most = Math.max(...list);
        const whole = concentration(members([...list, ...hidden.map((part) => part * most)]))!;
        expect(whole.share).toBeGreaterThanOrEqual(bounds.share.least - 1e-9);
        expect(whole.share).toBeLessThanOrEqual(bounds.share.most + 1e-9);
        expect(whole.hhi).toBeGreaterThanOrEqual(bounds.hhi.least - 1e-9);
        expect(whole.hhi).toBeLessThanOrEqual(bounds.hhi.most + 1e-9);
      }),
    );
  });
});
