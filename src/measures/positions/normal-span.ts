import { UsageError } from "../../errors.ts";
import { logNormal } from "../../kernels/positions-normal.ts";

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
    if (Math.exp(logNormal(middle)) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
