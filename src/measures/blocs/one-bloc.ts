import type { Candidates } from "../../kernels/draw-groups.ts";
import type { Random } from "../../kernels/random.ts";
import { plainKernels, type SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import { quantiles } from "../statistics/quantile.ts";
import type { VotingBlocs } from "./voting-blocs.ts";

/** Random groups beside which a group's togetherness stands. */
export interface RandomTogetherness {
  readonly draws: number;
  /** Median over the random groups of their mean pair share, and of their modal share. */
  readonly pairs: number | null;
  readonly modal: number | null;
  /** Share of random groups in which all fall into one bloc. */
  readonly all: number | null;
  /** (1 + groups whose pairs fall together as often) / (1 + draws), and the least it could be. */
  readonly p: number | null;
  readonly smallestP: number;
  readonly withheld: string | null;
}

/** Whether the states of a group fall into one bloc. */
export interface OneBloc {
  /** States of the group that can be placed. */
  readonly members: number;
  /** Share of them in the bloc that holds most of them; interval over the draws. */
  readonly modal: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The number of that bloc; 0 where all stand alone. */
  readonly modalBloc: number | null;
  /** Share of draws in which all of them fall into one bloc. */
  readonly all: number | null;
  /** Mean over pairs of them of the share of draws in which the pair falls together. */
  readonly pairs: number | null;
  /** Beside groups of the same size drawn from all placed states. */
  readonly plain: RandomTogetherness | null;
  /** Beside groups of other states of the same regions and regimes; null where not asked for. */
  readonly matched: RandomTogetherness | null;
  readonly withheld: string | null;
}

/** How random groups are drawn; 500 of them unless told. */
export interface OneBlocOptions {
  readonly random: Random;
  readonly groups?: number;
  /** "region|regime" by voter of the record, null where unknown: asks for matched groups. */
  readonly strata?: readonly (string | null)[];
  /** Compiled kernels draw faster; the numbers are the same. */
  readonly kernels?: Pick<SimilarityKernels, "drawGroups">;
}

/** Equal shares may differ in rounding by less than this. */
const TIE = 1e-12;

/** The largest number of the group's states in one community, over their number. */
function modalShare(communities: Int32Array, group: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (let i = 0; i < group.length; i += 1) {
    const own = communities[group[i]!]!;
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    most = Math.max(most, count);
  }
  return most / group.length;
}

function pairShare({ together, voters }: VotingBlocs, group: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < group.length; i += 1) {
    for (let j = i + 1; j < group.length; j += 1) {
      sum += together[group[i]! * voters.length + group[j]!]!;
    }
  }
  return sum / ((group.length * (group.length - 1)) / 2);
}

function plainOf(blocs: VotingBlocs, size: number): Candidates {
  const all = Int32Array.from(blocs.voters.keys());
  return Array.from({ length: size }, () => [all]);
}

/** Other states of the same stratum, of the same region, any: never one of the group's own. */
function matchedOf(
  { voters }: VotingBlocs,
  group: readonly number[],
  strata: readonly (string | null)[],
): Candidates {
  const others = [...voters.keys()].filter((node) => !group.includes(node));
  const stratum = (node: number): string | null => strata[voters[node]!] ?? null;
  const region = (node: number): string | null => stratum(node)?.split("|", 1)[0] ?? null;
  return group.map((member) => {
    const own = region(member);
    const near = others.filter((node) => own !== null && region(node) === own);
    const like = near.filter((node) => stratum(node) === stratum(member));
    return [like, near, others].map((nodes) => Int32Array.from(nodes));
  });
}

function beside(
  blocs: VotingBlocs,
  observed: number,
  candidates: Candidates,
  groups: number,
  random: Random,
  kernels: Pick<SimilarityKernels, "drawGroups">,
): RandomTogetherness {
  const size = candidates.length;
  const drawn = kernels.drawGroups(candidates, blocs.voters.length, groups, random);
  const [pairs, modals]: [number[], number[]] = [[], []];
  let whole = 0;
  for (let group = 0; group < drawn.count; group += 1) {
    const holders = drawn.holders.subarray(group * size, (group + 1) * size);
    pairs.push(pairShare(blocs, holders));
    const modal = modalShare(blocs.communities, holders);
    modals.push(modal);
    if (modal === 1) whole += 1;
  }
  const any = drawn.levels.filter((level) => level === 2).length;
  const draws = pairs.length;
  const smallestP = 1 / (1 + draws);
  const blank = { draws, pairs: null, modal: null, all: null, p: null, smallestP };
  if (draws === 0) return { ...blank, withheld: "no random group can be drawn" };
  if (2 * any > size * draws) {
    return {
      ...blank,
      withheld: "not matchable: most members have no other state of their region",
    };
  }
  const reached = pairs.filter((value) => value >= observed - TIE).length;
  return {
    draws,
    pairs: quantiles(pairs, [0.5])[0]!,
    modal: quantiles(modals, [0.5])[0]!,
    all: whole / draws,
    p: (1 + reached) / (1 + draws),
    smallestP,
    withheld: null,
  };
}

/**
 * Whether the states of a group (columns of the record) fall into one bloc: their share in the
 * bloc that holds most of them (range 1 / members to 1), the share of draws in which all fall
 * together, and the mean over pairs of the share of draws in which the pair does. The last is
 * held against groups of the same size: drawn from all placed states, the group's own among them
 * (a permutation test of "this group is any group"), and, given strata, from other states of the
 * same regions and regimes, withheld where most places could not be filled so. p as in
 * `randomGroupCohesion`. Withheld below two placed states.
 */
export function oneBloc(
  blocs: VotingBlocs,
  members: Iterable<number>,
  { random, groups = 500, strata, kernels = plainKernels }: OneBlocOptions,
): OneBloc {
  const group = [...new Set(members)]
    .map((voter) => blocs.voters.indexOf(voter))
    .filter((node) => node >= 0);
  if (group.length < 2) {
    const withheld =
      blocs.withheld ?? `${group.length} members with enough votes; 2 are needed`;
    const none = { modal: null, lower: null, upper: null, modalBloc: null, all: null };
    return {
      members: group.length,
      ...none,
      pairs: null,
      plain: null,
      matched: null,
      withheld,
    };
  }
  const modal = modalShare(blocs.communities, group);
  const shares = blocs.drawn.map((own) => modalShare(own, group));
  const tail = (1 - blocs.level) / 2;
  const [lower, upper] = quantiles(shares, [tail, 1 - tail]);
  const pairs = pairShare(blocs, group);
  return {
    members: group.length,
    modal,
    lower: lower!,
    upper: upper!,
    modalBloc: modalBloc(blocs, group),
    all: shares.filter((share) => share === 1).length / shares.length,
    pairs,
    plain: beside(blocs, pairs, plainOf(blocs, group.length), groups, random, kernels),
    matched:
      strata === undefined
        ? null
        : beside(blocs, pairs, matchedOf(blocs, group, strata), groups, random, kernels),
    withheld: null,
  };
}

/** The bloc with most of the group's states; of equals the larger bloc. */
function modalBloc({ bloc }: VotingBlocs, group: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const node of group) counts.set(bloc[node]!, (counts.get(bloc[node]!) ?? 0) + 1);
  counts.delete(0);
  const best = [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0];
  return best?.[0] ?? 0;
}
