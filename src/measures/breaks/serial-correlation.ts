/** The strongest correlation that is allowed for; beyond it a series is a random walk. */
const MOST_CORRELATION = 0.9;

/** Mean squared difference between values `lag` apart, each over the variance of its two ends. */
function squaredDifference(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  lag: number,
): number {
  let sum = 0;
  for (let i = lag; i < values.length; i += 1) {
    const difference = values[i]! - values[i - lag]!;
    sum += (difference * difference) / (1 / weights[i]! + 1 / weights[i - lag]!);
  }
  return sum / (values.length - lag);
}

/**
 * The correlation of neighbouring values of a series whose mean may shift: for an AR(1) process
 * the mean squared difference two steps apart is 1 + phi times that one step apart, and a shift
 * enters only the few differences that straddle it. Kept in [0, 0.9]; 0 below four values. The
 * idea is Chakar, Lebarbier, Lévy-Leduc and Robin's (2017, doi:10.3150/15-BEJ782), who take
 * medians; with some thirty values means err less (the test of breaks keeps its size better).
 */
export function serialCorrelation(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  if (values.length < 4) return 0;
  const one = squaredDifference(values, weights, 1);
  const two = squaredDifference(values, weights, 2);
  if (!(one > 0)) return 0;
  return Math.min(MOST_CORRELATION, Math.max(0, two / one - 1));
}
