/** A share of simulated calls. */
export interface SimulatedShare {
  readonly share: number;
  /** Standard error of the simulation alone. */
  readonly monteCarlo: number;
  /** Interval over the draws of the model's parameters, the simulation's noise taken out. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * A share with its interval over groups of equal size, one a draw of the parameters. The spread of
 * the groups' shares holds the simulation's noise too; they are drawn together until it is out.
 */
export function shareOf(sums: Float64Array, sizes: Int32Array, level: number): SimulatedShare {
  let total = 0;
  let calls = 0;
  for (let g = 0; g < sums.length; g += 1) {
    total += sums[g] as number;
    calls += sizes[g] as number;
  }
  const share = total / calls;
  const shares = new Float64Array(sums.length);
  for (let g = 0; g < sums.length; g += 1) {
    shares[g] = (sums[g] as number) / (sizes[g] as number);
  }
  let spread = 0;
  let noise = 0;
  for (let g = 0; g < shares.length; g += 1) {
    const p = shares[g] as number;
    spread += (p - share) * (p - share);
    noise += (p * (1 - p)) / Math.max(1, (sizes[g] as number) - 1);
  }
  const kept = spread <= 0 ? 0 : Math.sqrt(Math.max(0, spread - noise) / spread);
  shares.sort();
  const at = (probability: number): number => {
    const place = (shares.length - 1) * probability;
    const below = Math.floor(place);
    const low = shares[below] as number;
    const high = shares[Math.min(below + 1, shares.length - 1)] as number;
    const found = share + kept * (low + (place - below) * (high - low) - share);
    return Math.min(1, Math.max(0, found));
  };
  return {
    share,
    monteCarlo: Math.sqrt((share * (1 - share)) / calls),
    lower: Math.min(share, at((1 - level) / 2)),
    upper: Math.max(share, at((1 + level) / 2)),
  };
}
