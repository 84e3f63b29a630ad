import type { Random } from "../../kernels/random.ts";
import { modularity } from "./modularity.ts";

/** A division of n nodes into communities. */
export interface Partition {
  /** The community of each node, numbered from 0 in the order of the nodes. */
  readonly communities: Int32Array;
  readonly modularity: number;
}

/** A move must gain more than rounding could. */
const LEAST_GAIN = 1e-12;

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

/** The communities that hold a node, in no order; one that empties is taken out. */
function occupied(n: number): { readonly list: Int32Array; remove: (c: number) => number } {
  const list = Int32Array.from({ length: n }, (_, index) => index);
  const place = list.slice();
  let count = n;
  return {
    list,
    remove: (community) => {
      count -= 1;
      const [at, last] = [place[community]!, list[count]!];
      list[at] = last;
      place[last] = at;
      return count;
    },
  };
}

/** Moves single nodes to the neighbouring community of largest gain until none gains. */
function moveNodes(weights: Float64Array, n: number, random: Random): Int32Array {
  const own = Int32Array.from({ length: n }, (_, index) => index);
  // links[c * n + i] is what links node i with community c; at first each node is its own.
  const links = weights.slice();
  const degrees = new Float64Array(n);
  const sizes = new Int32Array(n).fill(1);
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) degrees[i] = degrees[i]! + weights[i * n + j]!;
    total += degrees[i]!;
  }
  if (total === 0) return own;
  const sums = degrees.slice();
  const order = shuffled(n, random);
  const { list, remove } = occupied(n);
  let count = n;
  for (let moved = true; moved;) {
    moved = false;
    for (const i of order) {
      const from = own[i]!;
      const degree = degrees[i]!;
      const share = degree / total;
      const stay = links[from * n + i]! - weights[i * n + i]! - share * (sums[from]! - degree);
      let best = from;
      let most = stay + LEAST_GAIN * total;
      for (let k = 0; k < count; k += 1) {
        const c = list[k]!;
        const gain = links[c * n + i]! - share * sums[c]!;
        if (gain > most && c !== from) {
          best = c;
          most = gain;
        }
      }
      if (best === from) continue;
      moved = true;
      own[i] = best;
      sums[from] = sums[from]! - degree;
      sums[best] = sums[best]! + degree;
      for (let j = 0; j < n; j += 1) {
        const weight = weights[i * n + j]!;
        links[from * n + j] = links[from * n + j]! - weight;
        links[best * n + j] = links[best * n + j]! + weight;
      }
      sizes[best] = sizes[best]! + 1;
      sizes[from] = sizes[from]! - 1;
      if (sizes[from] === 0) count = remove(from);
    }
  }
  return own;
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
export function louvain(weights: Float64Array, n: number, random: Random): Partition {
  const communities = Int32Array.from({ length: n }, (_, index) => index);
  let graph = weights;
  let size = n;
  for (;;) {
    const own = moveNodes(graph, size, random);
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
