import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createKernels, type Kernels } from "../../src/kernels/create-kernels.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { plainKernels } from "../../src/kernels/similarity-kernels.ts";

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

/** Up to three words of states, and for each place as many lists of them as there are levels. */
const places = fc
  .record({ voters: fc.integer({ min: 1, max: 150 }), levels: fc.integer({ min: 1, max: 3 }) })
  .chain(({ voters, levels }) => {
    const states = Array.from({ length: voters }, (_, voter) => voter);
    const list = fc.subarray(states).map((some) => Int32Array.from(some));
    const place = fc.array(list, { minLength: levels, maxLength: levels });
    return fc.record({
      voters: fc.constant(voters),
      // Places of one kind share their lists.
      candidates: fc
        .tuple(place, place, fc.array(fc.boolean(), { maxLength: 12 }))
        .map(([one, other, kinds]) => kinds.map((kind) => (kind ? one : other))),
    });
  });

/** Cells of all six codes, chosen roll calls, and groups with the stretches of their places. */
const groups = fc
  .record({ voters: fc.integer({ min: 1, max: 9 }), length: fc.nat(40), size: fc.nat(6) })
  .chain(({ voters, length, size }) => {
    const cells = { min: 0, max: 5, minLength: voters * 50, maxLength: voters * 50 };
    return fc.record({
      voters: fc.constant(voters),
      cells: fc.uint8Array(cells),
      rollCalls: fc
        .array(fc.nat(49), { minLength: length, maxLength: length })
        .map((list) => Int32Array.from(list)),
      runs: fc.array(
        fc
          .uniqueArray(fc.nat(length), { maxLength: 4 })
          .map((ends) => ends.sort((a, b) => a - b).slice(0, 2 * Math.trunc(ends.length / 2))),
        { minLength: size, maxLength: size },
      ),
      holders: fc
        .array(fc.array(fc.nat(voters - 1), { minLength: size, maxLength: size }), {
          maxLength: 5,
        })
        .map((rows) => Int32Array.from(rows.flat())),
    });
  });

describe("the compiled kernels of random draws and their plain twins", () => {
  test("draw the same groups from the same source, which goes on alike", () => {
    fc.assert(
      fc.property(places, fc.nat(12), fc.integer(), ({ voters, candidates }, draws, seed) => {
        const [random, twin] = [seededRandom(seed), seededRandom(seed)];
        expect(kernels.drawGroups(candidates, voters, draws, random)).toStrictEqual(
          plainKernels.drawGroups(candidates, voters, draws, twin),
        );
        expect(random.uint32()).toBe(twin.uint32());
      }),
      { numRuns: 300 },
    );
  });

  test("give the same mean agreement of groups to the last bit", () => {
    const rule = fc.record({
      fewestVotes: fc.integer({ min: 1, max: 4 }),
      fewestRollCalls: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(groups, rule, ({ runs, holders, ...rows }, asked) => {
        expect(kernels.groupMeans(rows, runs, holders, asked)).toStrictEqual(
          plainKernels.groupMeans(rows, runs, holders, asked),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("measure groups of more members than a byte counts", () => {
    const size = 300;
    const rows = {
      cells: Uint8Array.from({ length: 12 * size }, (_, cell) => (cell % 7 === 0 ? 3 : 1)),
      voters: size,
      rollCalls: Int32Array.from({ length: 12 }, (_, row) => row),
    };
    const runs = Array.from({ length: size }, () => [0, 12]);
    const every = Int32Array.from({ length: size }, (_, voter) => voter);
    const rule = { fewestVotes: 2, fewestRollCalls: 10 };
    const means = kernels.groupMeans(rows, runs, every, rule);
    expect(means).toStrictEqual(plainKernels.groupMeans(rows, runs, every, rule));
    expect(means[0]).toBeCloseTo(1 - 1.5 / 7, 2);
  });

  test("divide series alike to the last bit", () => {
    const value = fc.double({ noNaN: true, min: -9, max: 9 });
    const weight = fc.double({ noNaN: true, min: 0.1, max: 9 });
    const series = fc
      .record({ n: fc.integer({ min: 1, max: 25 }), draws: fc.nat(4) })
      .chain(({ n, draws }) =>
        fc.record({
          weights: fc
            .array(weight, { minLength: n, maxLength: n })
            .map((list) => Float64Array.from(list)),
          values: fc
            .array(value, { minLength: draws * n, maxLength: draws * n })
            .map((list) => Float64Array.from(list)),
        }),
      );
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 1, max: 5 }),
        fc.nat(4),
        ({ values, weights }, minimum, maximum) => {
          expect(kernels.partitionDraws(values, weights, minimum, maximum)).toStrictEqual(
            plainKernels.partitionDraws(values, weights, minimum, maximum),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("give the same means of resampled families to the last bit", () => {
    const family = fc.tuple(
      fc.double({ noNaN: true, min: -9, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(
        fc.array(family, { minLength: 1, maxLength: 30 }),
        fc.nat(20),
        fc.integer(),
        (families, draws, seed) => {
          const sums = Float64Array.from(families, ([sum]) => sum);
          const counts = Int32Array.from(families, ([, count]) => count);
          const [random, twin] = [seededRandom(seed), seededRandom(seed)];
          expect(kernels.familyMeans(sums, counts, draws, random)).toStrictEqual(
            plainKernels.familyMeans(sums, counts, draws, twin),
          );
          expect(random.uint32()).toBe(twin.uint32());
        },
      ),
      { numRuns: 300 },
    );
  });
});
