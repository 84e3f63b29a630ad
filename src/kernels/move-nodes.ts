/** A move must gain more than rounding could. */
const LEAST_GAIN = 1e-12;

/** The communities that hold a node, in no order; one that empties is taken out. */
function occupied(n: number): { readonly list: Int32Array; remove: (c: number) => number } {
  const list = Int32Array.from({ length: n }, (_, index) => index);
  const place = list.slice();
  let count = n;
  return {
    list,
    remove: (community) => {
      count -= 1;
      const [at, last] = [place[community] as number, list[count] as number];
      list[at] = last;
      place[last] = at;
      return count;
    },
  };
}

/**
 * Moves single nodes of a graph, each at first a community of its own, to the community of
 * largest gain in modularity until none gains; plain twin of the compiled kernel. `weights` is a
 * symmetric matrix of as many rows as `order`, the order in which nodes are visited; not all of
 * it is zero. Returns the community of each node.
 */
export function moveNodes(weights: Float64Array, order: Int32Array): Int32Array {
  const n = order.length;
  const own = Int32Array.from({ length: n }, (_, index) => index);
  // links[c * n + i] is what links node i with community c; at first each node is its own.
  const links = weights.slice();
  const degrees = new Float64Array(n);
  const sizes = new Int32Array(n).fill(1);
  let total = 0;
  for (let i = 0; i < n; i++) {
    let degree = 0;
    for (let j = 0; j < n; j++) degree += weights[i * n + j] as number;
    degrees[i] = degree;
    total += degree;
  }
  const sums = degrees.slice();
  const { list, remove } = occupied(n);
  let count = n;
  for (let moved = true; moved;) {
    moved = false;
    for (const i of order) {
      const from = own[i] as number;
      const degree = degrees[i] as number;
      const share = degree / total;
      const linked = (links[from * n + i] as number) - (weights[i * n + i] as number);
      const stay = linked - share * ((sums[from] as number) - degree);
      let best = from;
      let most = stay + LEAST_GAIN * total;
      for (let k = 0; k < count; k++) {
        const c = list[k] as number;
        const gain = (links[c * n + i] as number) - share * (sums[c] as number);
        if (gain > most && c !== from) {
          best = c;
          most = gain;
        }
      }
      if (best === from) continue;
      moved = true;
      own[i] = best;
      sums[from] = (sums[from] as number) - degree;
      sums[best] = (sums[best] as number) + degree;
      for (let j = 0; j < n; j++) {
        const weight = weights[i * n + j] as number;
        links[from * n + j] = (links[from * n + j] as number) - weight;
        links[best * n + j] = (links[best * n + j] as number) + weight;
      }
      sizes[best] = (sizes[best] as number) + 1;
      sizes[from] = (sizes[from] as number) - 1;
      if (sizes[from] === 0) count = remove(from);
    }
  }
  return own;
}
