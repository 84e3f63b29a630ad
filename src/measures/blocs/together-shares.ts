/**
 * The share of divisions in which two nodes fall together, a symmetric matrix of n rows; the
 * diagonal holds the share in which a node stands alone.
 */
export function togetherShares(divisions: readonly Int32Array[], n: number): Float64Array {
  const shares = new Float64Array(n * n);
  const step = 1 / Math.max(1, divisions.length);
  const sizes = new Int32Array(n);
  for (const own of divisions) {
    sizes.fill(0);
    for (const community of own) sizes[community] = sizes[community]! + 1;
    for (let i = 0; i < n; i += 1) {
      if (sizes[own[i]!] === 1) shares[i * n + i] = shares[i * n + i]! + 1;
      for (let j = i + 1; j < n; j += 1) {
        if (own[i] === own[j]) shares[i * n + j] = shares[i * n + j]! + 1;
      }
    }
  }
  for (let i = 0; i < n; i += 1) {
    for (let j = i; j < n; j += 1) {
      const share = shares[i * n + j]! * step;
      shares[i * n + j] = share;
      shares[j * n + i] = share;
    }
  }
  return shares;
}

/** For each node its mean share with the others of its community; alone, the share alone. */
export function stabilityOf(together: Float64Array, communities: Int32Array): Float64Array {
  const n = communities.length;
  return Float64Array.from(communities, (own, i) => {
    let [sum, mates] = [0, 0];
    for (let j = 0; j < n; j += 1) {
      if (j === i || communities[j] !== own) continue;
      sum += together[i * n + j]!;
      mates += 1;
    }
    return mates === 0 ? together[i * n + i]! : sum / mates;
  });
}
