import { seededRandom } from "../../kernels/random.ts";
import type { VoteRecord } from "../../record/votes.ts";
import type { SeededBootstrap } from "./bootstrap-mean.ts";
import { cohesion } from "./cohesion.ts";
import type { Cohesion } from "./cohesion.ts";
import { groupTallies } from "./group-tallies.ts";
import type { MemberSpell } from "./member-spell.ts";
import type { RollCallSelection } from "./roll-call-selection.ts";

/** A group to be compared with others: an alliance, a treaty, any list of states. */
export interface Group {
  readonly id: string;
  readonly spells: readonly MemberSpell[];
}

/** A group's cohesion and its place among the groups compared. */
export interface RankedCohesion extends Cohesion {
  readonly id: string;
  /** Members of the United Nations that belonged to the group on some roll call. */
  readonly members: number;
  /** 1 + number of groups with a higher mean agreement index; null where withheld. */
  readonly rank: number | null;
  /** The same by share of pairs alike, which does not favour small groups. */
  readonly pairRank: number | null;
  /** Number of groups ranked. */
  readonly ranked: number;
}

/** Differences below this are ties: the means of equal sets differ only in rounding. */
const TIE = 1e-12;

/** 1 + the number of values above `value`. */
function rankIn(values: readonly number[], value: number | null): number | null {
  if (value === null) return null;
  return 1 + values.filter((other) => other > value + TIE).length;
}

/** Number of voters with a spell that meets the selection at a cell other than not-a-member. */
function memberCount(
  votes: VoteRecord,
  spells: readonly MemberSpell[],
  rollCalls: Int32Array,
): number {
  const present = spells.filter(({ voter, from, to }) =>
    rollCalls.some(
      (index) =>
        index >= from && index < to && votes.cells[index * votes.voters.length + voter] !== 0,
    ),
  );
  return new Set(present.map(({ voter }) => voter)).size;
}

/**
 * The cohesion of every group over the same roll calls, most cohesive first, groups whose value
 * is withheld last: the reference class "other alliances". Ranks of equals are equal. Every
 * group starts from the same seed: its interval is the same in any list. The agreement index
 * runs higher in small groups, so `pairRank` stands beside `rank`; where the
 * two differ much, size is the likelier reason.
 */
export function cohesionOfAll(
  votes: VoteRecord,
  groups: readonly Group[],
  rollCalls: RollCallSelection,
  bootstrap?: SeededBootstrap,
): readonly RankedCohesion[] {
  const families = Int32Array.from(votes.rollCalls, (rollCall) => rollCall.family);
  const measured = groups.map(({ id, spells }) => {
    const tallies = groupTallies(votes, spells, rollCalls);
    return {
      id,
      members: memberCount(votes, spells, tallies.rollCalls),
      ...cohesion(
        tallies,
        bootstrap && { ...bootstrap, families, random: seededRandom(bootstrap.seed) },
      ),
    };
  });
  const counted = measured.filter((group) => group.agreement !== null);
  const agreements = counted.map((group) => group.agreement!);
  const pairs = counted.map((group) => group.pairs!);
  return measured
    .map((group) => ({
      ...group,
      rank: rankIn(agreements, group.agreement),
      pairRank: rankIn(pairs, group.pairs),
      ranked: counted.length,
    }))
    .sort(
      (a, b) =>
        (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.id < b.id ? -1 : Number(a.id > b.id)),
    );
}
