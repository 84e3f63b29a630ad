import type { VoteShares } from "./base-rates.ts";
import type { Forerunners } from "./forerunners.ts";

/** A vote cast, by category: 1 yes, 2 abstain, 3 no. */
export type CastVote = 1 | 2 | 3;

/** The forecast of one state's vote, beside the base rates that know the state. */
export interface VoteForecast {
  readonly voter: number;
  readonly shares: VoteShares;
  readonly climatology: VoteShares;
  readonly persistence: VoteShares;
  /** Null where no vote was cast or is known. */
  readonly cast: CastVote | null;
}

/** The forecast of a roll call from the eve of its day. */
export interface RollCallForecast {
  readonly index: number;
  readonly forerunners: Forerunners;
  /** Earlier new texts that stand in for one without forerunner, and the topic they share. */
  readonly reference: { readonly items: number; readonly topic: string | null } | null;
  /** Day of the last vote that positions rest on. */
  readonly lastVote: string;
  /** Shares of all states' votes over the two years before: the majority class is the largest. */
  readonly all: VoteShares;
  /** Every member of the Assembly on the day, in the order of the record's voters. */
  readonly votes: readonly VoteForecast[];
}

/** The forecast of one state's vote where every other state's vote on the roll call is given. */
export interface GivenOthers {
  readonly voter: number;
  readonly shares: VoteShares;
  readonly cast: CastVote;
}
