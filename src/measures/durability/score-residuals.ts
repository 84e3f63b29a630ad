import type { HazardJump } from "./cox-hazard.ts";
import type { CoxOrder } from "./cox-order.ts";

/** Running sums over the jumps of one stratum. */
interface Running {
  readonly places: Int32Array;
  readonly hazard: Float64Array;
  readonly mean: Float64Array;
}

function runningSums(jumps: readonly HazardJump[], width: number): Running {
  const hazard = new Float64Array(jumps.length + 1);
  const mean = new Float64Array((jumps.length + 1) * width);
  for (const [at, jump] of jumps.entries()) {
    hazard[at + 1] = hazard[at]! + jump.hazard;
    for (let k = 0; k < width; k += 1) {
      mean[(at + 1) * width + k] = mean[at * width + k]! + jump.mean[k]!;
    }
  }
  return { places: Int32Array.from(jumps, ({ place }) => place), hazard, mean };
}

/** The number of jumps up to a place. */
function upTo(places: Int32Array, place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What each position adds to the score: its event less its share of the hazard, times the
 * distance of its covariates from those at risk. Therneau, Grambsch and Fleming (1990,
 * doi:10.1093/biomet/77.1.147). One row of `width` a position.
 */
export function scoreResiduals(
  order: CoxOrder,
  jumps: readonly HazardJump[],
  risks: Float64Array,
): Float64Array {
  const { n, width, x, bounds, start, stop, event } = order;
  const residuals = new Float64Array(n * width);
  for (let stratum = 0; stratum + 1 < bounds.length; stratum += 1) {
    const own = jumps.filter((jump) => jump.stratum === stratum);
    const { places, hazard, mean } = runningSums(own, width);
    for (let at = bounds[stratum]!; at < bounds[stratum + 1]!; at += 1) {
      const from = upTo(places, start[at]!);
      const to = upTo(places, stop[at]!);
      const exposed = hazard[to]! - hazard[from]!;
      const jump = event[at] === 1 ? own[to - 1]! : null;
      for (let k = 0; k < width; k += 1) {
        const value = x[at * width + k]!;
        const shift = mean[to * width + k]! - mean[from * width + k]!;
        let residual = -risks[at]! * (value * exposed - shift);
        if (jump !== null) {
          residual += value - jump.centre[k]!;
          residual += risks[at]! * (value * jump.spared - jump.sparedMean[k]!);
        }
        residuals[at * width + k] = residual;
      }
    }
  }
  return residuals;
}
