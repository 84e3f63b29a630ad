import type { CoxOrder } from "./cox-order.ts";
import { relativeRisks, type Ties } from "./cox-sums.ts";

/** The hazard at one event time, for a row with the mean covariates. */
export interface HazardJump {
  /** Place of the time among the distinct times. */
  readonly place: number;
  readonly stratum: number;
  readonly atRisk: number;
  readonly events: number;
  /** Sum over l of h_l = 1 / (S - (l/m) D); the jump of the cumulative hazard. */
  readonly hazard: number;
  /** Sum of h_l squared: the jump of its variance for known coefficients. */
  readonly squared: number;
  /** Sum of h_l times the risk-weighted mean covariates. */
  readonly mean: Float64Array;
  /** Of the above, the part from which a row that dies at this time is spared: weights l/m. */
  readonly spared: number;
  readonly sparedMean: Float64Array;
  /** Mean over l of the risk-weighted mean covariates. */
  readonly centre: Float64Array;
}

function jump(
  all: Float64Array,
  died: Float64Array,
  {
    place,
    stratum,
    atRisk,
    events,
  }: Pick<HazardJump, "place" | "stratum" | "atRisk" | "events">,
  ties: Ties,
): HazardJump {
  const width = all.length - 1;
  const mean = new Float64Array(width);
  const sparedMean = new Float64Array(width);
  const centre = new Float64Array(width);
  let hazard = 0;
  let squared = 0;
  let spared = 0;
  for (let l = 0; l < events; l += 1) {
    const share = ties === "efron" ? l / events : 0;
    const total = all[0]! - share * died[0]!;
    hazard += 1 / total;
    squared += 1 / (total * total);
    spared += share / total;
    for (let k = 0; k < width; k += 1) {
      const own = (all[k + 1]! - share * died[k + 1]!) / total;
      mean[k]! += own / total;
      sparedMean[k]! += (share * own) / total;
      centre[k]! += own / events;
    }
  }
  return { place, stratum, atRisk, events, hazard, squared, mean, spared, sparedMean, centre };
}

/**
 * The jumps of the baseline hazard of a fitted model, by stratum and ascending time, in the
 * centred and scaled covariates of the order. Breslow (1974), or with Efron's weights.
 */
export function hazardJumps(
  order: CoxOrder,
  beta: Float64Array,
  ties: Ties,
): readonly HazardJump[] {
  const { width, bounds, start, stop, event, x, leaving } = order;
  const risks = relativeRisks(order, beta, new Float64Array(order.n));
  const jumps: HazardJump[] = [];
  for (let stratum = 0; stratum + 1 < bounds.length; stratum += 1) {
    const end = bounds[stratum + 1]!;
    const lastOut = Math.min(end, leaving.length);
    const all = new Float64Array(width + 1);
    const own: HazardJump[] = [];
    let atRisk = 0;
    let out = bounds[stratum]!;
    const add = (sums: Float64Array, at: number, sign: number): void => {
      sums[0]! += sign * risks[at]!;
      for (let k = 0; k < width; k += 1) sums[k + 1]! += sign * risks[at]! * x[at * width + k]!;
    };
    for (let at = bounds[stratum]!; at < end;) {
      const place = stop[at]!;
      const died = new Float64Array(width + 1);
      let events = 0;
      for (; at < end && stop[at] === place; at += 1) {
        add(all, at, 1);
        atRisk += 1;
        if (event[at] === 1) {
          add(died, at, 1);
          events += 1;
        }
      }
      if (events === 0) continue;
      for (; out < lastOut && start[leaving[out]!]! >= place; out += 1) {
        atRisk -= 1;
        if (atRisk === 0) all.fill(0);
        else add(all, leaving[out]!, -1);
      }
      own.push(jump(all, died, { place, stratum, atRisk, events }, ties));
    }
    jumps.push(...own.reverse());
  }
  return jumps;
}
