// log Phi and phi / Phi by table: cubic Hermite pieces, a cache line an interval.

const STEPS_PER_UNIT: f64 = 32.0;
const LOWEST: f64 = -16.0;
const HIGHEST: f64 = 10.0;
const INTERVALS: i32 = 832;
const HALF_LOG_TWO_PI: f64 = 0.9189385332046727;

const table: usize = memory.data(64 * 832, 64);

function logDensity(x: f64): f64 {
  return -0.5 * x * x - HALF_LOG_TWO_PI;
}

/**
 * log Phi by a positive series near 0 and by the continued fraction of the Mills ratio below.
 */
function logNormal(x: f64): f64 {
  if (x < -2.5) {
    let fraction = -x;
    for (let k = 150; k >= 1; k--) fraction = -x + <f64>k / fraction;
    return logDensity(x) - Math.log(fraction);
  }
  const size = Math.abs(x);
  let term = size;
  let sum = size;
  for (let k = 3; k < 400; k += 2) {
    term *= (size * size) / <f64>k;
    sum += term;
  }
  const beyond = 0.5 - Math.exp(logDensity(size)) * sum;
  return x < 0.0 ? Math.log(beyond) : Math.log1p(-beyond);
}

/** Fills the table; call once before `lookUp`. */
export function fillTable(): void {
  const width = 1.0 / STEPS_PER_UNIT;
  let log0 = logNormal(LOWEST);
  let ratio0 = Math.exp(logDensity(LOWEST) - log0);
  for (let i = 0; i < INTERVALS; i++) {
    const x0 = LOWEST + <f64>i * width;
    const x1 = x0 + width;
    const log1 = logNormal(x1);
    const ratio1 = Math.exp(logDensity(x1) - log1);
    const at = table + (<usize>i << 6);
    cubic(at, log0, log1, width * ratio0, width * ratio1);
    const fall0 = -width * ratio0 * (x0 + ratio0);
    cubic(at + 32, ratio0, ratio1, fall0, -width * ratio1 * (x1 + ratio1));
    log0 = log1;
    ratio0 = ratio1;
  }
}

function cubic(at: usize, left: f64, right: f64, slope0: f64, slope1: f64): void {
  const rise = right - left;
  store<f64>(at, left);
  store<f64>(at, slope0, 8);
  store<f64>(at, 3.0 * rise - 2.0 * slope0 - slope1, 16);
  store<f64>(at, slope0 + slope1 - 2.0 * rise, 24);
}

/** What the last `lookUp` found: log Phi, and phi / Phi. */
export let logValue: f64 = 0.0;
export let ratioValue: f64 = 0.0;

/** Outside the table: the asymptotic series below, zero above. */
function lookUpTail(x: f64): void {
  if (x >= HIGHEST) {
    logValue = 0.0;
    ratioValue = 0.0;
    return;
  }
  const z = 1.0 / (x * x);
  const series = 1.0 - z * (1.0 - z * (3.0 - z * (15.0 - z * (105.0 - z * 945.0))));
  logValue = logDensity(x) - Math.log(-x) + Math.log(series);
  ratioValue = -x / series;
}

// @ts-expect-error: AssemblyScript decorator
@inline
export function lookUp(x: f64): void {
  const place = (x - LOWEST) * STEPS_PER_UNIT;
  if (place >= 0.0 && x < HIGHEST) {
    const i = <i32>place;
    const f = place - <f64>i;
    const at = table + (<usize>i << 6);
    logValue =
      load<f64>(at) + f * (load<f64>(at, 8) + f * (load<f64>(at, 16) + f * load<f64>(at, 24)));
    ratioValue =
      load<f64>(at, 32) +
      f * (load<f64>(at, 40) + f * (load<f64>(at, 48) + f * load<f64>(at, 56)));
  } else {
    lookUpTail(x);
  }
}
