import type { Random } from "../src/kernels/random.ts";
import type { PositionData } from "../src/measures/positions/position-data.ts";

/** Sizes and truths of a simulated assembly. */
export interface SimulationPlan {
  readonly voters: number;
  readonly periods: number;
  readonly itemsPerPeriod: number;
  /** Variance of the walk's steps, its first position having variance 1. */
  readonly evolution: number;
  /** Share of votes not cast. */
  readonly absence: number;
  /** Share of a period's items that return in the next. */
  readonly linked: number;
  /** 2 for yes/no, 3 for yes/abstain/no. */
  readonly categories: number;
}

/** Votes drawn from the model, and the standardised positions they were drawn from. */
export interface Simulation {
  readonly data: PositionData;
  /** True position by `voter * periods + period`; standardised over all cells. */
  readonly truth: Float64Array;
  /** The walk's variance in units of the standardised positions. */
  readonly evolution: number;
}

/** A standard normal draw (Marsaglia's polar method). */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random.uniform() - 1;
    const v = 2 * random.uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Draws an assembly from the model of `fitPositions`. */
export function simulateVotes(plan: SimulationPlan, random: Random): Simulation {
  const { voters, periods, itemsPerPeriod, categories } = plan;
  const truth = new Float64Array(voters * periods);
  for (let i = 0; i < voters; i += 1) {
    let theta = drawNormal(random);
    for (let t = 0; t < periods; t += 1) {
      if (t > 0) theta += Math.sqrt(plan.evolution) * drawNormal(random);
      truth[i * periods + t] = theta;
    }
  }
  let sum = 0;
  for (const value of truth) sum += value;
  const mean = sum / truth.length;
  let squares = 0;
  for (const value of truth) squares += (value - mean) * (value - mean);
  const sd = Math.sqrt(squares / truth.length);
  for (let c = 0; c < truth.length; c += 1) truth[c] = ((truth[c] as number) - mean) / sd;
  const rows: [number, number, number, number][] = [];
  let items: { id: number; slope: number; cuts: number[] }[] = [];
  let count = 0;
  for (let t = 0; t < periods; t += 1) {
    const kept = items.filter(() => random.uniform() < plan.linked);
    while (kept.length < itemsPerPeriod) {
      const cuts = Array.from({ length: categories - 1 }, () => 1.2 * drawNormal(random));
      cuts.sort((a, b) => a - b);
      kept.push({ id: count, slope: drawNormal(random), cuts });
      count += 1;
    }
    items = kept;
    for (const { id, slope, cuts } of items) {
      for (let i = 0; i < voters; i += 1) {
        if (random.uniform() < plan.absence) continue;
        const z = slope * (truth[i * periods + t] as number) + drawNormal(random);
        rows.push([i, t, id, 1 + cuts.filter((cut) => z > cut).length]);
      }
    }
  }
  return {
    truth,
    evolution: plan.evolution / (sd * sd),
    data: {
      voters,
      periods,
      items: count,
      voter: Uint16Array.from(rows, ([i]) => i),
      period: Uint16Array.from(rows, ([, t]) => t),
      item: Uint32Array.from(rows, ([, , j]) => j),
      category: Uint8Array.from(rows, ([, , , c]) => c),
    },
  };
}
