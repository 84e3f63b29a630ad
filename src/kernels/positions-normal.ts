const HALF_LOG_TWO_PI = 0.9189385332046727;
/** Below this the continued fraction, above it the series: both to the last few digits. */
const SERIES_FROM = -2.5;

function logDensity(x: number): number {
  return -0.5 * x * x - HALF_LOG_TWO_PI;
}

/** The Mills ratio Phi(x) / phi(x) for x under -2.5, as one over its continued fraction. */
function tailFraction(x: number): number {
  const depth = x < -8 ? 40 : 150;
  let fraction = -x;
  for (let k = depth; k >= 1; k -= 1) fraction = -x + k / fraction;
  return fraction;
}

/** Phi(|x|) - 1/2 by a series of positive terms. */
function centralArea(size: number): number {
  let term = size;
  let sum = size;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (size * size) / k;
    sum += term;
  }
  return Math.exp(logDensity(size)) * sum;
}

/** log Phi(x), Phi the standard normal distribution function, exact in both tails. */
export function logNormal(x: number): number {
  if (x < SERIES_FROM) return logDensity(x) - Math.log(tailFraction(x));
  if (x > 8) return -Math.exp(logDensity(x) - Math.log(tailFraction(-x)));
  const beyond = 0.5 - centralArea(Math.abs(x));
  return x < 0 ? Math.log(beyond) : Math.log1p(-beyond);
}

/** phi(x) / Phi(x): the slope of log Phi. */
export function normalRatio(x: number): number {
  if (x < SERIES_FROM) return tailFraction(x);
  return Math.exp(logDensity(x) - logNormal(x));
}

/** How likely a normal lies between two points, with the derivatives that the model needs. */
export interface Interval {
  /** log(Phi(upper) - Phi(lower)). */
  readonly log: number;
  /** phi(upper) and phi(lower) over that difference. */
  readonly upperRatio: number;
  readonly lowerRatio: number;
}

/** The interval from `lower` to `upper`, either of which may be infinite. */
export function normalInterval(lower: number, upper: number): Interval {
  // The difference of two Phi keeps its digits only in the lower tail.
  if (lower + upper > 0) {
    const flipped = normalInterval(-upper, -lower);
    return {
      log: flipped.log,
      upperRatio: flipped.lowerRatio,
      lowerRatio: flipped.upperRatio,
    };
  }
  const log = logNormal(upper);
  const ratio = normalRatio(upper);
  if (lower === -Infinity) return { log, upperRatio: ratio, lowerRatio: 0 };
  const share = -Math.expm1(logNormal(lower) - log);
  return {
    log: log + Math.log(share),
    upperRatio: ratio / share,
    lowerRatio: (normalRatio(lower) * (1 - share)) / share,
  };
}
