import type { Tally } from "../treaty/decide.ts";
import { ABSTAIN, CONTRIBUTE, NO, YES } from "./stance-codes.ts";

/** What the calls would come to with one member's stance fixed. */
export interface Forced {
  readonly adopted: number;
  readonly came: number;
}

/** What one member's stance turns, over all calls. */
export interface TurnedMember {
  /** Share of the calls in which its vote alone turns the decision: yes against no. */
  readonly pivotal: number;
  /** Share of the failed calls that its vote in favour would have carried; null without failures. */
  readonly blocks: number | null;
  readonly ifContributes: Forced;
  readonly ifYes: Forced;
  readonly ifAbstains: Forced;
  readonly ifNo: Forced;
}

/** One simulated call, as drawn. */
export interface DrawnCall {
  /** The code of each member's stance. */
  readonly stance: Int8Array;
  /** The tally of those that vote, and how many have means of their own. */
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly senders: number;
  /** Whether what is asked for comes where it can. */
  readonly comes: boolean;
  readonly adopted: boolean;
}

/** Turns every member's stance in every call, the others' as they are, and counts what follows. */
export interface StanceTurner {
  readonly turn: (call: DrawnCall) => void;
  readonly of: (member: number, calls: number, failed: number) => TurnedMember;
}

const NOTHING: Forced = { adopted: 0, came: 0 };

/** What is said of a member where no stance was turned. */
export const NOT_TURNED: TurnedMember = {
  pivotal: 0,
  blocks: null,
  ifContributes: NOTHING,
  ifYes: NOTHING,
  ifAbstains: NOTHING,
  ifNo: NOTHING,
};

/** A turner for members of which some vote, under a test of a tally. */
export function createTurner(
  votes: readonly boolean[],
  test: (tally: Tally) => boolean,
): StanceTurner {
  const size = votes.length;
  const forcedAdopted = new Float64Array(size * 4);
  const forcedCame = new Float64Array(size * 4);
  const pivotal = new Float64Array(size);
  const blocked = new Float64Array(size);
  const tally = { yes: 0, no: 0, abstain: 0, absent: 0 };
  const count = (cell: number, adopted: boolean, came: boolean): void => {
    if (!adopted) return;
    forcedAdopted[cell]! += 1;
    if (came) forcedCame[cell]! += 1;
  };
  return {
    turn: ({ stance, yes, no, abstain, senders, comes, adopted }) => {
      for (let i = 0; i < size; i += 1) {
        const code = stance[i] as number;
        let ifYes = adopted;
        let ifAbstain = adopted;
        let ifNo = adopted;
        if (votes[i] === true) {
          const [ownYes, ownAbstain, ownNo] = [
            code >= YES ? 1 : 0,
            code === ABSTAIN ? 1 : 0,
            code === NO ? 1 : 0,
          ];
          tally.yes = yes - ownYes + 1;
          tally.abstain = abstain - ownAbstain;
          tally.no = no - ownNo;
          ifYes = test(tally);
          tally.yes -= 1;
          tally.abstain += 1;
          ifAbstain = test(tally);
          tally.abstain -= 1;
          tally.no += 1;
          ifNo = test(tally);
        }
        const others = comes && senders > (code === CONTRIBUTE ? 1 : 0);
        count(i * 4 + CONTRIBUTE, ifYes, comes);
        count(i * 4 + YES, ifYes, others);
        count(i * 4 + ABSTAIN, ifAbstain, others);
        count(i * 4 + NO, ifNo, others);
        if (ifYes !== ifNo) pivotal[i]! += 1;
        if (!adopted && ifYes) blocked[i]! += 1;
      }
    },
    of: (i, calls, failed) => {
      const forced = (code: number): Forced => ({
        adopted: (forcedAdopted[i * 4 + code] as number) / calls,
        came: (forcedCame[i * 4 + code] as number) / calls,
      });
      return {
        pivotal: (pivotal[i] as number) / calls,
        blocks: failed === 0 ? null : (blocked[i] as number) / failed,
        ifContributes: forced(CONTRIBUTE),
        ifYes: forced(YES),
        ifAbstains: forced(ABSTAIN),
        ifNo: forced(NO),
      };
    },
  };
}
