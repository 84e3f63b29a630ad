import { UsageError } from "../../errors.ts";

/** A quota: a coalition meets it when the weights of its members add up to it. */
export interface WeightedRule {
  /** Whole numbers from 0, one a member. */
  readonly weights: readonly number[];
  readonly quota: number;
}

/** A game of one or several quotas, all of which a winning coalition meets. */
export interface WeightedGame {
  readonly kind: "weighted";
  readonly players: number;
  readonly rules: readonly WeightedRule[];
}

/** A game whose winning coalitions a function tells; a larger coalition must not lose. */
export interface GeneralGame {
  readonly kind: "general";
  readonly players: number;
  /** `members[i]` is 1 where member i is in the coalition. The array is reused. */
  readonly wins: (members: Uint8Array) => boolean;
}

/** A simple voting game: who wins, for or against. */
export type VotingGame = WeightedGame | GeneralGame;

function checkRule({ weights, quota }: WeightedRule, players: number): void {
  if (weights.length !== players || players === 0) {
    throw new UsageError(`a quota has ${weights.length} weights for ${players} members.`, {
      hint: "Give every quota one weight a member, and one member at least.",
    });
  }
  const odd = weights.find((weight) => !Number.isSafeInteger(weight) || weight < 0);
  if (odd !== undefined) {
    throw new UsageError(`${odd} is not a weight.`, {
      hint: "Weights are whole numbers from 0; multiply shares by a power of ten.",
    });
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isSafeInteger(quota) || quota < 1 || quota > total) {
    throw new UsageError(`a quota of ${quota} with weights that add up to ${total}.`, {
      hint: "A quota is a whole number from 1 to the sum of the weights.",
    });
  }
}

/**
 * A game of weights and quotas, all of which must be met: a veto is a quota of its own (or a
 * large weight), a double majority two quotas.
 *
 * @throws UsageError for weights that are no whole numbers, or a quota out of reach.
 */
export function weightedGame(rules: readonly WeightedRule[]): WeightedGame {
  const players = rules[0]?.weights.length ?? 0;
  if (rules.length === 0) throw new UsageError("a weighted game needs a quota.");
  for (const rule of rules) checkRule(rule, players);
  return { kind: "weighted", players, rules };
}

/** A game told by a function of the coalition. @throws UsageError without a member. */
export function generalGame(
  players: number,
  wins: (members: Uint8Array) => boolean,
): GeneralGame {
  if (!Number.isInteger(players) || players < 1) {
    throw new UsageError(`a game of ${players} members.`, { hint: "Give one or more." });
  }
  return { kind: "general", players, wins };
}

/** Whether a coalition wins. */
export function coalitionWins(game: VotingGame, members: Uint8Array): boolean {
  if (game.kind === "general") return game.wins(members);
  return game.rules.every(({ weights, quota }) => {
    let sum = 0;
    for (let i = 0; i < members.length; i += 1) if (members[i] === 1) sum += weights[i]!;
    return sum >= quota;
  });
}
