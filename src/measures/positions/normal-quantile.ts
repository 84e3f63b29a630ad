import { UsageError } from "../../errors.ts";

function density(x: number): number {
  return Math.exp(-0.5 * x * x) / 2.5066282746310002;
}

/** The standard normal distribution function, by its series in odd double factorials. */
export function normalProbability(x: number): number {
  if (x < -38) return 0;
  if (x > 38) return 1;
  const size = Math.abs(x);
  if (size > 5) {
    let fraction = size;
    for (let k = 100; k >= 1; k -= 1) fraction = size + k / fraction;
    const tail = density(size) / fraction;
    return x < 0 ? tail : 1 - tail;
  }
  let term = size;
  let sum = size;
  for (let k = 3; k < 200; k += 2) {
    term *= (size * size) / k;
    sum += term;
  }
  const half = density(size) * sum;
  return x < 0 ? 0.5 - half : 0.5 + half;
}

/** How many standard deviations either side of the mean hold the share `level` of a normal. */
export function normalSpan(level: number): number {
  if (!(level > 0 && level < 1)) {
    throw new UsageError(`a level must lie between 0 and 1, got ${level}.`);
  }
  const target = (1 + level) / 2;
  let low = 0;
  let high = 10;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (normalProbability(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
