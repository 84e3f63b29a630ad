import { UsageError } from "../../errors.ts";
import type { Candidates } from "../../kernels/draw-groups.ts";
import { type CellRows, groupMeans, type Runs } from "../../kernels/group-means.ts";
import type { Random } from "../../kernels/random.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { quantiles } from "../statistics/quantile.ts";
import { COHESION_QUANTILES, FEWEST_ROLL_CALLS, FEWEST_VOTES } from "./cohesion.ts";
import { matchedCandidates, plainCandidates } from "./group-candidates.ts";
import { type GroupSlot, groupSlots } from "./group-slots.ts";
import { checkSpells } from "./member-spell.ts";
import type { MemberSpell } from "./member-spell.ts";
import { measuredRollCalls } from "./roll-call-selection.ts";
import type { RollCallSelection } from "./roll-call-selection.ts";

/** How random groups are drawn: 1,000 plain draws from all voters unless told otherwise. */
export interface RandomGroupOptions {
  readonly draws?: number;
  readonly random: Random;
  /** The voters that may be drawn. */
  readonly pool?: Iterable<number>;
  /** "region|regime" by voter, null where unknown: asks for matched groups. */
  readonly strata?: readonly (string | null)[];
  /** Compiled kernels are several times faster; the numbers are the same. */
  readonly kernels?: Pick<SimilarityKernels, "drawGroups" | "groupMeans">;
}

/** How many places were filled at each level of likeness, averaged over the draws. */
export interface MatchedLevels {
  readonly stratum: number;
  readonly region: number;
  readonly any: number;
  /** Members for whom neither their stratum nor their region holds any other state to draw. */
  readonly notMatchable: number;
}

/** A group's cohesion beside that of random groups with as many members at the same times. */
export interface RandomGroupComparison {
  readonly mode: "plain" | "matched";
  /** Mean agreement index of the group itself. */
  readonly observed: number | null;
  readonly size: number;
  /** Number of states that can fill at least one place. */
  readonly pool: number;
  /** Random groups that could be drawn and measured. */
  readonly draws: number;
  readonly mean: number | null;
  /** Quantiles of the random groups at `COHESION_QUANTILES`. */
  readonly quantiles: readonly number[] | null;
  /** Share of random groups at least as cohesive as the group. */
  readonly atLeast: number | null;
  /** (1 + number at least as cohesive) / (1 + draws), and the least it could be. */
  readonly p: number | null;
  readonly smallestP: number | null;
  /** Null in plain mode. */
  readonly matched: MatchedLevels | null;
  readonly withheld: string | null;
}

const DEFAULT_DRAWS = 1000;
/** Equal means may differ in rounding by less than this. */
const TIE = 1e-12;
const RULE = { fewestVotes: FEWEST_VOTES, fewestRollCalls: FEWEST_ROLL_CALLS };

/** A group in a selection of roll calls, ready to be held against random groups. */
export interface PlacedGroup {
  readonly rows: CellRows;
  readonly slots: readonly GroupSlot[];
  /** Its own mean agreement index; NaN where withheld. */
  readonly observed: number;
}

const runsOf = (slots: readonly GroupSlot[]): readonly Runs[] => slots.map(({ runs }) => runs);

/** Finds the places of a group's members in the roll calls that measures count. */
export function placeGroup(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  selection: RollCallSelection,
): PlacedGroup {
  checkSpells(votes, spells);
  const rollCalls = measuredRollCalls(votes, selection);
  const rows = { cells: votes.cells, voters: votes.voters.length, rollCalls };
  const slots = groupSlots(votes, spells, rollCalls);
  const own = Int32Array.from(slots, ({ voter }) => voter);
  // One group is not worth what it takes to hand the votes to a compiled kernel.
  const observed = groupMeans(rows, runsOf(slots), own, RULE)[0] ?? Number.NaN;
  return { rows, slots, observed };
}

/** What the random groups of some places came to. */
interface Simulated {
  readonly means: Float64Array;
  /** How many places were filled at each level, averaged over the groups. */
  readonly levels: readonly number[];
}

/** Draws the random groups and measures those that could be filled. */
function simulate(
  { rows, slots }: PlacedGroup,
  candidates: Candidates,
  draws: number,
  random: Random,
  kernels: Pick<SimilarityKernels, "drawGroups" | "groupMeans">,
): Simulated {
  const size = slots.length;
  const drawn = kernels.drawGroups(candidates, rows.voters, draws, random);
  const means = kernels.groupMeans(rows, runsOf(slots), drawn.holders, RULE);
  const filled = [0, 0, 0];
  means.forEach((mean, group) => {
    if (Number.isNaN(mean)) return;
    for (const level of drawn.levels.subarray(group * size, (group + 1) * size)) {
      filled[level] = filled[level]! + 1;
    }
  });
  const measured = means.filter((mean) => !Number.isNaN(mean));
  const count = measured.length;
  return {
    means: measured,
    levels: filled.map((total) => (count === 0 ? 0 : total / count)),
  };
}

/** Why a group cannot be compared whatever is drawn, or null. */
function unmeasured(observed: number, size: number): string | null {
  if (size < 2) return `${size} members in the period; 2 are needed`;
  return Number.isNaN(observed)
    ? `fewer than ${FEWEST_ROLL_CALLS} roll calls with votes`
    : null;
}

/** Why the draws do not make a comparison, or null. */
function unusable(draws: number, size: number, unmatched: number): string | null {
  if (draws === 0) return "no random group can be drawn from so small a pool";
  if (2 * unmatched <= size) return null;
  const count = Number(unmatched.toFixed(1));
  return `not matchable: ${count} of ${size} members had no other state of their region left`;
}

/** What `randomGroupCohesion` gives for a group whose places are known. */
export function besideRandomGroups(
  group: PlacedGroup,
  { draws = DEFAULT_DRAWS, random, pool, strata, kernels = plainKernels }: RandomGroupOptions,
): RandomGroupComparison {
  if (!Number.isInteger(draws) || draws < 1) {
    throw new UsageError(`draws is ${draws}; it must be a whole number from 1`);
  }
  const { rows, slots, observed } = group;
  const every = Int32Array.from({ length: rows.voters }, (_, voter) => voter);
  const voters = pool === undefined ? every : Int32Array.from(new Set(pool)).sort();
  const candidates =
    strata === undefined
      ? plainCandidates(slots, voters)
      : matchedCandidates(slots, voters, strata);
  const lastLists = [...new Set(candidates.map((lists) => lists.at(-1)!))];
  const notMatchable =
    strata === undefined ? 0 : candidates.filter((levels) => levels[1]!.length === 0).length;
  const unfit = unmeasured(observed, slots.length);
  const tried = unfit === null ? draws : 0;
  const { means, levels } = simulate(group, candidates, tried, random, kernels);
  const n = means.length;
  const unmatched = strata === undefined ? 0 : levels[2]!;
  const withheld = unfit ?? unusable(n, slots.length, unmatched);
  const reached = means.filter((mean) => mean >= observed - TIE).length;
  return {
    mode: strata === undefined ? "plain" : "matched",
    observed: Number.isNaN(observed) ? null : observed,
    size: slots.length,
    pool: new Set(lastLists.flatMap((list) => [...list])).size,
    draws: n,
    mean: withheld === null ? means.reduce((sum, mean) => sum + mean, 0) / n : null,
    quantiles: withheld === null ? quantiles(means, COHESION_QUANTILES) : null,
    atLeast: withheld === null ? reached / n : null,
    p: withheld === null ? (1 + reached) / (1 + n) : null,
    smallestP: withheld === null ? 1 / (1 + n) : null,
    matched:
      strata === undefined
        ? null
        : { stratum: levels[0]!, region: levels[1]!, any: levels[2]!, notMatchable },
    withheld,
  };
}

/**
 * The reference class "random groups": the mean agreement index of a group against groups drawn
 * at random with as many members, each in the group for the same time as the member it stands
 * for. A state can fill a place if it was a member of the United Nations throughout that time
 * and voted at least once; no state fills two.
 *
 * Plain groups are drawn from all states, the group's own included, so p is the one-sided p of
 * a permutation test of "this group is any group". Matched groups take for each member another
 * state of its stratum; where none is left, of its region; where none is left, any. States of
 * the group are never drawn there, so p is a comparison with the group's likes, not a
 * permutation test. If more than half of the places had to be filled with any state, because
 * the group is most of its region, the comparison is withheld as not matchable.
 *
 * Values are agreement indices in [0, 1], by the rules of `cohesion`; p carries the +1 of
 * Phipson and Smyth (2010, doi:10.2202/1544-6115.1585). The same seed gives the same values.
 */
export function randomGroupCohesion(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  selection: RollCallSelection,
  options: RandomGroupOptions,
): RandomGroupComparison {
  return besideRandomGroups(placeGroup(votes, spells, selection), options);
}
