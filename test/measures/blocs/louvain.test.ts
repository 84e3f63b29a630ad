import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { louvain } from "../../../src/measures/blocs/louvain.ts";
import { modularity } from "../../../src/measures/blocs/modularity.ts";
import { grouped, linked } from "./graphs.ts";

/** The package is CommonJS, typed as if it were not. */
const peer = louvainModule as unknown as (
  graph: UndirectedGraph,
  options: { readonly rng: () => number },
) => Readonly<Record<string, number>>;

const triangles = linked(7, [
  [0, 1, 1],
  [1, 2, 1],
  [0, 2, 1],
  [3, 4, 1],
  [4, 5, 1],
  [3, 5, 1],
  [2, 3, 1],
]);

describe("modularity", () => {
  it("is 5/14 for two triangles joined by one link, and 0 undivided", () => {
    const halves = [0, 0, 0, 1, 1, 1, 2];
    expect(modularity(triangles, 7, halves)).toBeCloseTo(2 * (3 / 7 - 0.25), 12);
    expect(modularity(triangles, 7, [0, 0, 0, 0, 0, 0, 0])).toBe(0);
    expect(modularity(new Float64Array(9), 3, [0, 1, 2])).toBe(0);
  });
});

describe("louvain", () => {
  it("finds two joined triangles and leaves a node without links alone", () => {
    const found = louvain(triangles, 7, seededRandom(1));
    expect([...found.communities]).toEqual([0, 0, 0, 1, 1, 1, 2]);
    expect(found.modularity).toBeCloseTo(5 / 14, 12);
  });

  it("stands every node alone in a graph without links", () => {
    const found = louvain(new Float64Array(16), 4, seededRandom(1));
    expect([...found.communities]).toEqual([0, 1, 2, 3]);
    expect(found.modularity).toBe(0);
  });

  it("finds planted groups whatever the order of visits", () => {
    const weights = grouped(40, 10, 1, seededRandom(5));
    const planted = Array.from({ length: 40 }, (_, i) => Math.trunc(i / 10));
    for (let seed = 0; seed < 20; seed += 1) {
      expect([...louvain(weights, 40, seededRandom(seed)).communities]).toEqual(planted);
    }
  });

  it("is on average as modular as the peer, with groups and without", () => {
    const n = 60;
    const random = seededRandom(9);
    for (const extra of [0.3, 0.15, 0]) {
      let [own, theirs] = [0, 0];
      for (let seed = 0; seed < 6; seed += 1) {
        const weights = grouped(n, 12, extra, seededRandom(seed));
        const graph = new UndirectedGraph();
        for (let i = 0; i < n; i += 1) graph.addNode(String(i));
        for (let i = 0; i < n; i += 1) {
          for (let j = i + 1; j < n; j += 1) {
            graph.addUndirectedEdge(String(i), String(j), { weight: weights[i * n + j]! });
          }
        }
        for (let run = 0; run < 10; run += 1) {
          own += louvain(weights, n, random).modularity;
          const found = peer(graph, { rng: random.uniform });
          const communities = Array.from({ length: n }, (_, i) => found[String(i)]!);
          theirs += modularity(weights, n, communities);
        }
      }
      expect(own).toBeGreaterThan(0.97 * theirs);
    }
  });
});
