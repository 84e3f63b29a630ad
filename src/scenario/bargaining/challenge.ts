import type { SpatialOptions } from "./spatial-options.ts";
import { voteStrength } from "./vote-strength.ts";

/** What somebody expects of a challenge of one stakeholder to another. */
export interface Challenge {
  /** The chance that the challenger wins. */
  readonly chance: number;
  /** The challenger's expected gain over leaving things as they are. */
  readonly gain: number;
}

/** Everything that an estimate of a challenge takes. */
export interface ChallengeInput {
  /** Utility of j's position to i, as the estimator sees it, row by row. */
  readonly utilities: Float64Array;
  /** Capability times salience. */
  readonly weights: Float64Array;
  readonly salience: Float64Array;
  readonly options: Pick<SpatialOptions, "voting" | "thirdParties" | "thirdPartyChances">;
}

const LEAST = 1e-10;

/**
 * What a third party expects of backing i less what it expects of backing j. With p the chance of
 * i where it backs i and q where it backs j, and utilities ui, uj, uk of the positions of i, of j
 * and of its own: backing i brings p (2 ui + a) + (1 - p)(2 uj + b), where a is uk or, fully
 * committed, ui, and b is uj or, not committed, uk; backing j mirrors it.
 */
function preference(
  { thirdParties, thirdPartyChances }: ChallengeInput["options"],
  lean: number,
  baseI: number,
  baseJ: number,
  ui: number,
  uj: number,
  uk: number,
): number {
  const weight = Math.abs(lean);
  const all = baseI + baseJ + weight;
  const one = thirdPartyChances === "one";
  const stated = (baseI + (lean > 0 ? weight : 0)) / all;
  const p = one ? stated : (baseI + weight) / all;
  const q = one ? stated : baseI / all;
  const full = thirdParties === "full";
  const none = thirdParties === "none";
  const backingI = p * (2 * ui + (full ? ui : uk)) + (1 - p) * (2 * uj + (none ? uk : uj));
  const backingJ = q * (2 * ui + (none ? uk : ui)) + (1 - q) * (2 * uj + (full ? uj : uk));
  return backingI - backingJ;
}

/**
 * What an estimator expects if i challenges j. i and j throw their weight in; every third party n
 * looks at the contest with itself alone added and backs the side from which it expects more (see
 * `preference`). The chance is linear in the two coalitions; j does not
 * resist with chance 1 - salience. Gain: (1 - s) 2 u(i, i) + s (P 2 u(i, i) + (1 - P) 2 u(i, j))
 * less u(i, i) + u(i, j).
 */
export function challenge(i: number, j: number, input: ChallengeInput): Challenge {
  const { utilities, weights, salience, options } = input;
  const n = weights.length;
  const u = (a: number, b: number): number => utilities[a * n + b]!;
  const { voting } = options;
  const own = voteStrength(voting, weights[i]!, u(i, i) - u(i, j));
  const other = voteStrength(voting, weights[j]!, u(j, i) - u(j, j));
  const baseI = LEAST + Math.max(own, 0) + Math.max(other, 0);
  const baseJ = LEAST - Math.min(own, 0) - Math.min(other, 0);
  let forI = baseI;
  let forJ = baseJ;
  for (let k = 0; k < n; k += 1) {
    if (k === i || k === j) continue;
    const weight = weights[k]!;
    const ui = u(k, i);
    const uj = u(k, j);
    const lean = voteStrength(voting, weight, ui - uj);
    const prefers = preference(options, lean, baseI, baseJ, ui, uj, u(k, k));
    const vote = voteStrength(voting, weight, prefers);
    if (vote > 0) forI += vote;
    else forJ -= vote;
  }
  const chance = forI / (forI + forJ);
  const s = salience[j]!;
  const won = 2 * u(i, i);
  const contest = chance * won + (1 - chance) * 2 * u(i, j);
  return { chance, gain: (1 - s) * won + s * contest - u(i, i) - u(i, j) };
}
