import type { Random } from "../../kernels/random.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import { modularity } from "./modularity.ts";

/** A division of n nodes into communities. */
export interface Partition {
  /** The community of each node, numbered from 0 in the order of the nodes. */
  readonly communities: Int32Array;
  readonly modularity: number;
}

/** The numbers 0 to n - 1 in random order. */
function shuffled(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, index) => index);
  for (let k = n - 1; k > 0; k -= 1) {
    const other = random.below(k + 1);
    const kept = order[k]!;
    order[k] = order[other]!;
    order[other] = kept;
  }
  return order;
}

/** Numbers labels from 0 in the order in which they appear; returns how many there are. */
function renumber(labels: Int32Array): number {
  const numbers = new Map<number, number>();
  for (let i = 0; i < labels.length; i += 1) {
    const known = numbers.get(labels[i]!) ?? numbers.size;
    numbers.set(labels[i]!, known);
    labels[i] = known;
  }
  return numbers.size;
}

/** The graph whose nodes are the communities; links within one stay as its own loop. */
function merged(weights: Float64Array, n: number, own: Int32Array, k: number): Float64Array {
  const result = new Float64Array(k * k);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const at = own[i]! * k + own[j]!;
      result[at] = result[at]! + weights[i * n + j]!;
    }
  }
  return result;
}

/**
 * Communities of a weighted undirected graph by the method of Louvain: nodes move to the
 * neighbouring community that gains most modularity until none gains, communities become nodes,
 * and so on. `weights` is a symmetric matrix of n rows, not negative, its diagonal zero. Nodes
 * are visited in an order drawn from `random`; a node without links stands alone. The matrix is
 * dense on purpose: more than half of all pairs of states are linked, so that lists of
 * neighbours would cost more than they save. Blondel, Guillaume, Lambiotte and Lefebvre 2008,
 * doi:10.1088/1742-5468/2008/10/P10008.
 */
export function louvain(
  weights: Float64Array,
  n: number,
  random: Random,
  kernels: Pick<SimilarityKernels, "moveNodes"> = plainKernels,
): Partition {
  const communities = Int32Array.from({ length: n }, (_, index) => index);
  let graph = weights;
  let size = n;
  while (graph.some((weight) => weight > 0)) {
    const own = kernels.moveNodes(graph, shuffled(size, random));
    const count = renumber(own);
    if (count === size) break;
    for (let i = 0; i < n; i += 1) communities[i] = own[communities[i]!]!;
    graph = merged(graph, size, own, count);
    size = count;
  }
  renumber(communities);
  const nodes = Int32Array.from({ length: size }, (_, index) => index);
  return { communities, modularity: modularity(graph, size, nodes) };
}
