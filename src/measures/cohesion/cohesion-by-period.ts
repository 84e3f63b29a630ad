import { seededRandom } from "../../kernels/random.ts";
import type { VoteRecord } from "../../record/votes.ts";
import type { SeededBootstrap } from "./bootstrap-mean.ts";
import { cohesion } from "./cohesion.ts";
import type { Cohesion } from "./cohesion.ts";
import { groupTallies } from "./group-tallies.ts";
import type { MemberSpell } from "./member-spell.ts";
import type { Period } from "./roll-call-selection.ts";

/** The cohesion of a group in one period. */
export interface PeriodCohesion extends Cohesion {
  readonly period: string;
}

/**
 * The cohesion of a group in each period (see `cohesion`), with intervals by family of
 * resolutions if `bootstrap` is given. Every period starts from the same seed, so its interval
 * does not depend on which other periods were asked for. A period that is too thin keeps its
 * row, with its value withheld.
 */
export function cohesionByPeriod(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  periods: readonly Period[],
  bootstrap?: SeededBootstrap,
): readonly PeriodCohesion[] {
  const families = Int32Array.from(votes.rollCalls, (rollCall) => rollCall.family);
  return periods.map(({ label, rollCalls }) => ({
    period: label,
    ...cohesion(
      groupTallies(votes, spells, rollCalls),
      bootstrap && { ...bootstrap, families, random: seededRandom(bootstrap.seed) },
    ),
  }));
}
