import { UsageError } from "../../errors.ts";
import { dualRule } from "./count-by-weight.ts";
import { coalitionWins, type VotingGame, type WeightedRule } from "./voting-game.ts";

/** Members beyond which a game of several quotas or of a general rule is not run through. */
const MOST_GENERAL = 20;
/** Cells of the table of one quota: members times quota. */
const MOST_CELLS = 4e7;

function check(game: VotingGame, chances: readonly number[]): void {
  if (chances.length !== game.players || chances.some((p) => !(p >= 0 && p <= 1))) {
    throw new UsageError(`${chances.length} chances for ${game.players} members.`, {
      hint: "Give each member one number from 0 to 1.",
    });
  }
}

/**
 * One quota. `before` holds the distribution of the weight in favour among the members before
 * i, cut at the quota, `after` the running sums of that among the members behind i.
 */
function byWeight({ weights, quota }: WeightedRule, chances: readonly number[]): number[] {
  const dual = dualRule({ weights, quota });
  // Below one half the sums stay in the lower tail, where nothing cancels.
  if (dual.quota < quota) {
    return byWeight(
      dual,
      chances.map((p) => 1 - p),
    );
  }
  const players = weights.length;
  if (players * quota > MOST_CELLS) {
    throw new UsageError(`${players} members and a quota of ${quota} are too many cells.`, {
      hint: "Divide the weights and the quota by a common factor, or use estimatePower.",
    });
  }
  const before = new Float64Array(players * quota);
  before[0] = 1;
  for (let i = 1; i < players; i += 1) {
    const [own, last, weight, p] = [
      i * quota,
      (i - 1) * quota,
      weights[i - 1]!,
      chances[i - 1]!,
    ];
    for (let sum = 0; sum < quota; sum += 1) {
      const joined = sum >= weight ? before[last + sum - weight]! : 0;
      before[own + sum] = before[last + sum]! * (1 - p) + joined * p;
    }
  }
  const result = Array.from({ length: players }, () => 0);
  let after = new Float64Array(quota);
  after[0] = 1;
  const running = new Float64Array(quota + 1);
  for (let i = players - 1; i >= 0; i -= 1) {
    const weight = weights[i]!;
    for (let sum = 0; sum < quota; sum += 1) running[sum + 1] = running[sum]! + after[sum]!;
    let chance = 0;
    for (let sum = 0; sum < quota; sum += 1) {
      const least = Math.max(0, quota - weight - sum);
      chance += before[i * quota + sum]! * (running[quota - sum]! - running[least]!);
    }
    result[i] = chance;
    const next = new Float64Array(quota);
    const p = chances[i]!;
    for (let sum = 0; sum < quota; sum += 1) {
      const joined = sum >= weight ? after[sum - weight]! : 0;
      next[sum] = after[sum]! * (1 - p) + joined * p;
    }
    after = next;
  }
  return result;
}

/** Every coalition, folded member by member: the multilinear extension (Owen 1972). */
function byCoalition(game: VotingGame, chances: readonly number[]): number[] {
  const { players } = game;
  if (players > MOST_GENERAL) {
    throw new UsageError(`${players} members under such rules are too many.`, {
      hint: `One quota takes any number, other rules up to ${MOST_GENERAL}.`,
    });
  }
  const members = new Uint8Array(players);
  const wins = Float64Array.from({ length: 1 << players }, (_, mask) => {
    for (let i = 0; i < players; i += 1) members[i] = (mask >>> i) & 1;
    return coalitionWins(game, members) ? 1 : 0;
  });
  return chances.map((_, own) => {
    // The member itself stays the last one to be folded, with its two values kept apart.
    let table = wins;
    for (let bit = players - 1; bit >= 0; bit -= 1) {
      if (bit === own) continue;
      const place = 1 << bit;
      const next = new Float64Array(table.length / 2);
      const p = chances[bit]!;
      const low = place - 1;
      for (let at = 0; at < next.length; at += 1) {
        const spread = ((at & ~low) << 1) | (at & low);
        next[at] = table[spread]! * (1 - p) + table[spread + place]! * p;
      }
      table = next;
    }
    return table[1]! - table[0]!;
  });
}

/**
 * The chance that each member decides, when the members are in favour independently with the
 * chances given: P(the others with i win) - P(the others without i win). In [0, 1]. With chances
 * of one half it is the absolute Banzhaf index. Owen (1972, doi:10.1287/mnsc.18.5.64). In doubles:
 * errors near 1e-12 of the value.
 *
 * @throws UsageError for several quotas, or a general rule, among more than 20 members.
 */
export function pivotality(game: VotingGame, chances: readonly number[]): readonly number[] {
  check(game, chances);
  return game.kind === "weighted" && game.rules.length === 1
    ? byWeight(game.rules[0]!, chances)
    : byCoalition(game, chances);
}
