import type { SpatialOptions } from "./spatial-options.ts";
import { victoryChance } from "./victory-chance.ts";
import { voteStrength } from "./vote-strength.ts";

/** The strength every coalition has at least, so that no chance is 0 over 0. */
const LEAST = 1e-8;

/**
 * The chance of each option in the probabilistic Condorcet election, conditional form: option i
 * beats all others with chance prod_j P(i beats j), and the chances are scaled to add up to 1.
 * P is the victory chance of the coalitions that everybody's votes make (Jesse and others, KAPSARC
 * Toolkit for Behavioral Analysis). `utility(k, i)` is what option i is worth to voter k.
 */
export function condorcetElection(
  weights: readonly number[],
  options: number,
  utility: (voter: number, option: number) => number,
  { voting, victory }: Pick<SpatialOptions, "voting" | "victory">,
): readonly number[] {
  const chances = new Float64Array(options).fill(0.5);
  const worth = weights.map((_, k) =>
    Float64Array.from({ length: options }, (__, i) => utility(k, i)),
  );
  for (let i = 0; i < options; i += 1) {
    for (let j = 0; j < i; j += 1) {
      let forI = LEAST;
      let forJ = LEAST;
      for (let k = 0; k < worth.length; k += 1) {
        const vote = voteStrength(voting, weights[k]!, worth[k]![i]! - worth[k]![j]!);
        if (vote > 0) forI += vote;
        else forJ -= vote;
      }
      const chance = victoryChance(victory, forI, forJ);
      chances[i]! *= chance;
      chances[j]! *= 1 - chance;
    }
  }
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  return Array.from(chances, (chance) => chance / total);
}
