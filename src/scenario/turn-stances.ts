import type { Tally } from "../treaty/decide.ts";
import type { CountedCall } from "./count-calls.ts";
import { ABSTAIN, CODES, CONTRIBUTE, NO, YES } from "./stance-codes.ts";

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

/** Turns every member's stance in every call, the others' as they are, and counts what follows. */
export interface StanceTurner {
  /** Takes a call and the codes of the members' stances in it. */
  readonly turn: (call: CountedCall, stance: Uint8Array) => void;
  readonly of: (member: number, calls: number, failed: number) => TurnedMember;
}

/*
 * What follows from a stance and from each that could stand in its place is one of 64 patterns, the
 * same for all members of a call that vote alike: members are counted by pattern.
 */
const IF_YES = 1;
const IF_ABSTAINS = 2;
const IF_NO = 4;
const ADOPTED = 8;
/** What is asked for comes where the member sends means, and where the others alone do. */
const COMES = 16;
const OTHERS_SEND = 32;
const PATTERNS = 64;

/** A turner for members of which some vote, under a test of a tally. */
export function createTurner(
  votes: readonly boolean[],
  test: (tally: Tally) => boolean,
): StanceTurner {
  const size = votes.length;
  const counts = new Int32Array(size * PATTERNS);
  const tally = { yes: 0, no: 0, abstain: 0, absent: 0 };
  // The patterns of one call by code: of members that vote, then of those that do not.
  const patterns = new Int32Array(2 * CODES);
  const first = Int32Array.from(votes, (vote) => (vote ? 0 : CODES));
  const turnedVote = (code: number, { yes, no, abstain }: CountedCall): number => {
    tally.yes = yes - (code >= YES ? 1 : 0) + 1;
    tally.abstain = abstain - (code === ABSTAIN ? 1 : 0);
    tally.no = no - (code === NO ? 1 : 0);
    const ifYes = test(tally) ? IF_YES : 0;
    tally.yes -= 1;
    tally.abstain += 1;
    const ifAbstains = test(tally) ? IF_ABSTAINS : 0;
    tally.abstain -= 1;
    tally.no += 1;
    return ifYes | ifAbstains | (test(tally) ? IF_NO : 0);
  };
  const countOf = (member: number, fits: (pattern: number) => boolean): number => {
    let count = 0;
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      if (fits(pattern)) count += counts[member * PATTERNS + pattern] as number;
    }
    return count;
  };
  return {
    turn: (call, stance) => {
      const asItIs = call.adopted ? ADOPTED : 0;
      const whatever = call.adopted ? IF_YES | IF_ABSTAINS | IF_NO : 0;
      for (let code = NO; code < CODES; code += 1) {
        const others = call.senders > (code === CONTRIBUTE ? 1 : 0) ? OTHERS_SEND : 0;
        const arrival = call.comes ? COMES | others : 0;
        patterns[code] = turnedVote(code, call) | asItIs | arrival;
        patterns[CODES + code] = whatever | asItIs | arrival;
      }
      for (let i = 0; i < size; i += 1) {
        const code = stance[i] as number;
        counts[i * PATTERNS + (patterns[(first[i] as number) + code] as number)]! += 1;
      }
    },
    of: (i, calls, failed) => {
      const has = (bits: number) => (pattern: number) => (pattern & bits) === bits;
      const forced = (adopted: number, comes: number): Forced => ({
        adopted: countOf(i, has(adopted)) / calls,
        came: countOf(i, has(adopted | comes)) / calls,
      });
      const turns = (pattern: number): boolean => has(IF_YES)(pattern) !== has(IF_NO)(pattern);
      const blocked = (pattern: number): boolean =>
        has(IF_YES)(pattern) && !has(ADOPTED)(pattern);
      return {
        pivotal: countOf(i, turns) / calls,
        blocks: failed === 0 ? null : countOf(i, blocked) / failed,
        ifContributes: forced(IF_YES, COMES),
        ifYes: forced(IF_YES, OTHERS_SEND),
        ifAbstains: forced(IF_ABSTAINS, OTHERS_SEND),
        ifNo: forced(IF_NO, OTHERS_SEND),
      };
    },
  };
}
