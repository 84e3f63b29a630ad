import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedUtilityModel } from "../../src/scenario/bargaining/expected-utility-model.ts";
import { spatialModel } from "../../src/scenario/bargaining/spatial-model.ts";
import {
  SPATIAL_DEFAULTS,
  VICTORY_MODELS,
  VOTING_RULES,
} from "../../src/scenario/bargaining/spatial-options.ts";
import type { BargainingPath, Stakeholder } from "../../src/scenario/bargaining/stakeholder.ts";
import { victoryChance } from "../../src/scenario/bargaining/victory-chance.ts";
import { voteStrength } from "../../src/scenario/bargaining/vote-strength.ts";

const body: fc.Arbitrary<readonly Stakeholder[]> = fc
  .array(
    fc.record({
      // Multiples of 1/64 keep sums exact, so that no tie turns on rounding.
      position: fc.integer({ min: 0, max: 64 }).map((n) => n / 64),
      capability: fc.integer({ min: 1, max: 64 }),
      salience: fc.integer({ min: 1, max: 16 }).map((n) => n / 16),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((rows) => rows.map((row, k) => ({ id: `s${k}`, ...row })));

const MODELS: readonly (readonly [string, (all: readonly Stakeholder[]) => BargainingPath])[] =
  [
    ["spatialModel", (all) => spatialModel(all, { ...SPATIAL_DEFAULTS, turns: 4 })],
    ["expectedUtilityModel", (all) => expectedUtilityModel(all)],
  ];

const strategies = <T extends object>(of: T): fc.Arbitrary<keyof T> =>
  fc.constantFrom(...(Object.keys(of) as (keyof T)[]));

describe.each(MODELS)("%s", (_, run) => {
  it("never leaves the span of the start, and keeps median and mean within the positions", () => {
    fc.assert(
      fc.property(body, (all) => {
        const start = all.map(({ position }) => position);
        for (const { positions, median, mean } of run(all).turns) {
          expect(Math.min(...positions)).toBeGreaterThanOrEqual(Math.min(...start) - 1e-4);
          expect(Math.max(...positions)).toBeLessThanOrEqual(Math.max(...start) + 1e-4);
          expect(positions).toContain(median);
          expect(mean).toBeGreaterThanOrEqual(Math.min(...positions) - 1e-9);
          expect(mean).toBeLessThanOrEqual(Math.max(...positions) + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("follows a shift and a change of unit of the scale", () => {
    fc.assert(
      fc.property(
        body,
        fc.constantFrom(2, 8, 64),
        fc.integer({ min: -5, max: 5 }),
        (all, k, by) => {
          const plain = run(all).turns;
          const moved = run(
            all.map((one) => ({ ...one, position: one.position * k + by })),
          ).turns;
          expect(moved.length).toBe(plain.length);
          for (const [t, { positions }] of moved.entries()) {
            for (const [i, at] of positions.entries()) {
              expect((at - by) / k).toBeCloseTo(plain[t]!.positions[i]!, 6);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("does not turn on the unit of capability, nor on names", () => {
    fc.assert(
      fc.property(body, (all) => {
        const plain = run(all).turns.at(-1)!.positions;
        const scaled = run(
          all.map((one, k) => ({ ...one, id: `other${k}`, capability: one.capability * 4 })),
        ).turns.at(-1)!.positions;
        for (const [k, at] of scaled.entries()) expect(at).toBeCloseTo(plain[k]!, 3);
      }),
      { numRuns: 40 },
    );
  });
});

describe("victoryChance and voteStrength", () => {
  it("give chances that add up to one and rise with strength", () => {
    fc.assert(
      fc.property(
        strategies(VICTORY_MODELS),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (model, a, b) => {
          expect(victoryChance(model, a, b) + victoryChance(model, b, a)).toBeCloseTo(1, 9);
          expect(victoryChance(model, a * 1.5, b)).toBeGreaterThanOrEqual(
            victoryChance(model, a, b) - 1e-12,
          );
        },
      ),
    );
  });

  it("rise with the difference, and are odd but for prospects", () => {
    fc.assert(
      fc.property(
        strategies(VOTING_RULES),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rule, d, more) => {
          expect(voteStrength(rule, 3, d + more)).toBeGreaterThanOrEqual(
            voteStrength(rule, 3, d) - 1e-12,
          );
          if (rule !== "prospect") {
            expect(voteStrength(rule, 3, -d) + voteStrength(rule, 3, d)).toBeCloseTo(0, 12);
          }
        },
      ),
    );
  });
});
