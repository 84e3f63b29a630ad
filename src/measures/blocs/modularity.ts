/**
 * Modularity of a division of a weighted undirected graph: Q = sum over communities of
 * (links within / all links) - (degrees within / all degrees)^2, each link counted from both
 * ends; below 1, and 0 for one community or a graph without links. `weights` is a symmetric
 * matrix of n rows, not negative; `communities` numbers the community of each node from 0.
 * Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113; weighted: Newman 2004,
 * doi:10.1103/PhysRevE.70.056131.
 */
export function modularity(
  weights: Float64Array,
  n: number,
  communities: ArrayLike<number>,
): number {
  const within = new Float64Array(n);
  const degrees = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    const own = communities[i]!;
    for (let j = 0; j < n; j += 1) {
      const weight = weights[i * n + j]!;
      degrees[own] = degrees[own]! + weight;
      if (communities[j] === own) within[own] = within[own]! + weight;
      total += weight;
    }
  }
  if (total === 0) return 0;
  let result = 0;
  for (let c = 0; c < n; c += 1) {
    const share = degrees[c]! / total;
    result += within[c]! / total - share * share;
  }
  return result;
}
