import { UsageError } from "../../errors.ts";
import type { Random } from "../../kernels/random.ts";
import { countDraws } from "./draw-gamma.ts";
import type { DynamicsFit } from "./fit-dynamics.ts";
import { type PathOptions, type SimulatedPath, simulatePath } from "./simulate-path.ts";

/** How many futures are simulated. */
export interface SimulationSize {
  /** Draws of the rates. */
  readonly draws: number;
  /** Futures simulated from each. */
  readonly paths: number;
}

/** Simulated futures, those of one draw of the rates together. */
export interface SimulatedDynamics {
  readonly batches: readonly (readonly SimulatedPath[])[];
}

/**
 * Simulates an organisation's futures: for each draw of the rates from what the record leaves
 * open, several futures by chance. What differs between draws is uncertainty of the rates, what
 * differs within one is chance.
 */
export function simulateDynamics(
  fit: DynamicsFit,
  organisation: string,
  options: Omit<PathOptions, "members">,
  { draws, paths }: SimulationSize,
  random: Random,
): SimulatedDynamics {
  const place = fit.histories.findIndex(({ id }) => id === organisation);
  if (place < 0) throw new UsageError(`${organisation} is not in the class of the fit.`);
  const { members } = fit.histories[place]!;
  const counts = countDraws(random);
  const batches = Array.from({ length: draws }, () => {
    const parameters = fit.draw(random, counts, place);
    return Array.from({ length: paths }, () =>
      simulatePath(parameters, { ...options, members }, random, counts),
    );
  });
  return { batches };
}
