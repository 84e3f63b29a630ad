import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";

describe("a seeded random source", () => {
  it("draws below n what rejection and the remainder give", () => {
    const bounds = fc.oneof(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 1, max: 4294967296 }),
      fc.constantFrom(2147483647, 2147483648, 2147483649, 4294967295, 4294967296),
    );
    fc.assert(
      fc.property(fc.integer(), bounds, (seed, n) => {
        const [random, twin] = [seededRandom(seed), seededRandom(seed)];
        const limit = 4294967296 - (4294967296 % n);
        for (let k = 0; k < 50; k += 1) {
          let draw = twin.uint32();
          while (draw >= limit) draw = twin.uint32();
          expect(random.below(n)).toBe(draw % n);
        }
        expect(random.uint32()).toBe(twin.uint32());
      }),
    );
  });
});
