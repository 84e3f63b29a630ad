import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { adjustedRand } from "../../../src/measures/blocs/adjusted-rand.ts";
import { louvain } from "../../../src/measures/blocs/louvain.ts";
import { modularity } from "../../../src/measures/blocs/modularity.ts";
import { variationOfInformation } from "../../../src/measures/blocs/variation-of-information.ts";

const graphs = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    seed: fc.nat(1000),
    cells: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: n * n, maxLength: n * n }),
  }),
);

function matrix({ n, cells }: { readonly n: number; readonly cells: readonly number[] }) {
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      weights[i * n + j] = cells[i * n + j]! / 4;
      weights[j * n + i] = cells[i * n + j]! / 4;
    }
  }
  return weights;
}

const divisions = fc
  .integer({ min: 1, max: 20 })
  .chain((n) =>
    fc.tuple(
      fc.array(fc.nat(4), { minLength: n, maxLength: n }),
      fc.array(fc.nat(4), { minLength: n, maxLength: n }),
    ),
  );

describe("louvain", () => {
  it("states the modularity of its division: no worse than undivided, below 1", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const weights = matrix(graph);
        const found = louvain(weights, graph.n, seededRandom(graph.seed));
        const counted = modularity(weights, graph.n, found.communities);
        expect(found.modularity).toBeCloseTo(counted, 10);
        expect(found.modularity).toBeGreaterThanOrEqual(-1e-12);
        expect(found.modularity).toBeLessThan(1);
      }),
    );
  });

  it("leaves no single move that gains", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const weights = matrix(graph);
        const { communities } = louvain(weights, graph.n, seededRandom(graph.seed));
        const own = modularity(weights, graph.n, communities);
        const merged = new Set(communities);
        for (const a of merged) {
          for (const b of merged) {
            const joined = communities.map((c) => (c === a ? b : c));
            expect(modularity(weights, graph.n, joined)).toBeLessThan(own + 1e-9);
          }
        }
      }),
    );
  });

  it("does not hang on the unit of the weights", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const weights = matrix(graph);
        const twice = louvain(
          weights.map((weight) => 2 * weight),
          graph.n,
          seededRandom(graph.seed),
        );
        expect(twice).toEqual(louvain(weights, graph.n, seededRandom(graph.seed)));
      }),
    );
  });
});

describe("likeness of divisions", () => {
  it("is symmetric, unmoved by numbering, and full for a division with itself", () => {
    fc.assert(
      fc.property(divisions, fc.constant([3, 0, 4, 1, 2]), ([a, b], names) => {
        const renamed = b.map((community) => names[community]!);
        expect(adjustedRand(a, b)).toBeCloseTo(adjustedRand(b, a), 12);
        expect(adjustedRand(a, renamed)).toBeCloseTo(adjustedRand(a, b), 12);
        expect(adjustedRand(a, a)).toBeCloseTo(1, 12);
        expect(adjustedRand(a, b)).toBeLessThanOrEqual(1 + 1e-12);
        const information = variationOfInformation(a, b);
        expect(information).toBeCloseTo(variationOfInformation(b, a), 12);
        expect(information).toBeCloseTo(variationOfInformation(a, renamed), 12);
        expect(information).toBeGreaterThanOrEqual(0);
        expect(information).toBeLessThanOrEqual(1 + 1e-12);
        expect(variationOfInformation(a, a)).toBeCloseTo(0, 12);
      }),
    );
  });
});
