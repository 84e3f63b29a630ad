/** Mean and variance of a stretch of a series. */
function moments(values: Float64Array): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, variance: squares / (values.length - 1) };
}

/** Each chain cut in two halves, a last odd draw left out. */
function halves(chains: readonly Float64Array[]): Float64Array[] {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.subarray(0, half), chain.subarray(half, 2 * half)];
  });
}

interface Pooled {
  readonly within: number;
  /** Variance of the target by all chains together: larger than `within` until they agree. */
  readonly total: number;
}

function pool(chains: readonly Float64Array[]): Pooled {
  const length = chains[0]?.length ?? 0;
  const each = chains.map(moments);
  const within = each.reduce((sum, { variance }) => sum + variance, 0) / each.length;
  const between = moments(Float64Array.from(each, ({ mean }) => mean)).variance;
  return { within, total: ((length - 1) / length) * within + between };
}

/**
 * Split R-hat: how much wider all half-chains together are than each alone; 1 when they agree
 * (Gelman and Rubin 1992, doi:10.1214/ss/1177011136, on halves). NaN with fewer than 4 draws.
 */
export function splitRHat(chains: readonly Float64Array[]): number {
  if (chains.some((chain) => chain.length < 4)) return Number.NaN;
  const { within, total } = pool(halves(chains));
  return within > 0 ? Math.sqrt(total / within) : Number.NaN;
}

/**
 * Effective number of independent draws, from autocorrelations summed in pairs until a pair is
 * negative (Geyer 1992, doi:10.1214/ss/1177011137) over split chains. NaN with fewer than 4
 * draws.
 */
export function effectiveSize(chains: readonly Float64Array[]): number {
  if (chains.some((chain) => chain.length < 4)) return Number.NaN;
  const split = halves(chains);
  const length = split[0]?.length ?? 0;
  const { within, total } = pool(split);
  if (!(total > 0)) return Number.NaN;
  const means = split.map((chain) => moments(chain).mean);
  const correlationAt = (lag: number): number => {
    let covariance = 0;
    for (const [k, chain] of split.entries()) {
      const mean = means[k] as number;
      for (let i = lag; i < length; i += 1) {
        covariance += ((chain[i] as number) - mean) * ((chain[i - lag] as number) - mean);
      }
    }
    return 1 - (within - covariance / (split.length * length)) / total;
  };
  let sum = 0;
  let before = Infinity;
  for (let lag = 1; lag + 1 < length; lag += 2) {
    const pair = Math.min(before, correlationAt(lag) + correlationAt(lag + 1));
    if (pair <= 0) break;
    sum += pair;
    before = pair;
  }
  const draws = split.length * length;
  return Math.min(draws, draws / (1 + 2 * sum));
}
