// Coverage of 90 % intervals on votes drawn from the model. Usage: positions-coverage [repeats].
import { simulateVotes, type SimulationPlan } from "./positions-simulate.ts";
import { createPositionKernel } from "../src/kernels/positions.ts";
import { seededRandom } from "../src/kernels/random.ts";
import { fitPositions } from "../src/measures/positions/fit-positions.ts";
import type { OpenItemKernel } from "../src/kernels/positions-types.ts";

/** What the intervals did over repeated simulations. */
export interface Coverage {
  readonly all: number;
  /** Of true positions beyond 1.5 standard deviations. */
  readonly extreme: number;
  readonly rmse: number;
  readonly meanSe: number;
  /** Mean evolution variance used, and mean true one. */
  readonly evolution: number;
  readonly trueEvolution: number;
  readonly n: number;
}

/** Simulates, fits and counts how often the truth, standardised over the rows, lies inside. */
export function coverageOf(
  plan: SimulationPlan,
  evolution: "true" | "estimate",
  repeats: number,
  open: OpenItemKernel,
): Coverage {
  let [hits, n, extremeHits, extremes, errors, variances] = [0, 0, 0, 0, 0, 0];
  let [estimates, truths] = [0, 0];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const drawn = simulateVotes(plan, seededRandom(1000 + repeat));
    const { data, truth } = drawn;
    const given = evolution === "true" ? drawn.evolution : evolution;
    truths += drawn.evolution / repeats;
    let high = 0;
    for (let i = 0; i < plan.voters; i += 1) {
      if ((truth[i * plan.periods] ?? 0) > (truth[high * plan.periods] ?? 0)) high = i;
    }
    const fit = fitPositions(data, { anchors: { high }, evolution: given }, open);
    const { rows } = fit;
    estimates += fit.evolution / repeats;
    const values = Array.from(rows.voter, (voter, c) => {
      return truth[voter * plan.periods + (rows.period[c] ?? 0)] ?? 0;
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(
      values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length,
    );
    for (const [c, raw] of values.entries()) {
      const value = (raw - mean) / sd;
      const inside = value >= (rows.lower[c] ?? 0) && value <= (rows.upper[c] ?? 0) ? 1 : 0;
      const error = (rows.position[c] ?? 0) - value;
      n += 1;
      hits += inside;
      errors += error * error;
      variances += (rows.se[c] ?? 0) * (rows.se[c] ?? 0);
      if (Math.abs(value) > 1.5) {
        extremes += 1;
        extremeHits += inside;
      }
    }
  }
  return {
    all: hits / n,
    extreme: extremeHits / extremes,
    rmse: Math.sqrt(errors / n),
    meanSe: Math.sqrt(variances / n),
    evolution: estimates,
    trueEvolution: truths,
    n,
  };
}

/** The simulated assemblies of the table. */
export const COVERAGE_PLANS: readonly SimulationPlan[] = [
  [60, 10, 40, 0.1, 0.1, 0.1, 3],
  [60, 10, 40, 0.25, 0.1, 0.1, 3],
  [60, 10, 40, 0.02, 0.1, 0.1, 3],
  [60, 10, 40, 0.1, 0.1, 0.1, 2],
  [60, 10, 40, 0.1, 0.1, 0.1, 5],
  [40, 20, 20, 0.1, 0.2, 0.2, 3],
  [150, 12, 60, 0.05, 0.1, 0.2, 3],
  [150, 20, 80, 0.25, 0.1, 0.15, 3],
  [30, 8, 15, 0.1, 0.3, 0.1, 3],
  [100, 1, 100, 0.1, 0.1, 0, 3],
].map(([voters, periods, itemsPerPeriod, evolution, absence, linked, categories]) => ({
  voters: voters ?? 0,
  periods: periods ?? 0,
  itemsPerPeriod: itemsPerPeriod ?? 0,
  evolution: evolution ?? 0,
  absence: absence ?? 0,
  linked: linked ?? 0,
  categories: categories ?? 0,
}));

if (process.argv[1]?.includes("coverage") === true) {
  const repeats = Number(process.argv[2] ?? 10);
  const open = await createPositionKernel();
  console.log(
    "voters periods items/period evolution absence linked categories | evolution given",
  );
  console.log("  coverage, beyond 1.5 sd, RMSE, mean se, evolution used (true), n");
  for (const plan of COVERAGE_PLANS) {
    for (const evolution of plan.periods > 1
      ? (["true", "estimate"] as const)
      : (["true"] as const)) {
      const found = coverageOf(plan, evolution, repeats, open);
      console.log(`${Object.values(plan).join(" ")} | ${evolution}`);
      console.log(
        `  ${found.all.toFixed(3)} ${found.extreme.toFixed(3)} ${found.rmse.toFixed(3)} ` +
          `${found.meanSe.toFixed(3)} ${found.evolution.toFixed(3)} ` +
          `(${found.trueEvolution.toFixed(3)}) ${found.n}`,
      );
    }
  }
}
