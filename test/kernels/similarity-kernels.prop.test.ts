import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createKernels, type Kernels } from "../../src/kernels/create-kernels.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { SIMILARITY_COLUMNS } from "../../src/kernels/similarity-indices.ts";
import { plainKernels } from "../../src/kernels/similarity-kernels.ts";

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

/** A random Assembly: voters, roll calls, cells of all six codes, chosen rows and a rule. */
const assembly = fc
  .record({ voters: fc.nat(9), rollCalls: fc.nat(150) })
  .chain(({ voters, rollCalls }) =>
    fc.record({
      voters: fc.constant(voters),
      cells: fc.uint8Array({
        min: 0,
        max: 5,
        minLength: voters * rollCalls,
        maxLength: voters * rollCalls,
      }),
      rows:
        rollCalls === 0 ? fc.constant([]) : fc.array(fc.nat(rollCalls - 1), { maxLength: 150 }),
      rule: fc.record({ absentAsAbstain: fc.boolean(), dropUnanimous: fc.boolean() }),
    }),
  );

describe("the compiled kernels and their plain twins", () => {
  test("give the same masks, counts and measures to the last bit", () => {
    fc.assert(
      fc.property(assembly, ({ voters, cells, rows, rule }) => {
        const masks = kernels.voteMasks(cells, voters, rows, rule);
        const twinMasks = plainKernels.voteMasks(cells, voters, rows, rule);
        expect(masks).toStrictEqual(twinMasks);
        const counts = kernels.dyadTables(masks);
        expect(counts).toStrictEqual(plainKernels.dyadTables(masks));
        const table = kernels.similarityIndices(counts);
        const twin = plainKernels.similarityIndices(counts);
        const fused = kernels.dyadSimilarity(masks);
        expect(table.n).toStrictEqual(twin.n);
        expect(fused.n).toStrictEqual(twin.n);
        for (const name of SIMILARITY_COLUMNS) {
          for (let p = 0; p < twin.length; p++) {
            // Object.is: NaN equals NaN, and 0 differs from -0.
            expect(Object.is(table[name][p], twin[name][p])).toBe(true);
            expect(Object.is(fused[name][p], twin[name][p])).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("give the same links of kappa to the last bit", () => {
    fc.assert(
      fc.property(assembly, fc.integer({ min: 1, max: 12 }), (drawn, fewest) => {
        const { voters, cells, rows, rule } = drawn;
        const length = voters === 0 ? 0 : cells.length / voters;
        const columns = { cells, voters, length };
        const asked = { absentAsAbstain: rule.absentAsAbstain, fewest };
        const places = voters === 0 ? [] : rows;
        // What stood in the matrix before must not show.
        const [links, twin] = [7, 8].map((value) =>
          new Float64Array(voters * voters).fill(value),
        ) as [Float64Array, Float64Array];
        kernels.kappaLinks(columns, places, asked, links);
        plainKernels.kappaLinks(columns, places, asked, twin);
        expect(links).toStrictEqual(twin);
      }),
      { numRuns: 300 },
    );
  });

  test("give the same communities of a graph", () => {
    const graph = fc.integer({ min: 1, max: 14 }).chain((n) =>
      fc.record({
        order: fc.shuffledSubarray(
          Array.from({ length: n }, (_, node) => node),
          { minLength: n },
        ),
        cells: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: n * n,
          maxLength: n * n,
        }),
      }),
    );
    fc.assert(
      fc.property(graph, ({ order, cells }) => {
        const n = order.length;
        // A loop on a node is what a merged community has of its own.
        const weights = Float64Array.from(
          cells,
          (_, at) => cells[Math.min(at, (at % n) * n + Math.trunc(at / n))] as number,
        );
        fc.pre(weights.some((weight) => weight > 0));
        const visits = Int32Array.from(order);
        expect(kernels.moveNodes(weights, visits)).toStrictEqual(
          plainKernels.moveNodes(weights, visits),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("draw the same bootstrap weights from the same source, which goes on alike", () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 700 }));
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer(),
        (sizes, draws, seed) => {
          const [random, twin] = [seededRandom(seed), seededRandom(seed)];
          expect(kernels.multinomialWeights(sizes, draws, random)).toStrictEqual(
            plainKernels.multinomialWeights(sizes, draws, twin),
          );
          expect(random.uint32()).toBe(twin.uint32());
        },
      ),
      { numRuns: 300 },
    );
  });

  test("give the same means of resampled dyads to the last bit", () => {
    const count = fc.integer({ min: 0, max: 5 });
    const resampling = fc
      .record({ groups: fc.integer({ min: 1, max: 8 }), draws: fc.integer({ min: 1, max: 9 }) })
      .chain(({ groups, draws }) =>
        fc.record({
          draws: fc.constant(draws),
          weights: fc
            .array(count, { minLength: groups * draws, maxLength: groups * draws })
            .map((list) => Int32Array.from(list)),
          dyads: fc.array(
            fc
              .array(fc.tuple(fc.nat(groups - 1), fc.nat(8), count), { maxLength: 20 })
              .map((entries) => ({
                group: entries.map(([group]) => group),
                cell: entries.map(([, cell]) => cell),
                count: entries.map(([, , times]) => times),
              })),
            { maxLength: 5 },
          ),
        }),
      );
    fc.assert(
      fc.property(resampling, ({ dyads, weights, draws }) => {
        const means = kernels.resampledMeans(dyads, weights, draws);
        const twin = plainKernels.resampledMeans(dyads, weights, draws);
        for (const name of SIMILARITY_COLUMNS) {
          expect(means[name]).toHaveLength(draws);
          for (let d = 0; d < draws; d++) {
            expect(Object.is(means[name][d], twin[name][d])).toBe(true);
          }
        }
      }),
    );
  });

  test("hold with more voters and words than fit one memory page", () => {
    const voters = 197;
    const rows = Array.from({ length: 700 }, (_, index) => index);
    let state = 1;
    const cells = Uint8Array.from({ length: voters * rows.length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 16) % 6;
    });
    const rule = { absentAsAbstain: false, dropUnanimous: false };
    const masks = kernels.voteMasks(cells, voters, rows, rule);
    expect(masks).toStrictEqual(plainKernels.voteMasks(cells, voters, rows, rule));
    expect(kernels.dyadSimilarity(masks)).toStrictEqual(plainKernels.dyadSimilarity(masks));
    expect(kernels.dyadTables(masks)).toStrictEqual(plainKernels.dyadTables(masks));
  });

  test("results stay valid after later calls", () => {
    const rule = { absentAsAbstain: false, dropUnanimous: false };
    const masks = kernels.voteMasks(Uint8Array.of(1, 2, 1, 3), 2, [0, 1], rule);
    const table = kernels.dyadSimilarity(masks);
    const before = [...table.kappa, ...table.n];
    const many = new Uint8Array(300 * 300).fill(1);
    kernels.dyadSimilarity(
      kernels.voteMasks(
        many,
        300,
        Array.from({ length: 300 }, (_, r) => r),
        rule,
      ),
    );
    expect([...table.kappa, ...table.n]).toStrictEqual(before);
  });
});
